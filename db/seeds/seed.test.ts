import { describe, expect, it } from "vitest";
import { nobody, systemActor, verifyChain } from "#domain/audit/index.ts";
import { manuscriptOf, touchedPlaces } from "#domain/documents/index.ts";
import { isFinished, stageLines } from "#domain/formulation/index.ts";
import { listPeople } from "#domain/identity/index.ts";
import { listPlans, planBySlug, planSnapshot, planState } from "#domain/plan/index.ts";
import { headFor, listPublications, stateOf, storedPublications } from "#domain/publication/index.ts";
import { courseOf, type CourseYear } from "#domain/statistics/comparison.ts";
import {
  itemComparison,
  listItems,
  municipalityDirectory,
  statisticsSnapshotSchema,
} from "#domain/statistics/index.ts";
import { listFindings, strategyView, sumFaults } from "#domain/strategy/index.ts";
import { answerTable, listOccasions, standingOf } from "#domain/voices/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { blocksIn, emptyRichText, inlinesIn, plainText } from "#kernel/rich-text.ts";
import { useCity } from "../../test/support/city.ts";
import { statementsOf } from "../../test/support/statements.ts";
import { migrationFolders } from "#house.ts";
import { isMunicipalityCode } from "#platform/database/index.ts";
import { seedChikuma } from "./chikuma/seed.ts";
import type { FirstSignIn } from "./first-sign-in.ts";
import { seedMihon } from "./mihon/seed.ts";
import { inOneTransaction } from "./one-transaction.ts";
import { chikumaCity, emptyCity, mihonCity, seedEmptyCity, seedSampleCities } from "./seed.ts";

