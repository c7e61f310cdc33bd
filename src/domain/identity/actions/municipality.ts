import { record, type Ctx } from "#domain/audit/index.ts";
import {
  isCodeTaken,
  municipalitySettings,
  saveMunicipalitySettings,
  type MunicipalitySettings,
} from "#platform/database/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { municipalityRefusals, stale } from "../labels.ts";
import { changedFacts, faultOfFacts, plainFacts, type MunicipalityFacts } from "../municipality.ts";
import { mayEditMunicipality } from "../permissions.ts";

/** What the municipality says of itself today (自治体の設定). */
export function ownMunicipality(ctx: Ctx): Promise<MunicipalitySettings> {
  permit(mayEditMunicipality(ctx.actor), mayEditMunicipality.sentence);
  return municipalitySettings(ctx.db, ctx.municipality.schema);
}

/**
 * Changes code, name, reading and contact of the municipality. Its data, hosts, jobs and sign-ins stay as they are: they hang on
 * the schema or follow the code.
 */
export async function editMunicipality(
  ctx: Ctx,
  input: MunicipalityFacts & { readonly version: number },
): Promise<Result<void>> {
  permit(mayEditMunicipality(ctx.actor), mayEditMunicipality.sentence);
  const { schema } = ctx.municipality;
  const facts = plainFacts(input);
  return ctx.transaction(async (tx) => {
    const before = await municipalitySettings(tx, schema, { hold: true });
    if (before.version !== input.version) return refuse(stale);
    const fault = faultOfFacts(facts, before);
    if (fault) return refuse(fault);
    if (await isCodeTaken(tx, facts.code, schema)) return refuse(municipalityRefusals.codeTaken);
    const fields = changedFacts(facts, before);
    await saveMunicipalitySettings(tx, schema, facts);
    await record(tx, ctx, "identity.municipality.edited", { fields, code: facts.code, codeBefore: before.code });
    return accept(undefined);
  });
}
