import { record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import type { District } from "../district.ts";
import { keepingRefusals } from "../keeping-labels.ts";
import { mayManageOccasions } from "../permissions.ts";
import { deleteDistrict, districtsIn, saveDistrict } from "../store/districts.ts";

/** Adds a district, or gives one another name or place in the order. */
export async function keepDistrict(
  ctx: Ctx,
  input: Pick<District, "name" | "position"> & { readonly id?: string },
): Promise<Result<{ readonly id: string }>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  const name = input.name.trim();
  return ctx.transaction(async (tx) => {
    const all = await districtsIn(tx);
    if (input.id !== undefined && !all.some(({ id }) => id === input.id)) throw new NotFound(`district ${input.id}`);
    if (name === "" || all.some((other) => other.name === name && other.id !== input.id))
      return refuse(keepingRefusals.districtName);
    const id = input.id ?? newId();
    await saveDistrict(tx, { id, name, position: input.position });
    await record(tx, ctx, "voices.district.kept", { districtId: id });
    return accept({ id });
  });
}

/** Removes a district that no voice names. */
export async function removeDistrict(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  return ctx.transaction(async (tx) => {
    const district = (await districtsIn(tx)).find((each) => each.id === id);
    if (!district) throw new NotFound(`district ${id}`);
    if (district.voices > 0) return refuse(keepingRefusals.districtUsed);
    await deleteDistrict(tx, id);
    await record(tx, ctx, "voices.district.removed", { districtId: id });
    return accept(null);
  });
}