describe("the seeded sample city", () => {
  const city = useCity();
  const ctx = () => city().as(systemActor("seed"));
  const occasionTitled = async (wanted: string) => {
    const found = (await listOccasions(ctx())).find(({ title }) => title === wanted);
    if (!found) throw new Error(`no occasion is called ${wanted}`);
    return found;
  };

  it("is written with a password for each of the cast, in so many statements that a start waits for seconds", async () => {
    let signIns: readonly FirstSignIn[] = [];
    const statements = await statementsOf(async () => {
      signIns = await inOneTransaction(ctx(), seedMihon);
    });
    expect(statements).toBeLessThan(6_800);
    expect(signIns).toHaveLength(10);
    expect(new Set(signIns.map((each) => each.password)).size).toBe(10);
    for (const { password } of signIns) expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect((await listPeople(ctx())).length).toBe(10);
  });

  it("holds both plans, the new one as decided and with nothing left open", async () => {
    const plans = await listPlans(ctx());
    expect(plans.map((plan) => plan.slug)).toEqual(["2027", "2022"]);
    const state = await planState(ctx(), await planBySlug(ctx(), "2027"));
    expect(state).toMatchObject({ measures: 49, findings: [] });
    expect(state.indicators).toBeGreaterThan(100);
  });

  it("has codes that follow the tree", async () => {
    const plan = await planBySlug(ctx(), "2027");
    const { nodes } = await planSnapshot(ctx(), plan.id);
    const way = nodes.find((node) => node.keyword === "通学路・交通安全");
    expect(way).toMatchObject({ code: "1-3-1", title: "通学路と生活道路を安全にする", isPriority: true });
    expect(way?.indicators.map((indicator) => indicator.code)).toEqual(["1-3-1-①", "1-3-1-②", "1-3-1-③"]);
    expect(way?.division?.name).toBe("建設部 建設課");
  });

  it("was shown as a draft before it was decided, and the draft said other things", async () => {
    const heads = await listPublications(ctx());
    const lines = heads.map((head) => [head.reference, head.label, head.openness, stateOf(head)]);
    const { id } = await occasionTitled("総合計画（素案）への意見募集");
    expect(lines.filter(([reference]) => reference !== "statistics")).toEqual([
      ["talk", "懇談会の案内", "decided", "current"],
      ["2027", "策定の状況", "decided", "current"],
      ["future", "出された意見と、どう生かしたか", "decided", "current"],
      ["ideas/61/64", "提案 第61号と同じ意見", "decided", "current"], // after 20 voices of the round and 40 of the workshop
      ["ideas/62", "提案 第62号", "decided", "current"],
      ["ideas/61", "提案 第61号", "decided", "current"],
      ["implementation-plan", "意見募集", "decided", "current"],
      ["2027", "宣言", "decided", "current"],
      ["ideas", "提案の募集", "decided", "current"],
      ["2027-3", "策定版（見本）", "decided", "current"],
      ["strategy-2027", "策定版（見本）", "decided", "current"],
      ["2027", "策定版（見本）", "decided", "current"],
      ["future", "開催の案内", "decided", "superseded"],
      [id, "意見募集の結果（見本）", "decided", "current"],
      ["plan-draft", "意見募集", "decided", "current"],
      ["2027", "素案", "discussion", "superseded"],
      ["2027-2", "素案", "discussion", "current"],
      ["2027-1", "骨子案", "discussion", "current"],
      ["2022", "後期策定版（見本）", "decided", "current"],
    ]);
    expect(new Set(heads.map((head) => head.hash)).size).toBe(20);
  });

  it("cites published statistics from measures, every place and figure marked as a sample", async () => {
    const source = storedPublications(ctx());
    const head = headFor(await source.heads(), "statistics", "statistics");
    const snapshot = statisticsSnapshotSchema.parse(await source.payload(head?.id ?? ""));
    expect(snapshot.citations).toHaveLength(4);
    expect(snapshot.items.filter(({ name }) => !name.includes("見本"))).toEqual([]);
    expect(new Set(snapshot.municipalities.map(({ prefecture }) => prefecture))).toEqual(new Set(["見本県"]));
  });

  it("has a strategy whose goals all have figures and KPI, sums that add up, and the findings that the sample plants", async () => {
    const { goals, population, grants } = await strategyView(ctx(), "strategy-2027");
    expect(
      goals.map(({ figures, measures }) => [figures.length, measures.every(({ kpis }) => kpis.length > 0)]),
    ).toEqual([1, 2, 3, 4].map(() => [1, true]));
    expect(population.paths.flatMap(({ figures }) => sumFaults(figures))).toEqual([]);
    expect(population.frame).toEqual({ path: "市の独自推計（見本）", year: 2031, value: 54_600 }); // 5,930 + 28,710 + 19,960
    expect(grants).toHaveLength(2);
    const findings = await listFindings(ctx());
    expect(findings.map(({ finding, acceptance }) => [finding.kind, acceptance !== undefined])).toEqual([
      ["targetsDiffer", false], // the SDGs set aims higher than the plan for two indicators
      ["targetsDiffer", false],
      ["grantPeriod", true],
    ]);
  });

  it("passed every gate of its plan in the order of the days, and holds one gate open after the publication", async () => {
    const lines = await stageLines(ctx(), (await planBySlug(ctx(), "2027")).id);
    const gates = lines.flatMap(({ gates: own }) => own);
    const decided = gates.map(({ decidedOn }) => decidedOn).filter((day) => day !== "");
    expect(decided).toEqual(decided.toSorted());
    expect(lines.slice(0, -1).filter(({ state }) => !isFinished(state))).toEqual([]);
    expect(lines.at(-1)?.state).toBe("open");
    const conditions = gates.flatMap((gate) => gate.conditions.map(({ metOn }) => [gate.decidedOn, metOn]));
    expect(conditions.filter(([on = "", met = ""]) => met === "" || met < on)).toEqual([]);
    const round = await occasionTitled("総合計画（素案）への意見募集");
    const comment = lines.find(({ stage }) => stage.name === "パブリックコメント");
    expect([comment?.stage.plannedFrom, comment?.stage.plannedUntil]).toEqual([round.opensOn, round.closesOn]);
    const { nodes } = await planSnapshot(ctx(), (await planBySlug(ctx(), "2027")).id);
    const parks = nodes.find(({ keyword }) => keyword === "公園・緑");
    expect(parks?.code).toBe("6-1-2"); // as the condition's answer names it
    expect(plainText(parks?.fields.initiatives ?? emptyRichText)).toContain("地区ごとの話し合いで使い方を決めます");
  });

  it("shows in its document a figure, a table, footnotes, ruby, numbered items, and figures that are up to date", async () => {
    const manuscript = await manuscriptOf(ctx(), (await planBySlug(ctx(), "2027")).id);
    const texts = manuscript.lines.flatMap(({ nodeId, texts: own }) => (nodeId === null ? Object.values(own) : []));
    const blocks = texts.flatMap((text) => [...blocksIn(text)]);
    const kinds = new Set(blocks.map(({ type }) => type));
    // 第1–第2; below 第1 1–3, below its 1 (1)–(2), below that ア–イ; below 第2 1–2.
    expect(blocks.flatMap((block) => (block.type === "orderedList" ? [block.content.length] : []))).toEqual([
      2, 3, 2, 2, 2,
    ]);
    expect([...kinds].toSorted()).toEqual(["bulletList", "figure", "orderedList", "paragraph", "table"]);
    const inlines = texts.flatMap((text) => [...inlinesIn(text)]);
    const shown = inlines.flatMap((inline) => (inline.type === "reference" ? [inline.attrs.shown] : []));
    expect(inlines.filter(({ type }) => type === "footnote")).toHaveLength(2);
    expect(shown).toEqual(["49施策", expect.stringMatching(/^\d+施策$/), "720日"]);
    expect(await touchedPlaces(ctx(), manuscript)).toEqual([]);
  });

  it("heard its citizens on the draft: every voice is answered, and what was reflected is a text that changed", async () => {
    const { id } = await occasionTitled("総合計画（素案）への意見募集");
    const { openVoices, openTopics, voices } = await standingOf(ctx(), id);
    expect([voices, openVoices, openTopics]).toEqual([20, [], []]);
    const lines = await answerTable(ctx(), { occasionId: id });
    const changed = lines.filter(({ changes }) => changes.length > 0);
    expect(changed).toHaveLength(4);
    expect(changed[0]?.changes).toMatchObject([
      { title: "通学路と生活道路を安全にする", before: "交通安全を進める" },
      { title: "通学路と生活道路を安全にする", fieldLabel: "取組の方向" },
    ]);
    const source = storedPublications(ctx());
    const head = headFor(await source.heads(), "voices", id);
    const text = JSON.stringify(await source.payload(head?.id ?? ""));
    expect(text).not.toMatch(/0000-12-3456|見本 \d+号|床で寝るのは/);
    expect(text).toContain("■");
  });

  it("leaves an audit trail that verifies", async () => {
    expect(await verifyChain(ctx().db)).toMatchObject({ events: expect.any(Number) });
    expect((await verifyChain(ctx().db)).broken).toBeUndefined();
  });
});

