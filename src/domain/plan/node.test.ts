import { describe, expect, it } from "vitest";
import { emptyRichText, richTextOf } from "#kernel/rich-text.ts";
import { nodeFaults, partDiffers, tidied, withPart, type NodeContent } from "./node.ts";
import { divergences } from "./stale-save.ts";

const page: NodeContent = {
  title: "地域の防災力を高める",
  keyword: "防災",
  code: "1-1-1",
  divisionId: "a",
  relatedDivisionIds: ["b"],
  isPriority: false,
  fields: { vision: richTextOf("備えるまち") },
  relatedPlans: [{ name: "地域防災計画", period: "" }],
  terms: [],
};

describe("the content of a node", () => {
  it("is stored without empty fields and rows, and names no division twice", () => {
    const entered = {
      ...page,
      title: " 地域の防災力を高める　",
      relatedDivisionIds: ["b", "a", "b"],
      fields: { ...page.fields, direction: emptyRichText },
      terms: [{ term: " ", meaning: "" }],
    };
    expect(tidied(entered)).toEqual(page);
  });

  it("needs a title, an address-safe number, and both halves of each term", () => {
    const faulty = { ...page, title: "", code: "1/1", terms: [{ term: "自助", meaning: "" }] };
    expect(Object.keys(nodeFaults(faulty)?.fields ?? {})).toEqual(["title", "code", "terms"]);
    expect(nodeFaults(page)).toBeUndefined();
  });

  it("is the same whatever the order of keys in which the database gave it back", () => {
    const reordered = { ...page, relatedPlans: [{ period: "", name: "地域防災計画" }] };
    expect(partDiffers(page, reordered, "relatedPlans")).toBe(false);
  });

  it("can take one part from another content, also an empty one", () => {
    const other = { ...page, title: "防災", fields: {} };
    expect(withPart(page, "title", other).title).toBe("防災");
    expect(withPart(page, "vision", other).fields).toEqual({});
  });
});

describe("a stale save", () => {
  it("asks only about what differs, and says who changed it since both began", () => {
    const mine = { ...page, title: "防災力を高める", keyword: "備え", fields: { vision: richTextOf("備えるまち") } };
    const theirs = { ...page, title: "地域の防災", fields: { vision: richTextOf("災害に強いまち") } };
    expect(divergences({ base: page, mine, theirs })).toEqual([
      { part: "title", changedBy: "both" },
      { part: "keyword", changedBy: "mine" },
      { part: "vision", changedBy: "theirs" },
    ]);
  });

  it("asks nothing where both wrote the same", () => {
    const same = { ...page, title: "防災" };
    expect(divergences({ base: page, mine: same, theirs: same })).toEqual([]);
  });
});
