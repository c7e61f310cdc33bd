import { describe, expect, it } from "vitest";
import { keptWorker } from "#platform/files/kept-worker.ts";
import type { Paper } from "./paper/paper.ts";
import { writingLimits } from "./paper-writer.ts";
import { written } from "./written.ts";

const paper: Paper = {
  title: "みほん市の計画",
  city: "みほん市",
  version: "案",
  madeOn: "2027-03-26",
  marks: [],
  cover: null,
  contentsDepth: 2,
  parts: [{ title: "はじめに", blocks: [{ kind: "text", tone: "body", runs: [{ text: "本文です。" }] }] }],
};

/** What is no writing, so that the worker fails over it. */
const broken = { form: "word", paper: null };

describe("the worker that stays for the next paper", () => {
  it("gives the same bytes the first time, the second time and at the same time as another", async () => {
    const write = keptWorker("paper-writer", writingLimits);
    const writing = { form: "word", paper } as const;
    const alone = await write.answer(writing);
    const [again, beside] = await Promise.all([write.answer(writing), write.answer(writing)]);
    expect(alone).toEqual(await written(writing));
    expect(again).toEqual(alone);
    expect(beside).toEqual(alone);
  }, 120_000);

  it("is ended by what fails in it, and the next paper is written in a new one", async () => {
    const write = keptWorker("paper-writer", writingLimits);
    await expect(write.answer(broken)).rejects.toThrow(/null/);
    await expect(write.answer({ form: "word", paper })).resolves.toMatchObject({ pages: null });
  }, 120_000);

  it("tells on its way how far it is: each part, then the pages, then the file", async () => {
    const write = keptWorker("paper-writer", writingLimits);
    const cover = { vision: "", lines: [] };
    const told: unknown[] = [];
    await write.answer({ form: "word", paper: { ...paper, cover } }, (step) => told.push(step));
    expect(told).toEqual([{ stage: "parts", done: 0, of: 1 }, { stage: "pages" }, { stage: "file" }]);
  }, 60_000);

  it("is warmed by a piece in advance, for which the next one waits; a failure in advance is none of the next", async () => {
    const write = keptWorker("paper-writer", writingLimits);
    write.warm({ form: "word", paper });
    const alone = await written({ form: "word", paper });
    expect(await write.answer({ form: "word", paper })).toEqual(alone);
    const other = keptWorker("paper-writer", writingLimits);
    other.warm(broken);
    expect(await other.answer({ form: "word", paper })).toEqual(alone);
  }, 120_000);

  it("is ended when it takes longer than its limit", async () => {
    const write = keptWorker("paper-writer", { ...writingLimits, milliseconds: 1 });
    await expect(write.answer({ form: "word", paper })).rejects.toMatchObject({ reason: "tooLong" });
  }, 60_000);

  it("is ended when nothing comes for a while, and another begins when something does", async () => {
    const write = keptWorker("paper-writer", writingLimits, 1);
    const first = await write.answer({ form: "word", paper });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await write.answer({ form: "word", paper })).toEqual(first);
  }, 120_000);
});
