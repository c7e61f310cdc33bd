import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { confirmPurge, requestPurge } from "#domain/publication/index.ts";
import { useCity } from "../../../test/support/city.ts";
import { announce, roundOn } from "../../../test/support/consultations.ts";
import { castOf, smallPlan } from "../../../test/support/plan.ts";
import { accepted } from "../../../test/support/results.ts";
import { eraseDocuments, removeDocument, addFileDocument, roundOf, storedDocuments, type NamedFile } from "./index.ts";

describe("the purge of an announcement", () => {
  const city = useCity();
  let ctx: Ctx;
  let planId: string;

  beforeAll(async () => {
    const { planning } = await castOf(city());
    ctx = city().as(planning.actor, "2026-10-30T01:00:00Z");
    planId = (await smallPlan(planning)).plan.id;
  });

  const bytesOf = (file: NamedFile) => storedDocuments(ctx).bytesOf(file);

  async function purge(id: string): Promise<void> {
    accepted(await requestPurge(ctx, { id, reason: "素案に氏名があったため" }));
    accepted(await confirmPurge(ctx, { id, removeCopies: eraseDocuments }));
  }

  async function documentOf(consultationId: string) {
    const [document] = (await roundOf(ctx, consultationId)).documents;
    if (!document?.file) throw new Error("the round has no file");
    return { id: document.id, file: document.file };
  }

  it("erases the files that it named, and the next announcement cannot name them again", async () => {
    const { id: consultationId, slug } = await roundOn(ctx, planId, { slug: "purged" });
    const { file } = await documentOf(consultationId);
    const { id } = accepted(await announce(ctx, slug));
    expect(await bytesOf(file)).toBeDefined();
    await purge(id);
    expect(await bytesOf(file)).toBeUndefined();
    expect((await roundOf(ctx, consultationId)).documents).toEqual([]);
  });

  it("leaves a file that citizens read in a later announcement, until that is purged too", async () => {
    const { id: consultationId, slug } = await roundOn(ctx, planId, { slug: "corrected" });
    const named = await documentOf(consultationId);
    const first = accepted(await announce(ctx, slug));
    const file = { name: "資料.pdf", mediaType: "application/pdf", bytes: new TextEncoder().encode("%PDF-1.7 資料") };
    accepted(await addFileDocument(ctx, { consultationId, role: "material", title: "資料", file }));
    const second = accepted(await announce(ctx, slug, "公示（資料を加えたもの）"));
    await purge(first.id);
    expect(await bytesOf(named.file)).toBeDefined();
    await purge(second.id);
    expect(await bytesOf(named.file)).toBeUndefined();
    expect((await roundOf(ctx, consultationId)).documents).toEqual([]);
  });

  it("erases a file that was taken off the round after it had been announced", async () => {
    const { id: consultationId, slug } = await roundOn(ctx, planId, { slug: "taken-off" });
    const named = await documentOf(consultationId);
    const { id } = accepted(await announce(ctx, slug));
    accepted(await removeDocument(ctx, { consultationId, id: named.id }));
    await purge(id);
    expect(await bytesOf(named.file)).toBeUndefined();
  });
});
