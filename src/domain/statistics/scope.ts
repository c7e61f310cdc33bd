import type { MunicipalityGroup } from "./group.ts";
import { isSamePrefecture, type MunicipalityName } from "./municipality.ts";

/** Beside whom a municipality is compared: 県内, 全国, a group of the city's, or municipalities chosen for once. */
export type Scope =
  | { readonly kind: "prefecture" }
  | { readonly kind: "nation" }
  | { readonly kind: "group"; readonly group: MunicipalityGroup }
  | { readonly kind: "chosen"; readonly codes: readonly string[] };

/** The codes of those compared, the city's own among them; undefined for everyone. */
export function codesOf(
  scope: Scope,
  ownCode: string,
  all: readonly MunicipalityName[],
): readonly string[] | undefined {
  if (scope.kind === "nation") return undefined;
  if (scope.kind === "prefecture")
    return [...new Set([ownCode, ...all.map(({ code }) => code).filter((code) => isSamePrefecture(code, ownCode))])];
  return [...new Set([ownCode, ...(scope.kind === "group" ? scope.group.codes : scope.codes)])];
}

/** 「県内」「全国」, the group's name, or 「選んだ市町村」. */
export function scopeLabel(scope: Scope): string {
  if (scope.kind === "group") return scope.group.name;
  return { prefecture: "県内", nation: "全国", chosen: "選んだ市町村" }[scope.kind];
}
