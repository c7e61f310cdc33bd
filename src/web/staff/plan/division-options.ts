import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import type { Option } from "#web/ui/forms.tsx";

/** The divisions (課) that exist today, in the order of the organisation chart. */
export async function divisionOptions(ctx: Ctx): Promise<Option[]> {
  const divisions = await divisionsOn(ctx, ctx.clock.today());
  return divisions.map(({ id, path }) => ({ value: id, label: path }));
}

/** The name of a division among the options. */
export function labelOf(options: readonly Option[], id: string | null): string {
  return options.find((option) => option.value === id)?.label ?? "";
}
