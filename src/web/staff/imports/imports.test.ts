import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type PersonActor } from "#domain/audit/index.ts";
import { importCase, planOutline } from "#domain/plan/index.ts";
import { applyImportJob } from "../../../jobs/apply-import.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { jobById, requestCancel } from "#platform/jobs/index.ts";
import { messySheet } from "../../../../db/seeds/messy-sheet.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn, planOf } from "../../../../test/support/plan.ts";
import { readNow } from "../../../../test/support/plan-import.ts";

const clock = stoppedClock("2026-11-22T01:00:00Z");

describe("the pages of an import, without script", () => {
  const city = useCity();
  let sato: PersonActor;
  let slug: string;
  let planId: string;
  let id: string;
  const browser = () => new Browser(appOf(city(), { actor: sato, clock }), city());
  const path = (part: string) => `/staff/plans/${slug}/imports/${id}/${part}`;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    const { plan } = await planOf(city().as(systemActor("test")), "みほん市総合計画", []);
    [slug, planId] = [plan.slug, plan.id];
  });

  async function send(file: File): Promise<Response> {
    const form = new FormData();
    form.set("file", file);
    return appOf(city(), { actor: sato, clock }).request(
      `http://c${city().municipality.code}.test/staff/plans/${slug}/imports`,
      { method: "POST", body: form },
    );
  }

  it("refuse what is no table, in words, at the field", async () => {
    const refused = await send(new File(["%PDF-1.7"], "計画.pdf"));
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("表のファイルではありません。");
    expect(html).toContain('aria-invalid="true"');
  });

  it("take the file and lead to the sheet whose table was found", async () => {
    const sent = await send(new File([new Uint8Array(await messySheet())], "施策体系.xlsx"));
    const location = sent.headers.get("location") ?? "";
    expect(location).toMatch(new RegExp(`^/staff/plans/${slug}/imports/[0-9a-f-]{36}/sheet$`));
    id = location.split("/").at(-2) ?? "";
    const html = await (await browser().get(location)).text();
    expect(html).toContain("施策・指標一覧");
    expect(html).toMatch(/name="from"[^>]*value="5"/);
    expect(html).toMatch(/name="to"[^>]*value="6"/);
  });

  it("do not let anyone skip a step", async () => {
    expect((await browser().get(path("preview"))).headers.get("location")).toBe(path("sheet"));
    expect((await browser().get(path("result"))).headers.get("location")).toBe(path("sheet"));
  });

  it("refuse a header row that is no number, and keep the table in sight", async () => {
    const refused = await browser().post(path("sheet"), { sheet: "2", from: "見出し", to: "" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("行番号を数字で入力してください。");
  });

  it("show the guess of every column with examples, and refuse a mapping without a tree", async () => {
    expect((await browser().post(path("sheet"), { sheet: "2", from: "５", to: "6" })).headers.get("location")).toBe(
      path("columns"),
    );
    const html = await (await browser().get(path("columns"))).text();
    expect(html).toContain("目標値 令和13年度（最終）");
    expect(html).toMatch(/name="year-18"[^>]*value="令和13年度"/);
    const refused = await browser().post(path("columns"), { "column-5": "indicatorName" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("施策体系（どれかの階層）の列を、少なくとも1つ選んでください。");
  });

  it("ask about odd values, all of one shape at once", async () => {
    const html = await (await browser().get(path("columns"))).text();
    expect(html).toContain("みほん市総合計画");
    const fields: Record<string, string> = {};
    const roles = [
      "level:1",
      "level:2",
      "level:3",
      "division",
      "priority",
      "indicatorName",
      "unit",
      "direction",
      "baselineYear",
      "baseline",
    ];
    for (const [column, role] of roles.entries()) fields[`column-${column}`] = role;
    for (const [offset, year] of ["R4", "R5", "R6", "R7"].entries())
      Object.assign(fields, { [`column-${10 + offset}`]: "actual", [`year-${10 + offset}`]: year });
    for (const [offset, year] of ["R9", "R10", "R11", "R12", "2031"].entries())
      Object.assign(fields, { [`column-${14 + offset}`]: "target", [`year-${14 + offset}`]: year });
    expect((await browser().post(path("columns"), fields)).headers.get("location")).toBe(path("questions"));
    const ctx = city().as(sato);
    const open = (await readNow(ctx, id)).openQuestions;
    const division = open.find(({ kind }) => kind === "division");
    expect(open.filter(({ kind }) => kind === "division")).toHaveLength(12);
    await browser().post(path("questions"), { [`answer-${division?.id}`]: "create", [`same-${division?.id}`]: "1" });
    expect((await readNow(ctx, id)).openQuestions.filter(({ kind }) => kind === "division")).toHaveLength(0);
  });

  it("keep what was answered when a number cannot be read", async () => {
    const ctx = city().as(sato);
    const [first, second] = (await readNow(ctx, id)).openQuestions.filter(({ allowsOwn }) => allowsOwn);
    const fields = {
      [`answer-${first?.id}`]: "own",
      [`own-value-${first?.id}`]: "たくさん",
      [`answer-${second?.id}`]: "words",
    };
    const refused = await browser().post(path("questions"), fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("の数値を、数字で入力してください。");
    const left = (await readNow(ctx, id)).openQuestions.map((question) => question.id);
    expect(left).toContain(first?.id);
    expect(left).not.toContain(second?.id);
  });

  it("show what will change, hand it to the queue, and lead to the result", async () => {
    const ctx = city().as(sato);
    for (let round = 0; round < 5; round++) {
      const open = (await readNow(ctx, id)).openQuestions;
      if (open.length > 0)
        await browser().post(
          path("questions"),
          Object.fromEntries(open.map((question) => [`answer-${question.id}`, question.options[0]?.key ?? ""])),
        );
    }
    const preview = await (await browser().get(path("preview"))).text();
    expect(preview).toContain("この内容を計画に反映する");
    expect(preview).toContain("取り込まない行（7行）");
    expect(preview).toContain("もう確定した値ですか");
    expect(preview).toMatch(/name="actualState" checked="" value="draft"|name="actualState" value="draft" checked=""/);
    expect(preview).not.toContain("公表した目標値が");
    const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(preview)?.[1] ?? "";
    expect((await browser().post(path("application"), { fingerprint })).headers.get("location")).toBe(path("progress"));
    expect(await (await browser().get(path("progress"))).text()).toContain('http-equiv="refresh"');
    expect((await browser().get(path("preview"))).headers.get("location")).toBe(path("progress"));
    await runJob();
    expect((await browser().get(path("progress"))).headers.get("location")).toBe(path("result"));
    expect(await (await browser().get(path("result"))).text()).toContain("計画に反映しました");
    expect((await planOutline(ctx, planId)).filter(({ depth }) => depth === 3)).toHaveLength(31);
  });

  async function runJob(): Promise<void> {
    const { database, municipality } = city();
    const row = await database.platform
      .selectFrom("job")
      .selectAll()
      .where("municipality_code", "=", municipality.code)
      .where("kind", "=", "plan.import.apply")
      .executeTakeFirstOrThrow();
    const job = {
      id: row.id,
      payload: row.payload,
      municipality,
      attempt: 1,
      requestedBy: row.requested_by ?? undefined,
    };
    const result = await applyImportJob(database, clock)(job, async () => {});
    expect(result).toMatchObject({ path: path("").slice(0, -1) });
    expect(await jobById(database, municipality.code, row.id)).toMatchObject({ requestedBy: sato.id });
  }

  it("keep the original to download, byte for byte", async () => {
    const file = await browser().get(path("file"));
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(await messySheet()));
    expect(file.headers.get("content-disposition")).toContain(encodeURIComponent("施策体系.xlsx"));
  });

  it("list mistakes by row, column and value, and as CSV", async () => {
    const csv = "基本目標,政策,施策,SDGs\n1 安全,1-1 防災,1-1-1 訓練,18\n";
    const sent = await send(new File([csv], "誤り.csv"));
    id = (sent.headers.get("location") ?? "").split("/").at(-2) ?? "";
    await browser().post(path("sheet"), { sheet: "0", from: "1", to: "1" });
    await browser().post(path("columns"), {
      "column-0": "level:1",
      "column-1": "level:2",
      "column-2": "level:3",
      "column-3": "sdgs",
    });
    const html = await (await browser().get(path("preview"))).text();
    expect(html).toContain("直すところが1件あるので、まだ反映できません");
    expect(html).toContain("「18」は SDGs の目標の番号（1〜17）ではありません。");
    expect(await (await browser().get(path("errors.csv"))).text()).toContain("2,D,SDGs,18,");
  });

  it("can be given up", async () => {
    expect((await browser().post(path("abandonment"))).headers.get("location")).toBe(
      `/staff/plans/${slug}/imports?notice=cancelled`,
    );
    expect(await (await browser().get(`/staff/plans/${slug}/imports`)).text()).toContain("取りやめ");
  });

  it("tell when the application was cancelled or failed, and lead back to what will change", async () => {
    const { database, municipality } = city();
    const csv = "基本目標,政策,施策\n9 交流,9-1 観光,9-1-1 案内\n";
    id = ((await send(new File([csv], "交流.csv"))).headers.get("location") ?? "").split("/").at(-2) ?? "";
    await browser().post(path("sheet"), { sheet: "0", from: "1", to: "1" });
    await browser().post(path("columns"), { "column-0": "level:1", "column-1": "level:2", "column-2": "level:3" });
    const apply = async () => {
      const preview = await (await browser().get(path("preview"))).text();
      const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(preview)?.[1] ?? "";
      await browser().post(path("application"), { fingerprint });
      return (await importCase(city().as(sato), id)).planImport.jobId ?? "";
    };
    const list = async () => (await browser().get(`/staff/plans/${slug}/imports`)).text();
    const first = await apply();
    expect(await list()).toContain("反映中");
    await requestCancel(database, municipality.code, first);
    expect(await list()).not.toContain("反映中");
    expect(await list()).toContain("反映できていません");
    const stopped = await (await browser().get(path("progress"))).text();
    expect(stopped).toContain("反映を取りやめました");
    expect(stopped).not.toContain('http-equiv="refresh"');
    expect((await browser().post(path("reopening"))).headers.get("location")).toBe(path("").slice(0, -1));
    const second = await apply();
    await database.platform.updateTable("job").set({ state: "failed" }).where("id", "=", second).execute();
    expect(await (await browser().get(path("progress"))).text()).toContain("反映できませんでした");
  });

  it("give an empty workbook with the plan's own levels", async () => {
    const template = await browser().get(`/staff/plans/${slug}/import-template`);
    expect(template.status).toBe(200);
    const sent = await send(new File([await template.arrayBuffer()], "ひな形.xlsx"));
    id = (sent.headers.get("location") ?? "").split("/").at(-2) ?? "";
    await browser().post(path("sheet"), { sheet: "0", from: "1", to: "1" });
    const html = await (await browser().get(path("columns"))).text();
    expect(html.match(/見出しから/g)?.length).toBe(3 + 7 + 2 + 5 + 3 + 7); // levels, indicator, two actuals, five targets, notes, texts
  });

  it("are not for the divisions", async () => {
    const clerk = await personIn(city(), "鈴木", { roles: ["clerk"] });
    expect(
      (await new Browser(appOf(city(), { actor: clerk, clock }), city()).get(`/staff/plans/${slug}/imports`)).status,
    ).toBe(403);
  });
});
