import type { Refusal } from "#kernel/result.ts";
import type { StepAct } from "./step.ts";

/** What an act at the desk is called where it can be taken back. */
export const stepLabels: Readonly<Record<StepAct, string>> = {
  split: "論点に分ける",
  changed: "論点を直す",
  removed: "論点を取り消す",
  assigned: "同趣旨の意見にまとめる",
  unassigned: "まとめ先を外す",
  excluded: "対象外にする",
  restored: "対象外をやめる",
  placed: "施策を決める",
  tagged: "印を付ける",
  untagged: "印を外す",
  topicMade: "同趣旨の意見をつくる",
  topicsMerged: "同趣旨の意見を統合する",
  topicsRemoved: "同趣旨の意見を削除する",
  divisionsAsked: "課に割り当てる",
};

export const deskRefusals = {
  wordsMissing: {
    code: "wordsMissing",
    message: "選んだ文が、いまの意見の文に見つかりません。",
    remedy: "ページを開き直して、いまの文から選び直してください。",
  },
  saysNothing: {
    code: "saysNothing",
    message: "選んだところに、文字も数字もありません。",
    remedy: "論点にする文を選んでください。",
  },
  nothingMarked: {
    code: "nothingMarked",
    message: "論点にする文が選ばれていません。",
    remedy: "文を一つ以上選んでください。",
  },
  nothingLeft: {
    code: "nothingLeft",
    message: "論点に入っていない文は、もうありません。",
  },
  disposed: {
    code: "disposed",
    message: "この意見の文は廃棄されています。",
    remedy: "廃棄した意見は、論点に分けられません。",
  },
  corrected: {
    code: "corrected",
    message: "開いている間に、意見の文が訂正されました。",
    remedy: "ページを開き直して、新しい文から選び直してください。",
  },
  noPoints: {
    code: "noPoints",
    message: "論点が選ばれていません。",
    remedy: "論点を一つ以上選んでください。",
  },
  pointsGone: {
    code: "pointsGone",
    message: "選んだ論点の中に、もうないものがあります。",
    remedy: "ページを開き直して、選び直してください。",
  },
  stalePoints: {
    code: "stalePoints",
    message: "開いている間に、ほかの人が変えた論点があります。",
    remedy: "ページを開き直して、いまの内容を確かめてから、もう一度操作してください。",
  },
  exclusionMissing: {
    code: "exclusionMissing",
    message: "対象外にする理由が入っていません。",
    remedy: "理由を入れてください。例：計画の対象ではない、特定の個人に関すること",
    fields: { exclusion: "理由を入れてください。" },
  },
  exclusionTooLong: {
    code: "exclusionTooLong",
    message: "対象外にする理由が長すぎます。",
    remedy: "500字までにしてください。",
    fields: { exclusion: "500字までにしてください。" },
  },
  tooLong: {
    code: "tooLong",
    message: "言葉が長すぎます。",
    remedy: "500字までにしてください。",
    fields: { title: "500字までにしてください。" },
  },
  topicGone: {
    code: "topicGone",
    message: "まとめ先の同趣旨の意見が、もうありません。",
    remedy: "統合または削除されています。ほかのまとめ先を選んでください。",
  },
  otherPlan: {
    code: "otherPlan",
    message: "別の計画への意見が混ざっています。",
    remedy: "一つの計画への意見だけを選んでください。",
  },
  titleMissing: {
    code: "titleMissing",
    message: "意見の概要が入っていません。",
    remedy: "同趣旨の意見を一文で言い表してください。例：路線バスの夜の便を増やしてほしい",
    fields: { title: "意見の概要を入れてください。" },
  },
  staleTopic: {
    code: "stale",
    message: "開いている間に、ほかの人がこの同趣旨の意見を変えました。",
    remedy: "ページを開き直して、いまの内容を確かめてから、もう一度操作してください。",
  },
  noTopics: {
    code: "noTopics",
    message: "同趣旨の意見が選ばれていません。",
    remedy: "一つ以上選んでください。",
  },
  oneTopic: {
    code: "oneTopic",
    message: "統合する相手が選ばれていません。",
    remedy: "統合先のほかに、一つ以上の同趣旨の意見を選んでください。",
  },
  divisionMissing: {
    code: "divisionMissing",
    message: "割り当てる課がわかりません。",
    remedy: "課を選んでください。施策の主管課に割り当てるときは、先に施策を決めてください。",
    fields: { division: "課を選んでください。" },
  },
  dueOnWrong: {
    code: "dueOnWrong",
    message: "期限の日がわかりません。",
    remedy: "きょうより後の日を選んでください。",
    fields: { dueOn: "きょうより後の日を選んでください。" },
  },
  nobodyToRemind: {
    code: "nobodyToRemind",
    message: "催促する相手がいません。",
    remedy: "課に割り当てられていて回答案の出ていないものを選び、課に課担当か課長がいるかを確かめてください。",
  },
  nothingToUndo: { code: "nothingToUndo", message: "元に戻せる操作がありません。" },
  notTheLast: {
    code: "notTheLast",
    message: "このあとに、あなたの別の操作があります。",
    remedy: "新しい操作から順に元に戻してください。",
  },
  tagNameMissing: {
    code: "tagNameMissing",
    message: "印の名前が入っていません。",
    remedy: "30字までの名前を入れてください。例：交通、子育て、要確認",
    fields: { name: "30字までの名前を入れてください。" },
  },
  tagTaken: {
    code: "tagTaken",
    message: "同じ名前の印が、もうあります。",
    remedy: "別の名前にするか、その印を使ってください。",
    fields: { name: "同じ名前の印があります。" },
  },
  tagGone: { code: "tagGone", message: "その印は、もうありません。", remedy: "ページを開き直してください。" },
} as const satisfies Readonly<Record<string, Refusal>>;

