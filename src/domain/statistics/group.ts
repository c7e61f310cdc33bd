import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { MunicipalityDirectory } from "./municipality.ts";

/** Group of municipalities to compare with (類似団体, 近隣市 …), as the city names it. */
export interface MunicipalityGroup {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly codes: readonly string[];
  readonly version: number;
}

/**
 * The codes of municipalities as a person lists them, one a line or parted by commas: a code, a name that stands once in the
 * country, or prefecture and name (「長野県 坂城町」). Refuses what it cannot find, line by line.
 */
export function namedCodes(text: string, directory: MunicipalityDirectory): Result<readonly string[]> {
  const names = text.split(/[\n,、，]/u).map((each) => each.trim());
  const wanted = names.filter((each) => each !== "").map((name) => ({ name, code: codeOf(name, directory) }));
  const missing = wanted.filter(({ code }) => code === undefined).map(({ name }) => name);
  if (missing.length > 0) return refuse(notFound(missing));
  return accept([...new Set(wanted.flatMap(({ code }) => code ?? []))]);
}

function codeOf(name: string, directory: MunicipalityDirectory): string | undefined {
  const half = name.normalize("NFKC");
  if (/^\d{6}$/.test(half)) return directory.byCode(half)?.code;
  const [, prefecture, place] = /^(東京都|北海道|(?:京都|大阪)府|.{2,3}県)\s*(.+)$/u.exec(half) ?? [];
  return (place && directory.byName(place, prefecture)?.code) ?? directory.byName(half)?.code;
}

function notFound(names: readonly string[]): Refusal {
  return {
    code: "unknownMunicipality",
    message: `見つからない団体があります：${names.join("、")}`,
    remedy:
      "同じ名前の市町村が二つあるときは「長野県 坂城町」のように都道府県を付けるか、6桁の団体コードで入れてください。",
    fields: { members: `見つかりません：${names.join("、")}` },
  };
}
