import { describe, expect, it } from "vitest";
import type { DraftVersion } from "#domain/documents/index.ts";
import { gateChecks, type Findings, type GateCheck } from "./gate-checks.ts";
import {
  confirmationFault,
  decisionFault,
  isLate,
  openingFault,
  skippingFault,
  stageStateOf,
  viewFault,
  type Gate,
  type GateState,
} from "./gate.ts";
import type { Stage } from "./stage.ts";

const stage: Stage = {
  id: "s",
  planId: "p",
  position: 2,
  name: "原案",
  plannedFrom: "2026-10-01",
  plannedUntil: "2026-11-21",
  isFinal: false,
  needsConfirmation: false,
  manualItems: [],
  version: 1,
};

function versionOf(number: number, name = "素案"): DraftVersion {
  return {
    id: `v${number}`,
    planId: "p",
    number,
    name,
    openness: "discussion",
    reason: "関門に置くため",
    format: 1,
    hash: "",
    frozenAt: new Date("2026-11-10T01:00:00Z"),
    frozenBy: null,
    purgedAt: null,
    purgeReason: null,
  };
}

function gateOf(state: GateState, versionId: string | null, more: Partial<Gate> = {}): Gate {
  return {
    id: `g-${state}-${versionId}`,
    stageId: "s",
    versionId,
    state,
    openedAt: new Date("2026-11-11T01:00:00Z"),
    decidedBody: "",
    decidedOn: "",
    documentNumber: "",
    reason: "",
    checks: [],
    items: [],
    views: [],
    conditions: [],
    confirmations: [],
    ...more,
  };
}

const nothingFound: Findings = { owed: [], items: [], unconfirmedSections: 0 };
const [first, second, third] = [versionOf(1, "骨子案"), versionOf(2), versionOf(3)];
const versions = [first, second, third];

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
  return gateChecks({ stage: of, gate: { items: [], views: [heard], confirmations: [], ...gate }, before, findings });
}

const words = {
  outcome: "passed",
  body: "庁議",
  decidedOn: "2026-11-22",
  documentNumber: "",
  reason: "",
  conditions: [],
} as const;

function decided(checks: readonly GateCheck[], more: Partial<Parameters<typeof decisionFault>[0]> = {}) {
  return decisionFault({ ...words, ...more }, { version: second, checks, today: "2026-11-22" });
}

function at(own: readonly Gate[], all: readonly Gate[] = own) {
  return { own, all, versions };
}

describe("opening a gate", () => {
  it("is for a stage that is neither under way nor behind", () => {
    expect(openingFault(second, at([]))).toBeUndefined();
    expect(openingFault(second, at([gateOf("open", "v2")]))?.code).toBe("alreadyOpen");
    expect(openingFault(third, at([gateOf("passed", "v2")]))?.code).toBe("alreadyPassed");
    expect(openingFault(third, at([gateOf("conditional", "v2")]))?.code).toBe("alreadyPassed");
    expect(openingFault(second, at([gateOf("skipped", null)]))).toBeUndefined(); // taken up after all
  });

  it("needs a newer version than the one that was sent back", () => {
    expect(openingFault(second, at([gateOf("sentBack", "v2")]))?.message).toBe(
      "「素案」（第2号）は、この段階で差し戻した版か、それより古い版です。",
    );
    expect(openingFault(first, at([gateOf("sentBack", "v2")]))?.code).toBe("sentBackVersion");
    expect(openingFault(third, at([gateOf("sentBack", "v2")]))).toBeUndefined();
  });

  it("takes no version older than what passed before, and none whose content is gone", () => {
    expect(openingFault(first, at([], [gateOf("passed", "v2")]))?.code).toBe("olderVersion");
    expect(openingFault(second, at([], [gateOf("passed", "v2")]))).toBeUndefined();
    expect(openingFault({ ...second, purgedAt: new Date("2026-11-11T00:00:00Z") }, at([]))?.code).toBe("purgedVersion");
  });
});

describe("skipping a stage", () => {
  it("needs a reason, and a stage that is neither under way nor behind", () => {
    expect(skippingFault("基本構想を据え置くため", [])).toBeUndefined();
    expect(skippingFault(" ", [])?.code).toBe("skipReason");
    expect(skippingFault("理由", [gateOf("open", "v1")])?.code).toBe("openAtSkipping");
    expect(skippingFault("理由", [gateOf("passed", "v1")])?.code).toBe("alreadyPassed");
  });
});

describe("the checklist", () => {
  it("counts what each subject finds, and says in words what is open", () => {
    const findings: Findings = {
      owed: [
        { occasionId: "a", title: "意見募集", openVoices: 1, openTopics: 2 },
        { occasionId: "b", title: "懇談会", openVoices: 0, openTopics: 0 },
      ],
      items: [{ group: "measure" }, { group: "sdgs" }, { group: "indicator" }, { group: "period" }],
      unconfirmedSections: 4,
    };
    const open = checksOf({ findings }).filter(({ isFulfilled }) => !isFulfilled);
    expect(open.map(({ key, words: said }) => `${key}|${said}`)).toEqual([
      "points|意見募集：仕分けの残る意見1件、決定していない市の考え方2件",
      "pages|2か所", // one of a measure and one of the SDGs
      "indicators|1か所",
      "period|1か所",
      "sections|4か所",
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
    ).toBe("審議会が確かめたのは「骨子案」（第1号）ですが、この関門の版は「素案」（第2号）です。");
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

describe("a view", () => {
  it("says whose it is, when it was heard, and what it says", () => {
    expect(
      Object.keys(
        viewFault({ hearer: "other", body: "", heardOn: "", words: "", reference: "" }, "2026-11-22")?.fields ?? {},
      ),
    ).toEqual(["viewBody", "heardOn", "words"]);
  });
});

describe("where a stage stands", () => {
  it("follows from its last gate, and it is late when its planned end is over", () => {
    expect(stageStateOf([])).toBe("ahead");
    expect(stageStateOf([gateOf("sentBack", "v1"), gateOf("open", "v2")])).toBe("open");
    expect(isLate(stage, "open", "2026-11-22")).toBe(true); // planned until 2026-11-21
    expect(isLate(stage, "open", "2026-11-21")).toBe(false);
    expect(isLate(stage, "passed", "2026-11-22")).toBe(false);
  });
});
