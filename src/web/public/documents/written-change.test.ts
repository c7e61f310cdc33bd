import { describe, expect, it } from "vitest";
import type { DocumentContent } from "#domain/documents/published.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { mihonSnapshot } from "../../../../test/support/snapshot.ts";
import { isWritten } from "./written-change.ts";

const [measure] = mihonSnapshot().nodes.filter(({ fields }) => fields.direction);

/** A version in which the measure's 取組の方向 reads so. */
function versionSaying(words: string): Pick<DocumentContent, "plan"> {
  const plan = mihonSnapshot();
  const nodes = plan.nodes.map((node) =>
    node.id === measure?.id ? { ...node, fields: { ...node.fields, direction: richTextOf(words) } } : node,
  );
  return { plan: { ...plan, nodes } };
}

describe("a change that opinions brought", () => {
  const nodeId = measure?.id ?? "";
  const at = { nodeId, field: "direction" };

  it("is written in the versions that say the new lines, not in those before", () => {
    const change = { ...at, before: "訓練をします。", after: "訓練を市民とします。" };
    expect(isWritten(versionSaying("訓練をします。"), change)).toBe(false);
    expect(isWritten(versionSaying("はじめに。\n訓練を市民とします。"), change)).toBe(true);
  });

  it("that only took lines out is written where they are gone", () => {
    const change = { ...at, before: "訓練をします。\n倉庫をつくります。", after: "訓練をします。" };
    expect(isWritten(versionSaying("訓練をします。\n倉庫をつくります。"), change)).toBe(false);
    expect(isWritten(versionSaying("訓練をします。"), change)).toBe(true);
  });

  it("is not written in a version without the measure", () => {
    const change = { ...at, nodeId: "another", before: "", after: "訓練" };
    expect(isWritten(versionSaying("訓練"), change)).toBe(false);
  });
});
