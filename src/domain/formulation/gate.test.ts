import { describe, expect, it } from "vitest";
import type { DraftVersion } from "#domain/documents/index.ts";
import { gateOf, usualStage as stage, versionOf } from "../../../test/support/gates.ts";
import { gateChecks, type Findings, type GateCheck } from "./gate-checks.ts";
import { confirmationFault, decisionFault, type Gate, type GateState } from "./gate.ts";
import type { Stage } from "./stage.ts";

const soundVersion = {
  frozenOn: "2026-11-10",
  pages: [],
  indicators: [],
  outside: [],
  sections: [],
  knowsChanges: true,
} as const;
const held30Days = { title: "素案への意見募集", opensOn: "2026-10-11", closesOn: "2026-11-09", shortPeriodReason: "" };
const nothingFound: Findings = { owed: [], lineage: [], comments: [held30Days], version: soundVersion };
const [first, second] = [versionOf(1, "骨子案"), versionOf(2)];
const versions = [first, second, versionOf(3)];

function checksOf({
  of = stage,
  gate = {},
  findings = nothingFound,
  before = [],
}: {
  of?: Stage;
  gate?: Partial<Gate>;
  findings?: Findings;
  before?: { name: string; state: GateState | "ahead" }[];
}): GateCheck[] {
  const heard = {
    id: "view",
    hearer: "council",
    body: "審議会",
    heardOn: "2026-11-12",
    words: "よい",
    reference: "",
  } as const;
  const all = { items: [], views: [heard], confirmations: [], ...gate };
  return gateChecks({ stage: of, gate: all, before, findings, day: "2026-11-22" });
}

const words = {
  outcome: "passed",
  body: "庁議",
  decidedOn: "2026-11-22",
  documentNumber: "",
  reason: "",
  conditions: [],
} as const;

function decided(
  checks: readonly GateCheck[],
  more: Partial<Parameters<typeof decisionFault>[0]> = {},
  version: DraftVersion = second,
) {
  return decisionFault({ ...words, ...more }, { version, checks, today: "2026-11-22" });
}

describe("the checklist", () => {
  it("counts what each subject finds, and says in words what is open", () => {
    const findings: Findings = {
      owed: [
        { occasionId: "a", title: "意見募集", openVoices: 1, openTopics: 2 },
        { occasionId: "b", title: "懇談会", openVoices: 0, openTopics: 0 },
      ],
      lineage: ["1-1-2 備蓄"],
      comments: [],
      version: {
        ...soundVersion,
        pages: ["1-1-2 避難所", "SDGsの目標14"],
        indicators: ["1-1-1-① 訓練に参加した人"],
        outside: ["1-1-1-① 訓練に参加した人"],
        sections: ["第1章 はじめに", "第2章 現状", "第3章 課題", "第4章 体系"],
      },
    };
    const open = checksOf({ findings }).filter(({ isFulfilled }) => !isFulfilled);
    expect(open.map(({ key, words: said }) => `${key}|${said}`)).toEqual([
      "points|意見募集：仕分けの残る意見1件、決定していない市の考え方2件",
      "pages|2か所（1-1-2 避難所、SDGsの目標14）",
      "indicators|1か所（1-1-1-① 訓練に参加した人）",
      "period|1か所（1-1-1-① 訓練に参加した人）",
      "sections|4か所（第1章 はじめに、第2章 現状、第3章 課題ほか）",
      "lineage|1か所（1-1-2 備蓄）",
    ]);
  });

  it("says of each line what it looked at, and as of when", () => {
    const seen = new Map(checksOf({}).map(({ key, seen: at }) => [key, at]));
    expect(seen.get("sections")).toEqual({ at: "version", on: "2026-11-10" }); // the day of freezing
    expect(seen.get("points")).toEqual({ at: "register", on: "2026-11-22" });
    expect(seen.get("views")?.at).toBe("gate");
  });

  it("tells honestly what a version of the first format does not know, and checks nothing of a purged one", () => {
    const old = checksOf({ findings: { ...nothingFound, version: { ...soundVersion, knowsChanges: false } } });
    expect(old.find(({ key }) => key === "sections")).toMatchObject({
      isFulfilled: true,
      words: "確定のあとに直されたかどうかは、この版には記録されていません",
    });
    const purged = checksOf({ findings: { ...nothingFound, version: undefined } });
    expect(purged.filter(({ isFulfilled }) => !isFulfilled).map(({ key }) => key)).toEqual([
      "pages",
      "indicators",
      "period",
      "sections",
    ]);
  });

  it("holds up only a final stage by open points", () => {
    const findings = { ...nothingFound, owed: [{ occasionId: "a", title: "意見募集", openVoices: 0, openTopics: 1 }] };
    const condition = { outcome: "conditional", conditions: ["答えること"] } as const;
    expect(decided(checksOf({ findings }), condition)).toBeUndefined();
    const final = decided(checksOf({ of: { ...stage, isFinal: true }, findings }), condition);
    expect(final?.code).toBe("points");
    expect(final?.message).toBe(
      "「回答する意見のすべてに、決定した市の考え方がある」を満たしていないため、この関門は通せません。意見募集：決定していない市の考え方1件。",
    );
    expect(final?.remedy).toContain("すべて決定するまで通せません");
  });
});

