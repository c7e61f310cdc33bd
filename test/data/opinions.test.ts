import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inProject } from "#platform/files/project.ts";
import { useCity } from "../support/city.ts";
import { personIn, smallPlan } from "../support/plan.ts";
import { answerKinds, applyVoices, openVoices, voicesPreview } from "../support/voice-import.ts";
import { accepted } from "../support/results.ts";
import { occasionOf } from "../support/voices.ts";

const name = "fukui-kanko-freetext-202302.csv";

describe("the free text of a real survey", () => {
  const city = useCity();

  it("comes in as it is: each of 1,405 answers is a voice, says nothing, or is told by row", async () => {
    const ctx = city().as(await personIn(city(), "企画課 佐藤", { roles: ["planning"] }));
    const { plan } = await smallPlan(ctx);
    const occasion = await occasionOf(ctx, { planId: plan.id, channel: "survey", duty: "classify" });
    const bytes = new Uint8Array(readFileSync(inProject(`../shared/data/opinions/${name}`)));
    const id = await openVoices(ctx, occasion, { name, bytes });
    const { questions } = await voicesPreview(ctx, id);
    expect(questions.filter(({ kind }) => kind === "district")).toHaveLength(17);
    expect(questions.filter(({ kind }) => kind === "ageBand")).toEqual([]);
    await answerKinds(ctx, id, { district: "new", saysNothing: "leaveOut" });
    const { voices, remarks, rows } = await voicesPreview(ctx, id);
    expect(rows).toBe(1_405);
    expect(remarks.filter(({ kind }) => kind === "fault")).toEqual([]);
    const silent = remarks.filter(({ kind }) => kind === "leftOut");
    expect(silent.map(({ value }) => value)).toEqual(
      expect.arrayContaining(["特になし", "なし", "特にない", "特にありません。"]),
    );
    expect(voices.length + silent.length).toBe(1_405);
    const different = new Set(voices.map(({ entry }) => entry.text)).size;
    expect(remarks.filter(({ kind }) => kind === "repeated").length).toBeGreaterThanOrEqual(voices.length - different);
    const summary = accepted(await applyVoices(ctx, id));
    expect(summary).toMatchObject({ voices: voices.length, leftOut: silent.length, districts: 17 });
    const places = await ctx.db.selectFrom("voice_text").select("place").distinct().execute();
    expect(places.map(({ place }) => place)).toContain("福井県に求めるもの");
    expect(places).toHaveLength(6);
  });
});
