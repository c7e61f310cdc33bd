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
    const alone = await write(writing);
    const [again, beside] = await Promise.all([write(writing), write(writing)]);
    expect(alone).toEqual(await written(writing));
    expect(again).toEqual(alone);
    expect(beside).toEqual(alone);
  }, 120_000);

  it("is ended by what fails in it, and the next paper is written in a new one", async () => {
    const write = keptWorker("paper-writer", writingLimits);
    await expect(write(broken)).rejects.toThrow(/null/);
    await expect(write({ form: "word", paper })).resolves.toMatchObject({ pages: null });
  }, 120_000);

  it("is ended when it takes longer than its limit", async () => {
    const write = keptWorker("paper-writer", { ...writingLimits, milliseconds: 1 });
    await expect(write({ form: "word", paper })).rejects.toMatchObject({ reason: "tooLong" });
  }, 60_000);

  it("is ended when nothing comes for a while, and another begins when something does", async () => {
    const write = keptWorker("paper-writer", writingLimits, 1);
    const first = await write({ form: "word", paper });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await write({ form: "word", paper })).toEqual(first);
  }, 120_000);
});
