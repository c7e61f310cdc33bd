import type { Refusal } from "#kernel/result.ts";
import { nodeFieldLabels } from "../labels.ts";
import type { ColumnRole, LevelName } from "./mapping/columns.ts";
import type { SkipReason } from "./model.ts";

type Words = readonly [message: string, remedy: string];

/** What the import says to the clerk: errors with what to do, and the choices of its questions. */
export const importWords = {
  dayInTree: [
    "Excel が番号を日付に変えてしまっています。",
    "セルの書式を「文字列」にして、番号（例：1-2）を入力し直してください。",
  ],
  brokenFormula: ["元の Excel の数式がエラーになっています。", "Excel で数式を直すか、値を入力し直してください。"],
  codeWithoutTitle: ["番号はありますが、名前が空です。", "名前を入力するか、番号を消してください。"],
  notACode: [
    "番号として読めません。",
    "「1」「1-2」「第1章」のような番号にするか、この列の割り当てを見直してください。",
  ],
  parentMissing: (upper: string): Words => [
    `上の階層（${upper}）が空なので、どこに属するかわかりません。`,
    `この行に${upper}を入力するか、列の割り当てを見直してください。`,
  ],
  twoCodes: (row: number): Words => [
    `同じ名前が${row}行目では別の番号になっています。`,
    "どちらかの番号に揃えてください。別のものなら名前を変えてください。",
  ],
  codeTaken: (code: string, title: string, row: number): Words => [
    `番号「${code}」は${row}行目の「${title}」と重なっています。`,
    "どちらかの番号を直してください。",
  ],
  twoTexts: (row: number): Words => [
    `同じ施策（${row}行目から）に、違う文章が書かれています。`,
    "1つの文章にまとめてください。",
  ],
  notAGoal: (goal: number): Words => [
    `「${goal}」は SDGs の目標の番号（1〜17）ではありません。`,
    "目標の番号を直してください。",
  ],
  nameMissing: ["値や単位がありますが、指標名が空です。", "指標名を入力するか、この行の値を消してください。"],
  noNode: ["指標がどの施策のものかわかりません。", "この行より上に、施策などの名前を入力してください。"],
  sameIndicator: (row: number): Words => [
    `同じ施策に同じ名前の指標があります（${row}行目）。`,
    "名前を区別できるように直すか、片方を消してください。",
  ],
  sameIndicatorCode: (row: number): Words => [
    `指標の番号が${row}行目と重なっています。`,
    "どちらかの番号を直してください。",
  ],
  noYear: ["何年度の目標値かわかりません。", "列の割り当てで年度を選ぶか、目標年度の列を入力してください。"],
  noActualYear: ["何年度の実績値かわかりません。", "列の割り当てで年度を選んでください。"],
  badYear: [
    "年度として読めません。",
    "「令和6年度」「R6」「2024」のように入力してください。元号と西暦が食い違っていないかも確かめてください。",
  ],
  tooPrecise: ["小数が4けたを超えています。", "小数第4位までに四捨五入して入力してください。"],
  tooLarge: ["数が大きすぎます（15けたまで）。", "単位を千円・百万円などに変えて入力してください。"],
  badDirection: ["指標の方向として読めません。", "「上げる」「下げる」「維持」のどれかにしてください。"],
  badAccumulation: ["集計のしかたとして読めません。", "「単年」「累計」「時点」のどれかにしてください。"],
  unitsDiffer: (one: string, other: string): Words => [
    `現状値と目標値の単位が違います（${one}と${other}）。`,
    "同じ単位に揃えてください。前の画面で値の読み方を選び直すこともできます。",
  ],
  noBaselineToKeep: [
    "「現状維持」ですが、現状値が数値ではありません。",
    "現状値を入力するか、前の画面で「言葉のまま残す」を選んでください。",
  ],
  codeStands: (code: string, title: string, row: number | undefined): Refusal => ({
    code: "codeStands",
    message: `番号「${code}」${row === undefined ? "" : `（${row}行目）`}は、計画にある「${title}」と重なります。`,
    remedy: "表の番号を直すか、計画にあるほうを削除する項目として選んでください。",
  }),
  orphan: (title: string): Refusal => ({
    code: "orphan",
    message: `「${title}」が、削除する項目の下に残ります。`,
    remedy: "上の項目を残すか、この項目も削除する項目として選んでください。",
  }),
  ruleBroken: (title: string, fault: Refusal): Refusal => ({
    code: "ruleBroken",
    message: `「${title}」は保存できません。${Object.values(fault.fields ?? {}).join(" ") || fault.message}`,
    remedy: "表を直して、もう一度取り込んでください。",
  }),
  roundedAsShown: (shown: string) => `Excel に表示されている値（${shown}）を取り込みます。`,
  unitFromName: (unit: string) => `指標名の終わりの「（${unit}）」を単位としました。`,
  directionDeduced: "目標値が現状値より大きいので、「増やす（高いほどよい）」としました。",
  goalLabelParent: (upper: string) => `${upper || "上の階層"}そのものの指標として取り込む`,
  goalLabelNode: (text: string) => `「${text}」という名前で体系に加える`,
  divisionCreate: (name: string) => `「${name}」を新しい課として登録する`,
  divisionIs: (name: string) => `「${name}」のこと`,
  divisionNone: "担当課を空のまま取り込む",
  readAs: (value: string) => `${value}として取り込む`,
  keepWords: "言葉のまま残す（数値としては扱わない）",
  noValue: "値なし（−）として取り込む",
  sameAsBaseline: "現状値と同じ数値を目標値とする",
  splitCompound: (parts: string) => `分けて取り込む：${parts}`,
  keepAsName: "このまま指標名にする",
  leaveEmpty: "この年度の実績は記録しない",
} as const satisfies Record<string, unknown>;

