import { fieldRefusal } from "./field-faults.ts";
import { isKnownKind, type PlanKind } from "./labels.ts";
import type { Refusal } from "#kernel/result.ts";
import type { Period } from "#kernel/period.ts";

/** A plan (計画): its name, period and what the city wants to become (将来都市像). */
export interface Plan extends Period {
  readonly id: string;
  /** The plan's word in an address. */
  readonly slug: string;
  readonly kind: PlanKind;
  readonly name: string;
  readonly vision: string;
  readonly summary: string;
  readonly predecessorId: string | null;
  readonly divisionId: string | null;
  readonly version: number;
}

/** A level (階層) of a plan's tree, named and numbered by the city: 基本目標, 政策, 施策. */
export interface PlanLevel {
  readonly depth: number;
  readonly name: string;
  /** See code-pattern.ts. */
  readonly codePattern: string;
  /** Whose rank evaluates it (部長, 課長); "" when nobody is named. */
  readonly evaluator: string;
  /** Whether nodes of this level have the full page of a measure (施策). */
  readonly hasPage: boolean;
}

export const maxDepth = 6;

/** What a person enters of a plan; everything else follows. */
export type PlanEntry = Omit<Plan, "id" | "version">;

/** Whether a fiscal year can be one of a plan or of a figure in it. Pages hold a row for each year between, so it is bounded. */
export function isPlanYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1868 && year <= 2200; // 明治元年 is the first that 和暦 can name
}

export const planYearFault = "年度は、1868から2200までの西暦で入力してください。";

/** What is wrong with a plan as entered, by field; undefined when nothing is. */
export function planFaults(entry: PlanEntry): Refusal | undefined {
  const fields: Record<string, string> = {};
  if (entry.name.trim() === "") fields["name"] = "計画名を入力してください。";
  if (entry.name.length > 120) fields["name"] = "計画名は120文字までにしてください。";
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(entry.slug))
    fields["slug"] = "アドレスの言葉は、半角の英小文字・数字・ハイフンで入力してください（例：2027）。";
  if (!isKnownKind(entry.kind)) fields["kind"] = "計画の種別を選んでください。";
  if (!isPlanYear(entry.startYear)) fields["startYear"] = planYearFault;
  if (!isPlanYear(entry.endYear)) fields["endYear"] = planYearFault;
  else if (entry.endYear < entry.startYear) fields["endYear"] = "終わりの年度が始まりの年度より前になっています。";
  else if (entry.endYear - entry.startYear >= 50) fields["endYear"] = "計画期間は50年以内にしてください。";
  return fieldRefusal(fields);
}

/** What is wrong with the levels as entered: at least one, at most six, each named, one at least with a page. */
export function levelFaults(levels: readonly Omit<PlanLevel, "depth">[]): Refusal | undefined {
  const fields: Record<string, string> = {};
  if (levels.length === 0 || levels.length > maxDepth)
    fields["levels"] = `階層は1つから${maxDepth}つまでにしてください。`;
  levels.forEach((level, index) => {
    if (level.name.trim() === "")
      fields[`level-${index + 1}-name`] = `${index + 1}番目の階層の名前を入力してください。`;
    if (level.codePattern !== "" && !level.codePattern.includes("{n}") && !level.codePattern.includes("{nn}"))
      fields[`level-${index + 1}-pattern`] = `${index + 1}番目の階層の番号の形に、順番を表す「{順}」を入れてください。`;
  });
  return fieldRefusal(fields);
}

/** Sets of levels that cities use (domain of the sample: 基本目標-政策-施策), to start from. */
export const levelPresets: readonly {
  readonly key: string;
  readonly label: string;
  readonly levels: readonly Omit<PlanLevel, "depth">[];
}[] = [
  preset("three", ["基本目標", "政策", "施策"], 3),
  preset("three-chapters", ["章", "節", "施策"], 3),
  preset("four", ["基本目標", "政策", "施策", "基本事業"], 3),
  preset("five", ["基本目標", "政策", "施策", "基本事業", "事務事業"], 3),
  preset("six", ["基本目標", "政策", "基本施策", "施策", "基本事業", "事務事業"], 4),
];

function preset(key: string, names: readonly string[], pageDepth: number) {
  const levels = names.map((name, index) => ({
    name,
    codePattern: index === 0 ? "{n}" : "{parent}-{n}",
    evaluator: "",
    hasPage: index + 1 === pageDepth,
  }));
  return { key, label: names.join("－"), levels };
}
