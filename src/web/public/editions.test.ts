import { describe, expect, it } from "vitest";
import { siteWith } from "../../../test/support/public-site.ts";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import { currentEdition, editionOf, presentEditions } from "./editions.ts";

const withdrawal = { at: new Date("2026-11-01T00:00:00Z"), reason: "誤りのため" };

function snapshotFrom(startYear: number, hasPage = true) {
  const snapshot = mihonSnapshot();
  return {
    ...snapshot,
    plan: { ...snapshot.plan, startYear },
    levels: snapshot.levels.map((level) => ({ ...level, hasPage: hasPage && level.hasPage })),
  };
}

describe("the edition that a plan shows", () => {
  it("is the newest decided one, whatever drafts came after it", async () => {
    const site = siteWith([{ id: "draft", openness: "discussion" }, { id: "new" }, { id: "old" }]);
    expect((await editionOf(site, "second-half", null))?.head.id).toBe("new");
  });

  it("is the newest draft while nothing is decided", async () => {
    const site = siteWith([
      { id: "second", openness: "discussion" },
      { id: "first", openness: "discussion" },
    ]);
    expect((await editionOf(site, "second-half", null))?.head.id).toBe("second");
  });

  it("is never a withdrawn or purged one, also when that is asked for by name", async () => {
    const site = siteWith([{ id: "withdrawn", withdrawal }, { id: "purged", purge: withdrawal }, { id: "old" }]);
    expect((await editionOf(site, "second-half", null))?.head.id).toBe("old");
    expect(await editionOf(site, "second-half", "withdrawn")).toBeUndefined();
    expect(await editionOf(site, "second-half", "purged")).toBeUndefined();
  });

  it("knows what became of an older one", async () => {
    const site = siteWith([{ id: "decided" }, { id: "draft", openness: "discussion" }]);
    expect((await editionOf(site, "second-half", "draft"))?.successor?.id).toBe("decided");
    expect((await editionOf(site, "second-half", null))?.successor).toBeUndefined();
  });
});

describe("the current plan", () => {
  it("is the decided plan that begins last, not the one published last", async () => {
    const site = siteWith([
      { id: "correction", reference: "2022", snapshot: snapshotFrom(2022) },
      { id: "next", reference: "2027", snapshot: snapshotFrom(2027) },
    ]);
    expect((await currentEdition(site))?.head.id).toBe("next");
    expect((await presentEditions(site)).map(({ head }) => head.id)).toEqual(["next", "correction"]);
  });

  it("is not the draft of the next plan while a decided one stands", async () => {
    const site = siteWith([
      { id: "draft", reference: "2027", openness: "discussion", snapshot: snapshotFrom(2027) },
      { id: "standing", reference: "2022", snapshot: snapshotFrom(2022) },
    ]);
    expect((await currentEdition(site))?.head.id).toBe("standing");
  });

  it("is a plan with pages to read before a concept (基本構想) without", async () => {
    const site = siteWith([
      { id: "concept", reference: "concept", snapshot: snapshotFrom(2028, false) },
      { id: "plan", reference: "2027", snapshot: snapshotFrom(2027) },
    ]);
    expect((await currentEdition(site))?.head.id).toBe("plan");
  });

  it("does not exist before the first publication", async () => {
    expect(await currentEdition(siteWith([]))).toBeUndefined();
  });
});
