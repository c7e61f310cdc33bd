import {
  evolutionLabels,
  isEvolution,
  lineageKindLabels,
  type Evolution,
  type LineageKind,
  type LineageLink,
} from "#domain/plan/index.ts";
import type { Option } from "#web/ui/forms.tsx";

export const kindOptions: readonly Option[] = Object.entries(lineageKindLabels).map(([value, label]) => ({
  value,
  label,
}));
export const evolutionOptions: readonly Option[] = Object.entries(evolutionLabels).map(([value, label]) => ({
  value,
  label,
}));

/** 「継続・拡充」. */
export function kindWords({ kind, evolution }: Pick<LineageLink, "kind" | "evolution">): string {
  return [lineageKindLabels[kind], evolution === null ? "" : evolutionLabels[evolution]].filter(Boolean).join("・");
}

/** The chosen kind; null for 「形から決める」 and anything unknown. */
export function kindOf(word: string): LineageKind | null {
  return isKind(word) ? word : null;
}

function isKind(word: string): word is LineageKind {
  return Object.hasOwn(lineageKindLabels, word);
}

export function evolutionOf(word: string): Evolution | null {
  return isEvolution(word) ? word : null;
}
