import type { Refusal } from "#kernel/result.ts";

export const occasionRefusals = {
  hasInstrument: {
    code: "hasInstrument",
    message: "この経路の機会は、ここでは作ったり直したりできません。",
    remedy: "「意見募集など」から作るか、直してください。",
  },
  titleMissing: {
    code: "titleMissing",
    message: "名前を入れてください。",
    remedy: "例：後期基本計画（素案）への意見募集",
    fields: { title: "名前を入れてください。" },
  },
  titleTooLong: {
    code: "titleTooLong",
    message: "名前が長すぎます。",
    remedy: "200字までにして、くわしいことは要約や趣旨に書いてください。",
    fields: { title: "200字までにしてください。" },
  },
  divisionUnknown: {
    code: "divisionUnknown",
    message: "その課は、いまの組織にありません。",
    remedy: "ページを開き直して、受付をする課を選び直してください。",
    fields: { divisionId: "いまある課を選んでください。" },
  },
  opensOnMissing: {
    code: "opensOnMissing",
    message: "始まりの日がわかりません。",
    remedy: "日付を選んでください。",
    fields: { opensOn: "日付を選んでください。例：2026-12-01" },
  },
  closesOnWrong: {
    code: "closesOnWrong",
    message: "終わりの日がわかりません。",
    remedy: "日付を選んでください。",
    fields: { closesOn: "日付を選んでください。例：2026-12-30" },
  },
  closesBefore: {
    code: "closesBefore",
    message: "終わりの日が、始まりの日より前です。",
    remedy: "始まりの日と同じか、それより後の日にしてください。",
    fields: { closesOn: "始まりの日より前です。" },
  },
  voiceYears: {
    code: "voiceYears",
    message: "意見の保存年限がわかりません。",
    remedy: "1から99までの年数を入れてください。",
    fields: { voiceYears: "1から99までの年数を入れてください。" },
  },
  senderYears: {
    code: "senderYears",
    message: "提出者の保存年限がわかりません。",
    remedy: "0から、意見の保存年限までの年数を入れてください。",
    fields: { senderYears: "意見の保存年限より長くはできません。" },
  },
  stale: {
    code: "stale",
    message: "ほかの人が先に直しました。",
    remedy: "ページを開き直して、いまの内容を確かめてから、もう一度直してください。",
  },
  stillOpen: {
    code: "stillOpen",
    message: "受付の期間が終わっていないので、結果を確定できません。",
    remedy: "終わりの日が過ぎてから確定してください。早く終えるときは、期間を変えて公示し直します。",
  },
  notSettled: {
    code: "notSettled",
    message: "結果は、まだ確定していません。",
    remedy: "そのまま直せます。",
  },
  settled: {
    code: "settled",
    message: "結果を確定したあとなので、変えられません。",
    remedy: "変える必要があるときは、先に結果の確定を取り消してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export const voiceRefusals = {
  textMissing: {
    code: "textMissing",
    message: "意見が入っていません。",
    remedy: "意見を入れてください。",
    fields: { text: "意見を入れてください。" },
  },
  textTooLong: {
    code: "textTooLong",
    message: "意見が長すぎます。",
    remedy: "一つの意見は20,000字までです。長い資料はファイルで付けてください。",
    fields: { text: "20,000字までにしてください。" },
  },
  senderTooLong: {
    code: "senderTooLong",
    message: "氏名や連絡先が長すぎます。",
    remedy: "それぞれ200字までにしてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export const responseRefusals = {
  stale: {
    code: "stale",
    message: "ほかの人が先に保存しました。",
    remedy: "いまの内容と見くらべて、もう一度保存してください。入力した文はこのページに残っています。",
  },
  decided: {
    code: "decided",
    message: "この市の考え方は、もう決定されています。",
    remedy: "直す必要があるときは、企画が理由を付けて決定の見直しを始めてください。",
  },
  submitted: {
    code: "submitted",
    message: "この案は、企画が確認しています。",
    remedy: "直したいときは、企画に差戻しを頼んでください。",
  },
  contentMissing: {
    code: "contentMissing",
    message: "市の考え方が入っていません。",
    remedy: "市の考え方を入れてから、企画へ提出してください。途中のときは「案を保存する」を選んでください。",
    fields: { content: "市の考え方を入れてください。" },
  },
  contentTooLong: {
    code: "contentTooLong",
    message: "市の考え方が長すぎます。",
    remedy: "10,000字までにしてください。",
    fields: { content: "10,000字までにしてください。" },
  },
  categoryMissing: {
    code: "categoryMissing",
    message: "対応区分が選ばれていません。",
    remedy: "対応区分を一つ選んでください。",
    fields: { category: "対応区分を選んでください。" },
  },
  categoryUnknown: {
    code: "categoryUnknown",
    message: "その対応区分は、もう使われていません。",
    remedy: "いまの対応区分から選び直してください。",
    fields: { category: "選び直してください。" },
  },
  notSubmitted: {
    code: "notSubmitted",
    message: "この市の考え方は、まだ企画へ提出されていません。",
    remedy: "課からの提出を待ってください。",
  },
  notDecided: {
    code: "notDecided",
    message: "この市の考え方は、まだ決定されていません。",
    remedy: "決定の前は、そのまま直せます。",
  },
  reasonMissing: {
    code: "reasonMissing",
    message: "理由を入れてください。",
    remedy: "あとから読む人に分かるように、短く書いてください。",
    fields: { reason: "理由を入れてください。" },
  },
  nameMissing: {
    code: "nameMissing",
    message: "名前を入れてください。",
    remedy: "例：反映する（案を修正する）",
    fields: { name: "名前を入れてください。" },
  },
  symbolMissing: {
    code: "symbolMissing",
    message: "記号を入れてください。",
    remedy: "4字までの記号を入れてください。例：A、◎",
    fields: { symbol: "4字までの記号を入れてください。" },
  },
  nameTaken: {
    code: "nameTaken",
    message: "同じ名前のものがあります。",
    remedy: "別の名前にしてください。",
    fields: { name: "同じ名前のものがあります。" },
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export const changeRefusals = {
  unknownRevision: {
    code: "unknownRevision",
    message: "その版が見つかりません。",
    remedy: "施策のページの版歴から、変える前と変えた後の版を選んでください。",
  },
  notLater: {
    code: "notLater",
    message: "変えた後の版が、変える前の版より後ではありません。",
    remedy: "後に保存された版を選んでください。",
    fields: { after: "変える前より後の版を選んでください。" },
  },
  noDifference: {
    code: "noDifference",
    message: "二つの版の間で、この欄の文は変わっていません。",
    remedy: "先に施策のページで文を直して保存し、その版を選んでください。",
    fields: { after: "文が変わった版を選んでください。" },
  },
  unknownField: {
    code: "unknownField",
    message: "その欄はありません。",
    remedy: "一覧から選び直してください。",
    fields: { field: "欄を選んでください。" },
  },
  alreadyNoted: {
    code: "alreadyNoted",
    message: "この欄の変更は、もう結び付いています。",
    remedy: "版を変えるときは、いったん外してから付け直してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export const decisionRefusals = {
  stale: occasionRefusals.stale,
  titleMissing: {
    code: "titleMissing",
    message: "件名を入れてください。",
    remedy: "例：後期基本計画（素案）への意見に対する市の考え方について",
    fields: { title: "件名を入れてください。" },
  },
  recorded: {
    code: "recorded",
    message: "この決定は、もう登録されています。",
    remedy: "決定した表は変えられません。直すときは、市の考え方ごとに決定の見直しを始めてください。",
  },
  bodyMissing: {
    code: "bodyMissing",
    message: "決めた人か会議の名前を入れてください。",
    remedy: "例：市長決裁、総合計画策定委員会",
    fields: { body: "決めた人か会議の名前を入れてください。" },
  },
  decidedOnWrong: {
    code: "decidedOnWrong",
    message: "決裁日がわからないか、これから先の日です。",
    remedy: "決裁のあった日を選んでください。",
    fields: { decidedOn: "決裁のあった日を選んでください。" },
  },
  documentNumberMissing: {
    code: "documentNumberMissing",
    message: "文書番号を入れてください。",
    remedy: "例：8みほ企第123号",
    fields: { documentNumber: "文書番号を入れてください。" },
  },
  nothingToDecide: {
    code: "nothingToDecide",
    message: "決定を待っている市の考え方がありません。",
    remedy: "課から提出された市の考え方がそろってから、もう一度登録してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** A table is decided as a whole: answers that are not ready hold it up. */
export function notReady(numbers: readonly number[]): Refusal {
  const shown = numbers.slice(0, 10).map((number) => `${number}番`);
  return {
    code: "notReady",
    message: `まだ提出されていない市の考え方が${numbers.length}件あります（${shown.join("、")}${numbers.length > 10 ? " ほか" : ""}）。`,
    remedy: "すべてそろえてから表として決定するか、急ぐものだけを個別に決定してください。",
  };
}

/** Settling waits until nothing is missing. */
export function unsettled(count: number): Refusal {
  return {
    code: "unsettled",
    message: `足りないものが${count}件あるので、結果を確定できません。`,
    remedy: "下の一覧のとおりに直してから、もう一度確定してください。",
  };
}

export const notSettledYet: Refusal = {
  code: "notSettledYet",
  message: "結果がまだ確定していません。",
  remedy: "意見の「まとめ」のページで足りないものを直し、結果を確定してから公開してください。",
};

/** Why the results of an occasion do not go public a second time. */
export const notCompleteAnyMore: Refusal = {
  code: "notCompleteAnyMore",
  message: "結果を確定したあとに、足りないものができました。",
  remedy: "「市の考え方」のまとめで足りないものを確かめ、決定し直してから公開してください。",
};
