import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/audit/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { divisionIn, personIn, planOf } from "../../../../test/support/plan.ts";

describe("the list of measures", () => {
  const city = useCity();
  let auditor: PersonActor;
  let crisis: string;
  let address: string;

  beforeAll(async () => {
    crisis = await divisionIn(city(), "危機管理課");
    auditor = await personIn(city(), "中村", { roles: ["auditor"] });
    const ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    const plan = await planOf(ctx, "計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"]]]);
    address = `/staff/plans/${plan.plan.slug}/measures`;
    const { id } = await plan.node("備蓄");
    const later = { ...ctx, clock: stoppedClock("2031-05-01T09:00:00+09:00") };
    await editNode(later, { id, version: 1, divisionId: crisis, fields: { vision: richTextOf("備えるまち") } });
  });

  const read = async (query = "") => {
    const answer = await new Browser(appOf(city(), { actor: auditor }), city()).get(`${address}${query}`);
    return answer.text();
  };

  it("shows measures only, in the plan's order, with what each page lacks", async () => {
    const html = await read();
    expect(html.indexOf("1-1-1 訓練")).toBeLessThan(html.indexOf("1-1-2 備蓄"));
    expect(html).not.toContain("1-1 防災");
    expect(html).toContain("6（主管課、目指す姿、成果指標、役割、関連する個別計画、SDGsの位置づけ）");
    expect(html).toContain("4（成果指標、役割、関連する個別計画、SDGsの位置づけ）"); // 備蓄 has its division and vision
  });

  it("puts the one saved last first when sorted by its day, and says so to a screen reader", async () => {
    const html = await read("?order=updated");
    expect(html.indexOf("1-1-2 備蓄")).toBeLessThan(html.indexOf("1-1-1 訓練"));
    expect(html.match(/aria-sort="descending"/g)).toHaveLength(1);
  });

  it("shows one division's, or nobody's, or says that there is none", async () => {
    expect(await read(`?division=${crisis}`)).not.toContain("訓練");
    expect(await read("?division=none")).not.toContain("備蓄");
    expect(await read("?division=other")).toContain("当てはまる施策はありません。");
  });

  it("is given as CSV with BOM, as it is shown", async () => {
    const answer = await new Browser(appOf(city(), { actor: auditor }), city()).get(
      `${address}.csv?division=${crisis}`,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    const lines = new TextDecoder().decode(bytes).trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^1-1-2,備蓄,危機管理課,4,成果指標、役割、関連する個別計画、SDGsの位置づけ,0,2031-05-01$/);
  });
});
