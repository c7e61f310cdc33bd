import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { composeDocument, frozenText } from "../composing.ts";
import { documentFormat, figuresWithoutPicture } from "../content.ts";
import { picturesLost, versionRefusals } from "../labels.ts";
import { mayFreezeVersions } from "../permissions.ts";
import { insertVersion, nextNumber, versionsOf } from "../store/versions.ts";
import type { VersionOpenness } from "../version.ts";

export interface VersionEntry {
  readonly planId: string;
  readonly name: string;
  readonly openness: VersionOpenness;
  readonly reason: string;
}

/** Freezes the plan and its manuscript as they stand now (版の凍結): never changed after. */
export async function freezeVersion(
  ctx: Ctx,
  { planId, openness, ...entry }: VersionEntry,
): Promise<Result<{ readonly id: string; readonly number: number }>> {
  permit(mayFreezeVersions(ctx.actor), mayFreezeVersions.sentence);
  const [name, reason] = [entry.name.trim(), entry.reason.trim()];
  if (name === "" || name.length > 30 || reason === "" || reason.length > 500)
    return refuse(versionRefusals.nameNeeded);
  return ctx.transaction(async (tx) => {
    const number = await nextNumber(tx, planId);
    const content = await composeDocument({ ...ctx, db: tx }, planId);
    if (content.sections.length + content.plan.nodes.length === 0) return refuse(versionRefusals.nothingWritten);
    const lost = figuresWithoutPicture(content);
    if (lost.length > 0) return refuse(picturesLost(lost));
    const { text, hash } = frozenText(content);
    const [last] = await versionsOf(tx, planId);
    if (last?.hash === hash && last.openness === openness) return refuse(versionRefusals.unchanged);
    const id = newId();
    const [frozenAt, frozenBy] = [ctx.clock.now(), personId(ctx.actor)];
    await insertVersion(tx, {
      id,
      planId,
      number,
      name,
      openness,
      reason,
      format: documentFormat,
      text,
      hash,
      frozenAt,
      frozenBy,
    });
    await record(tx, ctx, "documents.version.frozen", { planId, versionId: id, hash });
    return accept({ id, number });
  });
}
