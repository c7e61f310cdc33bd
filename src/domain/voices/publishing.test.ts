import { expect, it } from "vitest";
import { nobody } from "#domain/audit/index.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf, smallPlan } from "../../../test/support/plan.ts";
import { accepted } from "../../../test/support/results.ts";
import { occasionOf, topicOf, voiceOf } from "../../../test/support/voices.ts";
import { decideSingly, listCategories, publishableVoices, settleOccasion, writeResponse } from "./index.ts";

const city = useCity();

it("results show what was decided; where nobody is owed an answer, also what its division let go of; never a draft", async () => {
  const { planning } = await castOf(city());
  const planId = (await smallPlan(planning)).plan.id;
  const workshop = await occasionOf(planning, {
    planId,
    channel: "workshop",
    duty: "classify",
    closesOn: "2026-11-02",
  });
  const round = await occasionOf(planning, { planId, duty: "answer" });
  const [said, sent] = ["ベンチがほしい。", "訓練を休日に。"];
  const { id: note } = await voiceOf(city().as(nobody), workshop, { text: said + sent }, "venue");
  const { id: letter } = await voiceOf(city().as(nobody), round, { text: sent });
  const asNote = { voiceId: note, text: said + sent };
  const benches = await topicOf(planning, { planId, number: 1, title: "ベンチ", of: [{ ...asNote, words: said }] });
  const ofBoth = [
    { ...asNote, words: sent },
    { voiceId: letter, text: sent, words: sent },
  ];
  const shared = await topicOf(planning, { planId, number: 2, title: "訓練", of: ofBoth });
  const category = (await listCategories(planning)).find(({ isReflected, needsPlace }) => !isReflected && !needsPlace);
  const write = async (topicId: string, version: number, isSubmitted: boolean) =>
    accepted(
      await writeResponse(planning, {
        topicId,
        version,
        categoryId: category?.id ?? null,
        content: "検討します。",
        isSubmitted,
      }),
    );
  const settle = async () => settleOccasion(planning, { id: workshop.id, version: workshop.version });
  const shown = async () =>
    accepted(await publishableVoices.compose(planning, workshop.id)).topics.map(({ response }) => response);

  for (const topicId of [benches, shared]) await write(topicId, 0, false);
  expect(await settle()).toMatchObject({ ok: false }); // both are drafts of a division
  for (const topicId of [benches, shared]) await write(topicId, 1, true);
  accepted(await settle());
  expect(await shown()).toEqual(["検討します。", ""]); // the second also stands under a round, where an answer is owed
  const decided = { body: "市長決裁", documentNumber: "8みほ企第1号", decidedOn: "2026-11-03" };
  accepted(await decideSingly(planning, { topicId: shared, title: "個別の回答", statement: "", ...decided }));
  expect(await shown()).toEqual(["検討します。", "検討します。"]);
});
