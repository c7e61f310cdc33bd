import type { OutlineSection } from "#domain/documents/index.ts";
import { nodeFieldLabels, type NodeFieldKey } from "#domain/plan/index.ts";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Option } from "#web/ui/forms.tsx";
import { labelOf } from "../plan/division-options.ts";

/** What a text of a section is called on its page. */
export function textLabel(key: string): string {
  return isFieldKey(key) ? nodeFieldLabels[key] : "本文";
}

function isFieldKey(key: string): key is NodeFieldKey {
  return Object.hasOwn(nodeFieldLabels, key);
}

export function divisionWords(
  divisions: readonly Option[],
  { divisionIds }: Pick<OutlineSection, "divisionIds">,
): string {
  return divisionIds.map((id) => labelOf(divisions, id) || "廃止された課").join("、");
}

/** 「10:32」 today, 「令和8年11月22日 10:32」 on another day. */
export function whenWords(at: Date, today: string): string {
  const day = tokyoDay(at);
  return day === today ? tokyoTime(at) : `${warekiDate(day)} ${tokyoTime(at)}`;
}
