import type { Refusal } from "#kernel/result.ts";
import type { GateCheck } from "./gate-checks.ts";

const remedies: Readonly<Partial<Record<GateCheck["key"], string>>> = {
  points: "意見の台帳で、残っている論点と市の考え方を決定してください。最終案と議案は、すべて決定するまで通せません。",
  before: "前の段階の関門を先に決定するか、理由を付けてその段階を飛ばしてください。",
  confirmation: "審議会と策定委員会など、2つの会議がこの版の将来都市像と目標を確かめたことを記録してください。",
};

/** Why an act at a gate is refused, and what to do. */
export const gateRefusals = {
  alreadyOpen: {
    code: "alreadyOpen",
    message: "この段階の関門は、すでに開いています。",
    remedy: "開いている関門を決定してください。別の版にするときは、いまの関門を差し戻してから開きます。",
  },
  alreadyPassed: {
    code: "alreadyPassed",
    message: "この段階は、すでに終わっています。",
    remedy: "次の段階に進んでください。",
  },
  notOpen: {
    code: "notOpen",
    message: "この関門は、もう決定されています。決定した関門の記録は変えられません。",
    remedy: "ページを開き直して、いまの状態を確かめてください。",
  },
  unknownVersion: {
    code: "unknownVersion",
    message: "関門に置く版が選ばれていません。",
    remedy: "凍結した版を一つ選んでください。版がまだないときは、原稿のページで凍結してください。",
    fields: { versionId: "凍結した版を選んでください。" },
  },
  purgedVersion: {
    code: "purgedVersion",
    message: "この版は内容が完全に削除されているため、関門に置けません。",
    remedy: "内容のある版を選んでください。",
  },
  purgedAtGate: (version: string): Refusal => ({
    code: "purgedAtGate",
    message: `この関門に置いた${version}は、内容が完全に削除されました。`,
    remedy: "内容のない版では通せません。差し戻してから、内容のある新しい版で関門を開いてください。",
  }),
  sentBackVersion: (version: string): Refusal => ({
    code: "sentBackVersion",
    message: `${version}は、この段階で差し戻した版か、それより古い版です。`,
    remedy: "直した内容で新しい版を凍結し、その版で関門を開いてください。",
  }),
  olderVersion: (version: string): Refusal => ({
    code: "olderVersion",
    message: `${version}は、前の段階で通った版より古い版です。`,
    remedy: "前の段階で通った版か、それより新しい版を選んでください。",
  }),
  openAtSkipping: {
    code: "openAtSkipping",
    message: "関門が開いている段階は、飛ばせません。",
    remedy: "関門を決定するか、差し戻してから飛ばしてください。",
  },
  skipReason: {
    code: "skipReason",
    message: "段階を飛ばす理由がありません。",
    remedy: "市民が読む理由を、500字までで書いてください。",
    fields: { reason: "飛ばす理由を書いてください。公表されます。" },
  },
  blocked: ({ key, label, words }: GateCheck): Refusal => ({
    code: key,
    message: `「${label}」を満たしていないため、この関門は通せません。${words && `${words.replaceAll("\n", "。")}。`}`,
    ...(remedies[key] && { remedy: remedies[key] }),
  }),
  unfulfilled: (labels: readonly string[]): Refusal => ({
    code: "unfulfilled",
    message: `満たしていない項目が${labels.length}つあります（${labels.join("、")}）。`,
    remedy: "項目を満たすか、「条件付きで通す」を選んで条件を書いてください。",
  }),
  otherVersion: ({
    body,
    seen,
    held,
  }: {
    readonly body: string;
    readonly seen: string;
    readonly held: string;
  }): Refusal => ({
    code: "otherVersion",
    message: `${body || "会議"}が確かめたのは${seen}ですが、この関門の版は${held}です。`,
    remedy: "2つの会議が同じ版を確かめる必要があります。この関門の版で確かめてもらってから、記録してください。",
    fields: { versionId: "この関門の版と違います。" },
  }),
  confirmedAlready: (body: string): Refusal => ({
    code: "confirmedAlready",
    message: `${body}の確認は、すでに記録されています。`,
    remedy: "もう一つの会議の確認を記録してください。",
    fields: { confirmingBody: "別の会議を入れてください。" },
  }),
  itemWords: {
    code: "itemWords",
    message: "確かめた内容が書かれていません。",
    remedy: "何をもって確かめたかを、500字までで書いてください。例：7月3日の審議会、22人中18人が出席",
    fields: { itemWords: "確かめた内容を書いてください。" },
  },
  conditionMet: {
    code: "conditionMet",
    message: "この条件は、すでに済みになっています。",
    remedy: "することはありません。",
  },
  metWords: {
    code: "metWords",
    message: "条件をどのように満たしたかが書かれていません。",
    remedy: "満たした日と、どのように満たしたかを500字までで書いてください。",
    fields: { metAs: "どのように満たしたかを書いてください。" },
  },
} as const;
