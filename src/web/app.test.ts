import { describe, expect, it } from "vitest";
import type { Actor } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { appOf } from "../../test/support/browser.ts";
import { useCity } from "../../test/support/city.ts";

const planner: Actor = { kind: "person", id: newId(), name: "佐藤 美咲", roles: ["planning"], divisionIds: [] };

describe("what can't be read or stored", () => {
  const city = useCity();

  async function titleOf(path: string, init?: RequestInit): Promise<string> {
    const response = await appOf(city(), { actor: planner }).request(
      `http://c${city().municipality.code}.test${path}`,
      init,
    );
    const title = /<title>([^<]*)/.exec(await response.text())?.[1] ?? "";
    return `${response.status} ${title}`;
  }

  it("is answered with a sentence and not as a failure: a NUL in an address or a form", async () => {
    const refused = "400 送られた内容を読み取れません";
    expect(await titleOf("/staff/plans/%00")).toBe(refused);
    const body = new URLSearchParams({ email: "a\0@city.example.jp", password: "x" });
    expect(await titleOf("/staff/sign-in", { method: "POST", body })).toBe(refused);
  });

  it("is answered so too where the body is no form, or is cut off", async () => {
    const sent = [
      ["application/json", "{}"],
      ["multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-d"],
    ] as const;
    for (const [type, body] of sent)
      expect(await titleOf("/staff/sign-in", { method: "POST", headers: { "content-type": type }, body })).toMatch(
        /^400 /,
      );
  });
});
