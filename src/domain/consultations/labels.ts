import type { Refusal } from "#kernel/result.ts";
import type { ConsultationKind } from "./consultation.ts";
import type { PeriodChangeKind } from "./period-change.ts";
import type { Phase } from "./phase.ts";

export const consultationKindLabels: Readonly<Record<ConsultationKind, string>> = {
  publicComment: "意見募集（パブリックコメント）",
  townMeeting: "まちづくり懇談会",
  workshop: "ワークショップ",
  proposal: "提案の募集",
};

export const phaseLabels: Readonly<Record<Phase, string>> = {
  preparing: "準備中",
  announced: "公示済み",
  open: "受付中",
  closed: "締切",
  finished: "結果を公表",
};

export const periodChangeLabels: Readonly<Record<PeriodChangeKind, string>> = {
  extension: "期間の延長",
  earlyClosing: "繰上げの締切",
};

export const consultationRefusals = {
  wordTaken: {
    code: "wordTaken",
    message: "アドレスの言葉が、ほかの手続で使われています。",
    remedy: "ほかの言葉にしてください。例：年を付けて plan-draft-2026",
    fields: { slug: "ほかの手続で使われています。" },
  },
  wordFixed: {
    code: "wordFixed",
    message: "一度公表した手続のアドレスの言葉は、変えられません。",
    remedy: "元の言葉に戻してください。配った資料や記録から、このアドレスで読まれています。",
    fields: { slug: "公表したあとは変えられません。" },
  },
  nothingToShow: {
    code: "nothingToShow",
    message: "公表する内容が、まだありません。",
    remedy: "手続のページで内容を書いてから、公表してください。",
  },
  stale: {
    code: "stale",
    message: "ほかの人が先に直しました。",
    remedy: "ページを開き直して、いまの内容を確かめてから、もう一度直してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export const periodRefusals = {
  noEnd: {
    code: "noEnd",
    message: "終わりの日が、まだ決まっていません。",
    remedy: "先に、内容の画面で終わりの日を決めてください。",
  },
  isOver: {
    code: "isOver",
    message: "受付は終わっています。終わった受付を開き直すことはできません。",
    remedy: "さらに意見を求めるときは、新しい手続を作ってください。",
  },
  dayMissing: {
    code: "dayMissing",
    message: "新しい終わりの日がわかりません。",
    remedy: "日付を選んでください。",
    fields: { closesOn: "日付を選んでください。例：2026-12-30" },
  },
  notLater: {
    code: "notLater",
    message: "新しい終わりの日が、いまの終わりの日より後ではありません。",
    remedy: "延ばすときは、いまより後の日を選んでください。",
    fields: { closesOn: "いまの終わりの日より後にしてください。" },
  },
  notEarlier: {
    code: "notEarlier",
    message: "新しい終わりの日が、いまの終わりの日より前ではありません。",
    remedy: "早く締め切るときは、いまより前の日を選んでください。",
    fields: { closesOn: "いまの終わりの日より前にしてください。" },
  },
  inThePast: {
    code: "inThePast",
    message: "過ぎた日や、始まりより前の日に締め切ることはできません。",
    remedy: "今日か、それより後の日を選んでください。",
    fields: { closesOn: "今日か、それより後の日にしてください。" },
  },
  reasonMissing: {
    code: "reasonMissing",
    message: "理由がありません。",
    remedy: "期間を変える理由を書いてください。理由は公表されます。",
    fields: { reason: "理由を書いてください。" },
  },
} as const satisfies Readonly<Record<string, Refusal>>;
