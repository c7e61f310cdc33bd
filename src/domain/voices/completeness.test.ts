import { describe, expect, it } from "vitest";
import { lacksOfTopic, lacksOfVoice } from "./completeness.ts";
import { anchorOf } from "./point.ts";

const text = "バスを増やしてほしい。ごみ袋が高い。";
const bus = { ...anchorOf(text, { start: 0, end: 10 }), topicId: "topic", exclusion: "" };
const bags = { ...anchorOf(text, { start: 11, end: 17 }), topicId: null, exclusion: "" };
const codes = (lacks: readonly { readonly code: string }[]) => lacks.map(({ code }) => code);

describe("a voice that is owed an answer", () => {
  it("is done with when all its words are in points that have a topic or a reason to be left out", () => {
    expect(lacksOfVoice("answer", text, [bus, { ...bags, exclusion: "計画の対象ではない" }])).toEqual([]);
  });

  it("is not while words are in no point, or a point waits, or a point's words are lost", () => {
    expect(lacksOfVoice("answer", text, [bus])).toEqual([{ code: "unassignedText", words: "ごみ袋が高い。" }]);
    expect(lacksOfVoice("answer", text, [bus, bags])).toEqual([{ code: "noTopic", words: "ごみ袋が高い" }]);
    expect(codes(lacksOfVoice("answer", "ごみ袋が高い。", [bus]))).toEqual(["unassignedText", "lostAnchor"]);
  });

  it("has nothing to do once its words were disposed of", () => {
    expect(lacksOfVoice("answer", null, [bus])).toEqual([]);
  });
});

it("a voice that is only sorted needs one point in its place; one that is only received needs none", () => {
  expect(lacksOfVoice("classify", text, [bus])).toEqual([]);
  expect(codes(lacksOfVoice("classify", text, [bags]))).toEqual(["noTopic"]);
  expect(lacksOfVoice("receive", text, [])).toEqual([]);
});

describe("a topic", () => {
  const reflected = { isReflected: true, needsPlace: false };
  const written = { isReflected: false, needsPlace: true };
  const decided = { content: "そのとおり直します。", state: "decided" } as const;

  it("needs words and a category, and a decision where an answer is owed", () => {
    expect(
      codes(lacksOfTopic("answer", { response: undefined, category: undefined, place: "", realChanges: 0 })),
    ).toEqual(["noAnswer"]);
    const draft = { ...decided, state: "draft" } as const;
    const plain = { isReflected: false, needsPlace: false };
    expect(codes(lacksOfTopic("answer", { response: draft, category: plain, place: "", realChanges: 0 }))).toEqual([
      "undecided",
    ]);
  });

  const lacksUnanswered = (state: "draft" | "submitted") => {
    const response = { ...decided, state };
    return codes(lacksOfTopic("classify", { response, category: undefined, place: "", realChanges: 0 }));
  };

  it("on which nobody is owed an answer needs words that are out of their division's hands, decided or not", () => {
    expect(lacksUnanswered("draft")).toEqual(["draft"]);
    expect(lacksUnanswered("submitted")).toEqual([]);
  });

  it("that is reflected needs a text that really changed, and one already written its place", () => {
    const of = (category: typeof reflected, place: string, realChanges: number) =>
      codes(lacksOfTopic("answer", { response: decided, category, place, realChanges }));
    expect(of(reflected, "", 0)).toEqual(["noChange"]);
    expect(of(reflected, "", 1)).toEqual([]);
    expect(of(written, " ", 0)).toEqual(["noPlace"]);
    expect(of(written, "12ページ", 0)).toEqual([]);
  });
});