describe("the decision", () => {
  it("needs a condition at the 最終案 where no public comment was held", () => {
    const of = { ...stage, isFinal: true };
    const refused = decided(checksOf({ of, findings: { ...nothingFound, comments: [] } }));
    expect(refused?.code).toBe("unfulfilled");
    expect(refused?.message).toContain("意見募集の期間が30日以上");
  });

  it("has no default: it is refused until one is chosen", () => {
    expect(decided(checksOf({}), { outcome: undefined })?.fields).toEqual({
      outcome: "通すか、条件付きで通すか、差し戻すかを選んでください。",
    });
  });

  it("passes no version whose content was purged meanwhile, which can only be sent back", () => {
    const purged = { ...second, purgedAt: new Date("2026-11-20T01:00:00Z") };
    const condition = { outcome: "conditional", conditions: ["一"] } as const;
    expect(decided(checksOf({}), {}, purged)?.code).toBe("purgedAtGate");
    expect(decided(checksOf({}), condition, purged)?.message).toBe(
      "この関門に置いた「素案」（第2版）は、内容が完全に削除されました。",
    );
    expect(decided(checksOf({}), { outcome: "sentBack", reason: "内容が消えたため" }, purged)).toBeUndefined();
  });

  it("names who decided and when: not before the version was frozen, not after today", () => {
    expect(decided(checksOf({}))).toBeUndefined();
    expect(decided(checksOf({}), { body: " " })?.fields).toEqual({
      body: "決定した会議や役職を入れてください。例：庁議",
    });
    expect(decided(checksOf({}), { decidedOn: "2026-11-23" })?.fields?.["decidedOn"]).toBe(
      "今日か、それより前の日にしてください。",
    );
    expect(decided(checksOf({}), { decidedOn: "2026-11-09" })?.fields?.["decidedOn"]).toBe(
      "版を凍結した日（2026-11-10）より前の日になっています。",
    );
    expect(decided(checksOf({}), { decidedOn: "" })?.fields?.["decidedOn"]).toBe("日付を選んでください。");
  });

  it("passes without conditions only when all is fulfilled", () => {
    const checks = checksOf({
      gate: { views: [], items: [{ position: 1, label: "定足数を満たした会議で諮った", isDone: false, words: "" }] },
    });
    const refused = decided(checks);
    expect(refused?.message).toBe(
      "満たしていない項目が2つあります（聴いた意見を記録した、定足数を満たした会議で諮った）。",
    );
    expect(decided(checks, { outcome: "conditional" })?.fields).toEqual({
      conditions: "通す条件を、1行に1つ書いてください。",
    });
    expect(decided(checks, { outcome: "conditional", conditions: ["部会で諮ること"] })).toBeUndefined();
  });

  it("waits for the stages before, which may be passed, passed with conditions, or skipped", () => {
    const passed = { name: "基本構想素案", state: "skipped" } as const;
    expect(decided(checksOf({ before: [passed, { name: "素案", state: "conditional" }] }))).toBeUndefined();
    const waiting = decided(checksOf({ before: [passed, { name: "素案", state: "sentBack" }] }), {
      outcome: "conditional",
      conditions: ["一"],
    });
    expect(waiting?.code).toBe("before");
    expect(waiting?.message).toContain("終わっていない段階：「素案」");
  });

  it("sends back for a reason, whatever the checks say", () => {
    const checks = checksOf({ before: [{ name: "素案", state: "ahead" }] });
    expect(decided(checks, { outcome: "sentBack" })?.fields).toEqual({
      reason: "差し戻す理由を書いてください。公表されます。",
    });
    expect(decided(checks, { outcome: "sentBack", reason: "第3章を書き直すため" })).toBeUndefined();
  });
});

describe("the confirmation of 将来都市像 and 目標", () => {
  const confirmation = { body: "審議会", confirmedOn: "2026-11-15", reference: "", versionId: "v2" };
  const open = gateOf("open", "v2");

  it("is of the very version that the gate holds", () => {
    expect(confirmationFault(confirmation, { gate: open, versions, today: "2026-11-22" })).toBeUndefined();
    expect(
      confirmationFault({ ...confirmation, versionId: "v1" }, { gate: open, versions, today: "2026-11-22" })?.message,
    ).toBe("審議会が確かめたのは「骨子案」（第1版）ですが、この関門の版は「素案」（第2版）です。");
  });

  it("comes from two bodies, each once", () => {
    const once = gateOf("open", "v2", { confirmations: [confirmation] });
    expect(confirmationFault(confirmation, { gate: once, versions, today: "2026-11-22" })?.code).toBe(
      "confirmedAlready",
    );
    const of = { ...stage, needsConfirmation: true };
    expect(decided(checksOf({ of, gate: { confirmations: [confirmation] } }))?.code).toBe("confirmation");
    const both = [confirmation, { ...confirmation, body: "策定委員会" }];
    expect(decided(checksOf({ of, gate: { confirmations: both } }))).toBeUndefined();
  });

  it("names the body and a day on which the version was there", () => {
    const faulty = { ...confirmation, body: "", confirmedOn: "2026-11-01" };
    expect(confirmationFault(faulty, { gate: open, versions, today: "2026-11-22" })?.fields).toEqual({
      confirmingBody: "確かめた会議を入れてください。例：総合計画審議会",
      confirmedOn: "版を凍結した日（2026-11-10）より前の日になっています。",
    });
  });
});