/** 「バスを増やして…」: enough of somebody's words to know them again. */
export function shortened(words: string, most = 20): string {
  const line = words.replace(/\s+/gu, " ");
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

export function overlapRefusal(quote: string): Refusal {
  return {
    code: "overlap",
    message: `選んだところが、ほかの論点「${shortened(quote)}」と重なっています。`,
    remedy: "重ならないように選ぶか、その論点を先に取り消してください。",
  };
}

export function decidedTopicRefusal(numbers: readonly number[]): Refusal {
  return {
    code: "decidedTopic",
    message: `市の考え方が決定されている同趣旨の意見（${numbersText(numbers)}）は、言い換えたり、ほかへまとめたり、論点を外したりできません。`,
    remedy: "変える必要があるときは、先に決定を取り消してください。論点を加えることはできます。",
  };
}

export function answeredTopicRefusal(numbers: readonly number[]): Refusal {
  return {
    code: "answeredTopic",
    message: `市の考え方を企画が確認中のもの、または計画の変更が結び付いたもの（${numbersText(numbers)}）は、ほかへ統合できません。`,
    remedy: "それを統合先にするか、先に差し戻すか、変更の結び付きを外してください。",
  };
}

export function notEmptyRefusal(numbers: readonly number[]): Refusal {
  return {
    code: "notEmpty",
    message: `論点または市の考え方のある同趣旨の意見（${numbersText(numbers)}）は、削除できません。`,
    remedy: "論点をほかへ移すか、統合してください。",
  };
}

/** What somebody did since, so that a step cannot be taken back. */
export function changedSinceRefusal(changed: {
  readonly voiceNumbers: readonly number[];
  readonly topicNumbers: readonly number[];
}): Refusal {
  const voices = changed.voiceNumbers.length > 0 ? [`意見${numbersText(changed.voiceNumbers)}の論点`] : [];
  const topics = changed.topicNumbers.length > 0 ? [`同趣旨の意見${numbersText(changed.topicNumbers)}`] : [];
  return {
    code: "changedSince",
    message: `この操作のあとに${[...voices, ...topics].join("と")}が変えられたので、元に戻せません。`,
    remedy: "必要なときは、一つずつ直してください。",
  };
}

function numbersText(numbers: readonly number[]): string {
  const most = 5;
  const shown = numbers.slice(0, most).join("、");
  return numbers.length > most ? `${shown}ほか${numbers.length - most}件` : shown;
}

/** The most characters of a reason to leave points out. */
const longestExclusion = 500;

/** What is wrong with the reason why points are left out, which the public can read. */
export function exclusionFault(reason: string): Refusal | undefined {
  if (reason.trim() === "") return deskRefusals.exclusionMissing;
  return reason.length > longestExclusion ? deskRefusals.exclusionTooLong : undefined;
}
