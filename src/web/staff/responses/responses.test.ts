import { beforeAll, describe, expect, it } from "vitest";
import { listCategories, occasionById } from "#domain/voices/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, smallPlan } from "../../../../test/support/plan.ts";
import { occasionOf, topicOf, voiceOf } from "../../../../test/support/voices.ts";
import { addressOf } from "./addresses.ts";

const city = useCity();
const words = "訓練を休日にしてほしい。";
let planning: Browser;
let clerk: Browser;
let occasionId: string;
let topicId: string;
let reflected: string;

beforeAll(async () => {
  const cast = await castOf(city());
  const clock = stoppedClock("2026-12-01T01:00:00Z"); // the day after the occasion's last
  planning = new Browser(appOf(city(), { actor: cast.sato, clock }), city());
  clerk = new Browser(appOf(city(), { actor: cast.kato, clock }), city());
  const { plan } = await smallPlan(cast.planning);
  const occasion = await occasionOf(cast.planning, { planId: plan.id });
  const { id: voiceId } = await voiceOf(cast.planning, occasion, { text: words });
  occasionId = occasion.id;
  reflected = (await listCategories(cast.planning)).find(({ symbol }) => symbol === "C")?.id ?? "";
  topicId = await topicOf(cast.planning, {
    planId: plan.id,
    number: 7,
    title: "訓練の日",
    divisionId: cast.crisis,
    of: [{ voiceId, text: words, words }],
  });
});

async function textOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).text();
}

describe("the pages of answers", () => {
  it("list for a clerk what the own division answers", async () => {
    const html = await textOf(clerk.get(addressOf.list));
    expect(html).toContain("訓練の日");
    expect(html).toContain("まだない");
    expect(await textOf(clerk.get(`${addressOf.list}.csv`))).toContain("7,訓練の日");
  });

  it("keep what was typed when a submission is refused, and take it when it is whole", async () => {
    const refused = await clerk.post(addressOf.answer(topicId), {
      version: "0",
      category: reflected,
      content: "",
      act: "submit",
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/市の考え方が入っていません。[^]*selected=""/);
    const form = { version: "0", category: reflected, content: "土曜日にも行います。", act: "submit" };
    expect((await clerk.post(addressOf.answer(topicId), form)).status).toBe(303);
    expect(await textOf(clerk.get(addressOf.answer(topicId)))).not.toContain("企画へ提出する");
    expect(await textOf(planning.get(addressOf.answer(topicId)))).toContain("直して保存する");
  });

  it("show both texts when somebody saved first", async () => {
    const late = await planning.post(addressOf.answer(topicId), { version: "0", category: "", content: "別の案" });
    expect(late.status).toBe(422);
    expect(await late.text()).toMatch(/先に保存された内容[^]*土曜日にも行います。[^]*別の案/);
  });

  it("lead from the table's draft to its decision and to the settled results", async () => {
    const drafted = await planning.post(addressOf.decisions(occasionId), {
      title: "回答について",
      statement: "伺います。",
    });
    const decision = (drafted.headers.get("location") ?? "").split("?")[0] ?? "";
    const file = await planning.get(`${decision}/draft/docx`);
    expect(file.headers.get("content-type")).toContain("wordprocessingml");
    const record = { version: "1", body: "市長決裁", documentNumber: "8みほ企第1号", decidedOn: "2026-11-01" };
    expect((await planning.post(`${decision}/record`, record)).status).toBe(303);
    expect(await textOf(planning.get(decision))).toContain("別紙（決定したときの内容）");
    expect(await textOf(planning.get(addressOf.occasion(occasionId)))).toContain("結果を確定する");
    const { version } = await occasionById(city().as({ kind: "nobody" }), occasionId);
    const settled = await planning.post(`${addressOf.occasion(occasionId)}/settling`, { version: String(version) });
    expect(settled.status).toBe(303);
    expect(await textOf(planning.get(addressOf.occasion(occasionId)))).toContain("結果の公開を準備する");
  });

  it.each(["docx", "pdf", "xlsx"])("hand the table out as %s, the same bytes each time", async (ending) => {
    const first = await planning.get(addressOf.table(occasionId, ending));
    const second = await planning.get(addressOf.table(occasionId, ending));
    expect(first.status).toBe(200);
    expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
  });

  it("let only the planning office change categories and boilerplate", async () => {
    const form = { title: "参考", content: "今後の参考にします。" };
    expect((await clerk.post(`${addressOf.settings}/boilerplates`, form)).status).toBe(403);
    expect((await planning.post(`${addressOf.settings}/boilerplates`, form)).status).toBe(303);
    expect(await textOf(clerk.get(addressOf.settings))).toContain("今後の参考にします。");
  });
});