describe("the seeded outline of a real city", () => {
  const city = useCity("千曲市（公開資料より・非公式）");
  const ctx = () => city().as(systemActor("seed"));

  it("has both published plans, and in it only whoever tries it", async () => {
    const [visitor, ...others] = await inOneTransaction(ctx(), seedChikuma);
    expect(others).toEqual([]);
    const heads = await listPublications(ctx());
    expect(heads.map((head) => [head.reference, stateOf(head)])).toEqual([
      ["strategy-2015", "current"],
      ["statistics", "current"],
      ["2017", "current"],
      ["concept-2017", "current"],
    ]);
    expect((await listPeople(ctx())).map(({ name }) => name)).toEqual([visitor?.name]);
    expect(visitor?.name).toContain("市の職員ではありません");
    const { nodes } = await planSnapshot(ctx(), (await planBySlug(ctx(), "2017")).id);
    expect(nodes.map((node) => node.code)).toEqual([
      "1",
      "1-1",
      "1-2",
      "1-3",
      "1-4",
      "1-5",
      "1-6",
      "2",
      "2-1",
      "2-2",
      "2-3",
      "2-4",
      "2-5",
    ]);
  });

  it("says of population and strategy what the city published, and no goal that it did not read", async () => {
    const { strategy, periodChanges, goals, population } = await strategyView(ctx(), "strategy-2015");
    expect([strategy.startYear, strategy.endYear]).toEqual([2015, 2021]);
    expect(periodChanges).toMatchObject([{ startYear: 2015, endYear: 2019 }]);
    expect(goals).toEqual([]);
    const figures = population.paths.flatMap((path) => path.figures.map(({ year, value }) => [year, value]));
    expect(figures).toEqual([
      [1999, 64_766],
      [2040, 44_978],
      [2060, 32_711],
    ]);
    expect(population.aims).toMatchObject([{ year: 2040, value: 50_000 }]);
  });

  it("holds the city's real indices and its place among the municipalities of each year", async () => {
    const directory = await municipalityDirectory(ctx());
    const codes = directory.all.map(({ code }) => code).filter((code) => code.startsWith("20"));
    const courses = new Map<string, readonly CourseYear[]>();
    for (const item of await listItems(ctx())) {
      const { values } = await itemComparison(ctx(), item, { scope: { kind: "chosen", codes }, directory });
      courses.set(item.code, courseOf(values, { code: "202185", direction: item.direction }));
    }
    const newest = ["fiscal-strength", "current-balance", "debt-service", "future-burden", "laspeyres"].map((code) =>
      courses.get(code)?.at(-1),
    );
    expect(newest.map((year) => year?.own?.value)).toEqual([0.52, 89.1, 9.1, 29.6, 96.6]);
    // Merged in those years: 清内路村 into 阿智村; 信州新町 and 中条村 into 長野市, 波田町 into 松本市.
    const members = courses.get("fiscal-strength")?.map((year) => year.members);
    expect(members).toEqual([81, 81, 81, 80, ...Array.from({ length: 13 }, () => 77)]);
  });
});

function refuseToKeep(): Promise<void> {
  return Promise.reject(new Error("no password is made"));
}

describe("seeding", () => {
  const city = useCity("ある市");
  const clock = stoppedClock("2026-11-22T01:00:00Z");

  it("does nothing where another municipality lives", async () => {
    const input = { database: city().database, clock, folders: migrationFolders };
    expect(await seedSampleCities({ ...input, keep: refuseToKeep })).toEqual([]);
    expect(await seedEmptyCity(input)).toBeNull();
    expect(await listPlans(city().as(nobody))).toEqual([]);
  });

  it("gives its cities codes with a right check digit", () => {
    for (const { code } of [mihonCity, chikumaCity, emptyCity])
      expect([code, isMunicipalityCode(code)]).toEqual([code, true]);
  });
});
