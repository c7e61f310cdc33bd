import type { Refusal } from "#kernel/result.ts";
import type { DeclarationState, DeclarerKind, YearlyAnswer } from "./declaration.ts";
import type { PartnershipForm, Proposer } from "./partnership.ts";

export const declarerKindLabels: Readonly<Record<DeclarerKind, string>> = {
  business: "事業者",
  group: "団体",
};

export const declarationStateLabels: Readonly<Record<DeclarationState, string>> = {
  waiting: "確認待ち",
  accepted: "受入れ",
  refused: "公表しない",
};

export const yearlyAnswerLabels: Readonly<Record<YearlyAnswer, string>> = {
  continuing: "続けています",
  ended: "終わりました",
};

export const partnershipFormLabels: Readonly<Record<PartnershipForm, string>> = {
  agreement: "協定",
  subsidy: "補助",
  commission: "委託",
  jointProject: "協働事業",
  sponsorship: "後援",
  other: "その他",
};

export const proposerLabels: Readonly<Record<Proposer, string>> = {
  voice: "市民の意見・提案",
  city: "市",
  partner: "相手の団体・事業者",
};

export const declarationRefusals = {
  noPlan: {
    code: "noPlan",
    message: "宣言を受け付ける計画が、いま公表されていません。",
    remedy: "計画が公表されてから、もう一度お送りください。",
  },
  unknownReceipt: {
    code: "unknownReceipt",
    message: "この受付番号の宣言は、見つかりません。",
    remedy: "番号を確かめて、もう一度入れてください。",
    fields: { receipt: "受付番号を確かめてください。" },
  },
  notAccepted: {
    code: "notAccepted",
    message: "この宣言は、まだ受け入れられていません。",
    remedy: "市の確認が終わるまで、お待ちください。",
  },
  hasEnded: {
    code: "hasEnded",
    message: "この宣言は、すでに終わっています。",
    remedy: "また取り組むときは、新しい宣言をお送りください。",
  },
  reasonMissing: {
    code: "reasonMissing",
    message: "公表しない理由がありません。",
    remedy: "送った人が受付番号で読む理由を書いてください。",
    fields: { reason: "理由を書いてください。" },
  },
  stale: {
    code: "stale",
    message: "ほかの人が先に扱いを変えました。",
    remedy: "ページを開き直して、いまの扱いを確かめてください。",
  },
  goesOn: {
    code: "goesOn",
    message: "この宣言は続いているため、連絡先を廃棄できません。",
    remedy: "宣言が終わるか、公表しない扱いにしてから、廃棄してください。",
  },
  noContact: {
    code: "noContact",
    message: "この宣言の連絡先は、すでに廃棄しました。",
    remedy: "することはありません。",
  },
  unknownVoice: {
    code: "unknownVoice",
    message: "この番号の意見は、台帳にありません。",
    remedy: "意見の台帳で番号を確かめてください。",
    fields: { voiceNumber: "番号を確かめてください。" },
  },
  nothingToShow: {
    code: "nothingToShow",
    message: "公表する宣言も、協働の相手も、まだありません。",
    remedy: "届いた宣言を受け入れるか、施策の協働の相手を登録してから、公表してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
