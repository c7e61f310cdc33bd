import { describe, expect, it } from "vitest";
import { gateOf, usualStage, versionOf } from "../../../test/support/gates.ts";
import { isLate, openingFault, skippingFault, stageStateOf, viewFault, type Gate } from "./gate.ts";

const [first, second, third] = [versionOf(1, "骨子案"), versionOf(2), versionOf(3)];
const versions = [first, second, third];

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
      "「素案」（第2版）は、この段階で差し戻した版か、それより古い版です。",
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
    expect(isLate(usualStage, "open", "2026-11-22")).toBe(true); // planned until 2026-11-21
    expect(isLate(usualStage, "open", "2026-11-21")).toBe(false);
    expect(isLate(usualStage, "passed", "2026-11-22")).toBe(false);
  });
});
