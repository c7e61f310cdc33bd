import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { addIndicator, editIndicator, editNode, emptyIndicatorContent, noGrounds } from "#domain/plan/index.ts";
import { keepGoal } from "#domain/strategy/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { richOf } from "#kernel/rich-notation.ts";
import type { RichText } from "#kernel/rich-text.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { useCity } from "../../../test/support/city.ts";
import { publishSampleVersion } from "../../../test/support/documents.ts";
import { castOf, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../test/support/results.ts";
import { strategyOn } from "../../../test/support/strategy.ts";
import { asOwner, tamper } from "../../../test/support/tampering.ts";
import {
  acceptFigures,
  addErratum,
  addSection,
  bindTree,
  changedPictures,
  documentContentSchema,
  dropVersionRemark,
  freezeVersion,
  frozenContent,
  keepVersionRemark,
  manuscriptOf,
  planVersions,
  publishableDocument,
  sourceWord,
  touchedPlaces,
  verifyVersions,
  versionPage,
} from "./index.ts";

const rich = (lines: string) => richOf(lines).rich;

describe("a frozen version", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let plan: PlanInTest;

  beforeAll(async () => {
    ({ planning, clerk } = await castOf(city()));
    plan = await smallPlan(planning);
    accepted(await bindTree(planning, { planId: plan.plan.id, parentId: null }));
  });

  const entry = (name: string) =>
    ({ planId: plan.plan.id, name, openness: "discussion", reason: "庁議に諮るため" }) as const;

  async function say(words: string): Promise<void> {
    const { id, version } = await plan.node("訓練");
    accepted(await editNode(planning, { id, version, fields: { vision: richTextOf(words) } }));
  }

  it("holds the text that its hash names, and stays so while the plan goes on", async () => {
    await say("骨子の文");
    const { id, number } = accepted(await freezeVersion(planning, entry("骨子案")));
    const before = await frozenContent(planning, id);
    await say("素案の文");
    expect(await frozenContent(planning, id)).toBe(before);
    const { version, content } = await versionPage(planning, id);
    expect([number, version.hash]).toEqual([1, sha256(before ?? "")]);
    expect(content?.plan.nodes.find(({ title }) => title === "訓練")?.fields["vision"]).toEqual(richTextOf("骨子の文"));
  });

  it("is not made by a clerk, without reason, or where nothing changed", async () => {
    await expect(freezeVersion(clerk, entry("勝手な版"))).rejects.toThrow("企画は、原稿と計画を版として凍結");
    expect(refusalOf(await freezeVersion(planning, { ...entry("素案"), reason: " " }))).toBe("nameNeeded");
    await say("二つ目の文");
    accepted(await freezeVersion(planning, entry("素案")));
    expect(refusalOf(await freezeVersion(planning, entry("素案2")))).toBe("unchanged");
    expect((await planVersions(planning, plan.plan.id)).map(({ name }) => name)).toEqual(["素案", "骨子案"]);
  });

  it("cannot be changed in the database, and a changed byte is found by its hash", async () => {
    const [last] = await planVersions(planning, plan.plan.id);
    const change = sql`update draft_version set content = overlay(content placing 'X' from 100 for 1) where id = ${last?.id}`;
    const db = planning.db;
    const schema = city().municipality.schema;
    const within = (disabled: boolean) =>
      db.transaction().execute(async (tx) => {
        await sql`set local search_path to ${sql.id(schema)}`.execute(tx);
        if (disabled) await sql`alter table draft_version disable trigger draft_version_stays`.execute(tx);
        await change.execute(tx);
        if (disabled) await sql`alter table draft_version enable trigger draft_version_stays`.execute(tx);
      });
    expect(await verifyVersions(planning)).toEqual({ checked: 2, broken: [], purged: 0 });
    await expect(within(false)).rejects.toThrow("a frozen version is never changed");
    await within(true);
    expect((await verifyVersions(planning)).broken.map(({ name }) => name)).toEqual(["素案"]);
  });

  it("goes public under its number, with typing errors told beside it, unless it was frozen as 非公開", async () => {
    await say("公開する文");
    const { id, number } = accepted(await freezeVersion(planning, entry("原案")));
    const wrong = { versionId: id, place: "訓練", wrong: "公開しない文", corrected: "公開する文章", reason: "脱字" };
    expect(refusalOf(await addErratum(planning, wrong))).toBe("erratumWords");
    accepted(await addErratum(planning, { ...wrong, wrong: "公開する文" }));
    const payload = accepted(await publishableDocument.compose(planning, `${plan.plan.slug}-${number}`));
    expect(payload.version).toMatchObject({ name: "原案", number: 3 });
    expect(payload.errata).toMatchObject([{ wrong: "公開する文", corrected: "公開する文章" }]);
    await say("内輪の文");
    const closed = accepted(await freezeVersion(planning, { ...entry("内部案"), openness: "closed" }));
    const refused = await publishableDocument.compose(planning, `${plan.plan.slug}-${closed.number}`);
    expect(refusalOf(refused)).toBe("closed");
  });
});

