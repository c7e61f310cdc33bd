import { expect, it } from "vitest";
import { systemActor } from "#domain/audit/index.ts";
import { planPayload } from "#domain/plan/payload.ts";
import { useCity } from "../../../test/support/city.ts";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import { publish, requestPurge, storedPublications, withdraw } from "./index.ts";

const city = useCity();

it("hides every word that may hold the leak, an earlier withdrawal's too, from the moment a purge is asked for", async () => {
  const ctx = city().as(systemActor("test"));
  const leak = "090-0000-0000";
  const published = await publish(ctx, {
    kind: planPayload,
    reference: "words",
    payload: mihonSnapshot(),
    openness: "decided",
    label: `策定版 ${leak}`,
    note: `連絡先 ${leak}`,
    divisionName: "企画課",
    divisionContact: leak,
  });
  if (!published.ok) throw new Error(published.refusal.code);
  const { id } = published.value;
  await withdraw(ctx, { id, reason: `${leak} が載っていた` });
  const seen = async () => JSON.stringify(await storedPublications(ctx).heads()).split(leak).length - 1;
  expect(await seen()).toBe(4); // name, note, contact, reason
  const before = await storedPublications(ctx).state();
  await requestPurge(ctx, { id, reason: "電話番号が載っていたため" });
  expect(await seen()).toBe(0);
  expect(await storedPublications(ctx).state()).not.toBe(before);
});
