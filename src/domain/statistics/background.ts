import { japaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";

/** The registers on which a plan is founded: trends (社会潮流), issues (課題整理シート), plans above ours (上位計画). */
export type Register = "trend" | "issue" | "upperPlan";

export const registers: readonly Register[] = ["trend", "issue", "upperPlan"];

export interface BackgroundField {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  /** One line, several, or one of a few words. */
  readonly form: "line" | "text" | { readonly options: readonly string[] };
  readonly isRequired?: true;
}

/** What a register is called, what its entries are asked, and the word in its address. */
export interface RegisterShape {
  readonly address: string;
  readonly name: string;
  /** What it is for, on top of its page. */
  readonly purpose: string;
  /** What one entry is called. */
  readonly entry: string;
  readonly titleLabel: string;
  readonly titleHint: string;
  readonly fields: readonly BackgroundField[];
}

export const registerShapes: Readonly<Record<Register, RegisterShape>> = {
  trend: {
    address: "trends",
    name: "社会潮流",
    purpose: "世の中の動きと、それが市にとって何を意味するかを書きとめます。出典のないものは計画の根拠にできません。",
    entry: "社会潮流",
    titleLabel: "動き",
    titleHint: "例：人口減少と少子高齢化の進行",
    fields: [
      { key: "summary", label: "どういう動きか", form: "text", isRequired: true },
      {
        key: "source",
        label: "出典",
        hint: "資料の名前、作った機関、年月。例：国立社会保障・人口問題研究所「日本の地域別将来推計人口」（令和5年推計）",
        form: "line",
        isRequired: true,
      },
      { key: "meaning", label: "市にとっての意味", hint: "何が起こり、何が変わるか。", form: "text", isRequired: true },
    ],
  },
  issue: {
    address: "issues",
    name: "課題整理シート",
    purpose: "現状とその根拠から課題を導き、どの施策が受けもつかを決めます。",
    entry: "課題",
    titleLabel: "課題",
    titleHint: "例：通院と買い物の足の確保",
    fields: [
      { key: "currentState", label: "現状", form: "text", isRequired: true },
      { key: "issue", label: "課題", hint: "現状のままでは何が困るか。", form: "text", isRequired: true },
      {
        key: "grounds",
        label: "根拠",
        hint: "統計、アンケート、社会潮流、会議での意見など。",
        form: "text",
        isRequired: true,
      },
      { key: "field", label: "分野", hint: "例：福祉、防災、財政", form: "line" },
    ],
  },
  upperPlan: {
    address: "upper-plans",
    name: "上位計画",
    purpose: "国・県・広域の計画のうち、市の計画が踏まえるものを並べます。",
    entry: "上位計画",
    titleLabel: "計画の名前",
    titleHint: "例：しあわせ信州創造プラン3.0",
    fields: [
      { key: "tier", label: "国・県・広域", form: { options: ["国", "県", "広域"] }, isRequired: true },
      { key: "body", label: "つくった機関", hint: "例：長野県、○○広域連合", form: "line", isRequired: true },
      { key: "period", label: "期間", hint: "例：令和5年度〜令和9年度", form: "line" },
      { key: "relation", label: "市の計画とのかかわり", form: "text" },
    ],
  },
};

/** An entry of a register with the measures that it leads to. */
export interface BackgroundEntry {
  readonly id: string;
  readonly register: Register;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly nodeIds: readonly string[];
  readonly version: number;
}

const longest = 2_000;

/** What is missing of an entry or too long, field by field; undefined when it may be saved. */
export function entryFault({
  register,
  title,
  fields,
}: Pick<BackgroundEntry, "register" | "title" | "fields">): Refusal | undefined {
  const shape = registerShapes[register];
  const faults: Record<string, string> = {};
  if (title.trim() === "") faults["title"] = `${shape.titleLabel}を入れてください。`;
  for (const field of shape.fields) {
    const value = (fields[field.key] ?? "").trim();
    if (field.isRequired && value === "") faults[field.key] = `${field.label}を入れてください。`;
    if (value.length > longest) faults[field.key] = `${japaneseNumber(longest)}文字までにしてください。`;
    if (typeof field.form === "object" && value !== "" && !field.form.options.includes(value))
      faults[field.key] = `${field.label}は、${field.form.options.join("・")}から選んでください。`;
  }
  if (Object.keys(faults).length === 0) return undefined;
  return {
    code: "entry",
    message: "足りないか、直すところがあります。",
    remedy: "印の付いた欄を直して、もう一度保存してください。",
    fields: faults,
  };
}
