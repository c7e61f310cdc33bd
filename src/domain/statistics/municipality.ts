import { grouped } from "#kernel/grouped.ts";
import { withCheckDigit } from "#kernel/municipality-code.ts";
import { middle } from "./municipalities/middle.ts";
import { north } from "./municipalities/north.ts";
import { west } from "./municipalities/west.ts";

/** A municipality (市区町村) as statistics name it. */
export interface MunicipalityName {
  /** Six digits (全国地方公共団体コード). */
  readonly code: string;
  readonly prefecture: string;
  readonly name: string;
}

/**
 * Municipalities that had a fiscal year of their own from 2005 on and are gone: merged into 阿智村 (2009), 松本市 and 長野市
 * (2010). Tables of those years name them.
 */
const former: Readonly<Record<string, string>> = { "20": "長野県\n406清内路村 449波田町 582信州新町 589中条村" };

let builtIn: readonly MunicipalityName[] | undefined;

/** Every municipality that the house knows by itself, in order of code; former ones among them. */
export function builtInMunicipalities(): readonly MunicipalityName[] {
  builtIn ??= [north, middle, west, former].flatMap(unfolded).sort((a, b) => (a.code < b.code ? -1 : 1));
  return builtIn;
}

function unfolded(list: Readonly<Record<string, string>>): MunicipalityName[] {
  return Object.entries(list).flatMap(([prefectureCode, text]) => {
    const [prefecture = "", ...places] = text.split(/\s/);
    return places.map((place) => ({
      code: withCheckDigit(prefectureCode + place.slice(0, 3)),
      prefecture,
      name: place.slice(3),
    }));
  });
}

/** Characters that sources write in an old and in a new form: 南木曾町 and 南木曽町 are one town. */
const variants: readonly (readonly [string, string])[] = [
  ["ヶケが", "ケ"],
  ["ノの", "ノ"],
  ["ツッ", "ツ"],
  ["條条", "条"],
  ["龍竜", "竜"],
  ["曾曽", "曽"],
  ["澤沢", "沢"],
  ["濱浜", "浜"],
  ["嶋島", "島"],
  ["瀧滝", "滝"],
  ["檜桧", "桧"],
  ["籠篭", "篭"],
  ["鹽塩", "塩"],
  ["鰺鯵", "鯵"],
  ["梼檮", "梼"],
  ["邊邉辺", "辺"],
  ["當当", "当"],
  ["惠恵", "恵"],
  ["國国", "国"],
  ["舘館", "館"],
];
const folded = new Map(variants.flatMap(([forms, form]) => [...forms].map((sign) => [sign, form] as const)));

/** A name in the form in which names are compared: without spaces and 郡, old characters as new ones. */
export function nameKey(name: string): string {
  const bare = name.normalize("NFKC").replace(/\s/g, "");
  const withoutCounty = bare.replace(/^.+郡(?=.+[町村]$)/u, "");
  return [...withoutCounty].map((sign) => folded.get(sign) ?? sign).join("");
}

/** Finds municipalities by code or by the names that a table writes. */
export interface MunicipalityDirectory {
  readonly all: readonly MunicipalityName[];
  byCode(code: string): MunicipalityName | undefined;
  /** By name; without a prefecture only where the name stands once in the country. */
  byName(name: string, prefecture?: string): MunicipalityName | undefined;
}

/** The built-in list with those that the city knows besides; a later one of the same code takes the place of the earlier. */
export function directoryOf(others: readonly MunicipalityName[] = []): MunicipalityDirectory {
  const byCode = new Map([...builtInMunicipalities(), ...others].map((each) => [each.code, each]));
  const all = [...byCode.values()];
  const byName = grouped(all, ({ name }) => nameKey(name));
  return {
    all,
    byCode: (code) => byCode.get(code),
    byName: (name, prefecture) => {
      const named = byName.get(nameKey(name)) ?? [];
      const within = prefecture ? named.filter((each) => nameKey(each.prefecture) === nameKey(prefecture)) : named;
      return within.length === 1 ? within[0] : undefined;
    },
  };
}

/** Whether two municipalities are of one prefecture: the first two digits of the code. */
export function isSamePrefecture(code: string, other: string): boolean {
  return code.slice(0, 2) === other.slice(0, 2);
}