describe("the pictures of a frozen version", () => {
  const city = useCity();

  it("are compared with the hashes that it holds, and one that changed is named with its place", async () => {
    const { planning } = await castOf(city());
    const { plan } = await smallPlan(planning);
    const file = await publishSampleVersion(planning, plan);
    expect(await changedPictures(planning)).toEqual({ checked: 1, changed: [] });
    const other = Buffer.from([1, 2, 3]);
    const swapped = sql`update stored_file set content = ${other}, hash = ${sha256(other)} where id = ${file}`; // its own hash too
    await expect(asOwner(city(), swapped)).rejects.toThrow("a kept file is never changed");
    await tamper(city(), "stored_file", swapped);
    expect((await verifyVersions(planning)).broken).toEqual([]); // its text is as it was
    const place = /^みほん市総合計画 素案（第1版）「第1章 .+」の図「まちの姿」 ファイル 図\.png（.+）$/;
    expect((await changedPictures(planning)).changed).toEqual([expect.stringMatching(place)]);
    await tamper(
      city(),
      "stored_file",
      sql`update stored_file set content = null, erased_at = now() where id = ${file}`,
    );
    expect((await changedPictures(planning)).changed).toEqual([expect.stringContaining("中身がありません")]);
  });
});

describe("the strategy of a plan", () => {
  const city = useCity();

  it("is frozen with the version as it stood, and a version frozen before is read without one", async () => {
    const { planning } = await castOf(city());
    const { plan, strategy, goal } = await strategyOn(planning);
    const entry = { planId: plan.id, name: "素案", openness: "discussion", reason: "意見を聴くため" } as const;
    const { id } = accepted(await freezeVersion(planning, entry));
    const renamed = { code: "1", name: "しごとを増やす", description: "", frameGoals: [] };
    accepted(await keepGoal(planning, { ...renamed, strategyId: strategy.id, goalId: goal }));
    const { content, version } = await versionPage(planning, id);
    expect(content?.strategies?.map(({ goals }) => goals.map(({ name }) => name))).toEqual([["しごとをつくる"]]);
    expect(version.format).toBe(2);
    const { strategies: _, ...before } = content ?? { strategies: [] };
    expect(documentContentSchema.parse(before)).not.toHaveProperty("strategies");
  });
});

describe("what is told beside a version", () => {
  const city = useCity();

  it("names words as one reads them, across marks and line ends, and nothing that only machines read", async () => {
    const { planning } = await castOf(city());
    const plan = await smallPlan(planning);
    const { id, version } = await plan.node("訓練");
    const vision = rich("市民と**協動**し\u3000みんなで{{count:measures|2施策}}を進めます。");
    accepted(await editNode(planning, { id, version, fields: { vision } }));
    accepted(await bindTree(planning, { planId: plan.plan.id, parentId: null }));
    const entry = { planId: plan.plan.id, name: "素案", openness: "discussion", reason: "庁議に諮るため" } as const;
    const frozen = accepted(await freezeVersion(planning, entry));
    const wrong = (words: string) =>
      addErratum(planning, {
        versionId: frozen.id,
        place: "訓練",
        wrong: words,
        corrected: "直した言葉",
        reason: "誤字",
      });
    for (const words of ["市民と協動しみんなで2施策を進めます", "1-1-1 訓練", plan.plan.name])
      accepted(await wrong(words));
    for (const words of ["content", id, "count:measures"]) expect(refusalOf(await wrong(words))).toBe("erratumWords");
    for (const change of [
      sql`update erratum set corrected = '別の言葉'`,
      sql`delete from erratum`,
      sql`truncate erratum`,
    ])
      await expect(asOwner(city(), change)).rejects.toThrow("never changed or removed");
  });

  it("is corrected and taken back within its own version only", async () => {
    const { planning } = await castOf(city());
    const versions: string[] = [];
    for (const name of ["素案", "別の案"]) {
      const { plan } = await smallPlan(planning);
      const entry = { planId: plan.id, name, openness: "discussion", reason: "庁議に諮るため" } as const;
      versions.push(accepted(await freezeVersion(planning, entry)).id);
    }
    const [versionId = "", other = ""] = versions;
    const words = { speaker: "審議会", saidOn: "2026-11-20", section: "", words: "分かりにくい", answer: "" };
    accepted(await keepVersionRemark(planning, { versionId, kind: "body", words }));
    const [remark] = (await versionPage(planning, versionId)).remarks;
    const seen = { id: remark?.id ?? "", version: 1 };
    expect(refusalOf(await keepVersionRemark(planning, { versionId: other, kind: "body", words, seen }))).toBe("stale");
    expect(refusalOf(await dropVersionRemark(planning, { versionId: other, id: seen.id }))).toBe("stale");
    expect((await versionPage(planning, versionId)).remarks).toEqual([remark]);
  });
});