/** Why a step of an import is not taken. */
export const importRefusals = {
  noLevels: {
    code: "noLevels",
    message: "この計画には、まだ階層がありません。",
    remedy: "先に計画の設定で、階層（基本目標・政策・施策など）を決めてください。",
  },
  notOpen: {
    code: "notOpen",
    message: "この取込みは、もう終わっているか、反映の途中です。",
    remedy: "取込みの一覧から開き直してください。",
  },
  noSheet: {
    code: "noSheet",
    message: "シートがまだ選ばれていません。",
    remedy: "先にシートと見出しの行を選んでください。",
  },
  headerOutside: {
    code: "headerOutside",
    message: "見出しの行が、表の範囲に入っていません。",
    remedy: "見出しは5行以内で、表の中の行番号を入力してください。",
  },
  planChanged: {
    code: "planChanged",
    message: "確認した後に、計画の内容が変わりました。",
    remedy: "変わる内容を表示し直しました。確かめて、もう一度「反映する」を押してください。",
  },
  hasErrors: (count: number): Refusal => ({
    code: "hasErrors",
    message: `直すところが${count}件あるので、何も反映していません。`,
    remedy: "一覧のとおりに表を直し、もう一度取り込んでください。",
  }),
  hasQuestions: (count: number): Refusal => ({
    code: "hasQuestions",
    message: `答えていない確認が${count}件あります。`,
    remedy: "値の確認の画面で答えてください。",
  }),
} as const satisfies Record<string, unknown>;

export const skipWords: Readonly<Record<SkipReason, string>> = {
  aboveHeader: "見出しより上",
  note: "注記",
  total: "合計の行",
  repeatedHeader: "見出しの繰り返し",
  hidden: "非表示の行",
  nothingMapped: "割り当てた列が空",
};

export const importStateLabels = {
  open: "途中",
  applying: "反映中",
  stopped: "反映できていません",
  applied: "反映済み",
  abandoned: "取りやめ",
} as const;

const roleLabels: Readonly<Record<string, string>> = {
  ignore: "取り込まない",
  keyword: "キーワード",
  division: "担当課（主管課）",
  relatedDivisions: "関係課",
  priority: "重点の印",
  sdgs: "SDGsの目標",
  indicatorCode: "指標の番号",
  indicatorName: "指標名",
  unit: "単位",
  baseline: "現状値（基準値）",
  baselineYear: "現状値の年度",
  target: "目標値",
  targetYear: "目標値の年度",
  actual: "実績値",
  direction: "望ましい方向",
  accumulation: "集計のしかた（単年・累計）",
  description: "説明・算出方法",
  source: "出典",
};

/** What a column holds, as the list of choices shows it: 「施策」「施策の番号」「目標値」. */
export function columnRoleLabel(role: ColumnRole, levels: readonly LevelName[]): string {
  const [kind = "", detail = ""] = role.split(":");
  const level = levels.find(({ depth }) => String(depth) === detail)?.name ?? "";
  if (kind === "level") return level;
  if (kind === "code") return `${level}の番号`;
  if (kind === "field") return Object.entries(nodeFieldLabels).find(([key]) => key === detail)?.[1] ?? detail;
  return roleLabels[role] ?? role;
}

/** Under which heading the list of choices shows a role. */
export function columnRoleGroup(role: ColumnRole): string {
  if (role === "ignore") return "";
  if (/^(?:level|code):/.test(role) || role === "keyword") return "施策体系";
  const ofNode = ["division", "relatedDivisions", "priority", "sdgs"].includes(role) || role.startsWith("field:");
  return ofNode ? "施策のページ" : "指標";
}