describe("what a section was", () => {
  const city = useCity();

  it("stays, but for an erasure that takes its title and text away", async () => {
    const { planning } = await castOf(city());
    const { plan } = await smallPlan(planning);
    const chapter = { planId: plan.id, parentId: null, title: "序論", divisionId: null, dueOn: null };
    accepted(await addSection(planning, chapter));
    for (const change of [
      sql`update section_revision set title = '別の題'`,
      sql`update section_revision set body = '{"type":"doc","content":[]}'`,
      sql`update section_revision set body = null, saved_at = now()`,
      sql`update section_revision set body = null, title = '別の題'`,
      sql`delete from section_revision`,
      sql`truncate section_revision`,
    ])
      await expect(asOwner(city(), change)).rejects.toThrow("never changed or removed");
    const [kept] = await planning.db.selectFrom("section_revision").selectAll().execute();
    expect(kept).toMatchObject({ title: "序論", number: 1 });
  });
});

describe("a figure in a sentence", () => {
  const city = useCity();

  it("is listed where its source reads otherwise, and takes the new words when they are accepted", async () => {
    const { planning } = await castOf(city());
    const plan = await smallPlan(planning);
    const { id: nodeId } = await plan.node("訓練");
    const content = {
      ...emptyIndicatorContent,
      name: "参加率",
      unit: "％",
      decimals: 1,
      targets: [{ year: 2031, value: 20, upperValue: null, words: "" }],
    };
    const indicator = accepted(await addIndicator(planning, { nodeId, content }));
    const source = sourceWord({ kind: "indicator", id: indicator.id, part: "target", year: 2031 });
    const sentence = (shown: string): RichText => ({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "参加率を" },
            { type: "reference", attrs: { source, shown } },
            { type: "text", text: "にします。" },
          ],
        },
      ],
    });
    accepted(await bindTree(planning, { planId: plan.plan.id, parentId: null }));
    const { version } = await plan.node("訓練");
    accepted(await editNode(planning, { id: nodeId, version, fields: { vision: sentence("20.0％") } }));
    expect(await touchedPlaces(planning, await manuscriptOf(planning, plan.plan.id))).toEqual([]);

    const raised = { ...content, targets: [{ year: 2031, value: 25, upperValue: null, words: "" }] };
    accepted(await editIndicator(planning, { id: indicator.id, version: 1, content: raised, grounds: noGrounds }));
    const [place] = await touchedPlaces(planning, await manuscriptOf(planning, plan.plan.id));
    expect(place).toMatchObject({ textKey: "vision", shown: "20.0％", now: "25.0％" });
    const sectionId = place?.section.id ?? "";
    const acceptance = { sectionId, textKey: "vision", source, shown: "20.0％" };
    expect(refusalOf(await acceptFigures(planning, [{ ...acceptance, now: "24.0％" }]))).toBe("stale");
    const [right, wrong] = [
      { ...acceptance, now: "25.0％" },
      { ...acceptance, source: "count:measures", now: "0施策" },
    ];
    expect(refusalOf(await acceptFigures(planning, [right, wrong]))).toBe("stale");
    expect(await touchedPlaces(planning, await manuscriptOf(planning, plan.plan.id))).toHaveLength(1);
    accepted(await acceptFigures(planning, [right]));
    expect(await touchedPlaces(planning, await manuscriptOf(planning, plan.plan.id))).toEqual([]);
    const { lines } = await manuscriptOf(planning, plan.plan.id);
    expect(lines.find(({ id }) => id === sectionId)?.texts["vision"]).toEqual(sentence("25.0％"));
  });

  it("does not touch a free chapter that names no source", async () => {
    const { planning } = await castOf(city());
    const plan = await smallPlan(planning);
    accepted(
      await addSection(planning, {
        planId: plan.plan.id,
        parentId: null,
        title: "序論",
        divisionId: null,
        dueOn: null,
      }),
    );
    expect(await touchedPlaces(planning, await manuscriptOf(planning, plan.plan.id))).toEqual([]);
  });
});
