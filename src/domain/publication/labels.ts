import type { Refusal } from "#kernel/result.ts";
import type { Openness } from "./source.ts";
import type { PublicationState } from "./publication-state.ts";

export const opennessLabels: Readonly<Record<Openness, string>> = {
  discussion: "検討中として公開",
  decided: "公表",
};

export const stateLabels: Readonly<Record<PublicationState, string>> = {
  current: "公開中",
  superseded: "新しい版に替わりました",
  withdrawn: "取り下げました",
  purged: "完全に削除しました",
};

/** The stamp on everything that is published while still under discussion. */
export const undecidedStamp = "未確定";

/** Stands where the name of a purged publication stood. */
export const purgedLabel = "（完全に削除した版）";

/** The name that citizens see from the moment a purge is asked for until it is done or taken back. */
export const purgeAskedLabel = "（完全な削除を求められている版）";

export const refusals = {
  changed: {
    code: "changed",
    message: "確認のあとに内容が変わりました。",
    remedy: "変わったところを確かめて、もう一度公開の準備をしてください。まだ何も公開していません。",
  },
  misshapen: {
    code: "misshapen",
    message: "公開できる形になっていない項目があります。",
    remedy: "システムの不具合かもしれません。システム管理者にお知らせください。",
  },
  labelMissing: {
    code: "labelMissing",
    message: "版の名前を入れてください。",
    remedy: "例：素案、令和9年3月策定版",
    fields: { label: "版の名前を入れてください。" },
  },
  divisionMissing: {
    code: "divisionMissing",
    message: "問い合わせ先の課を入れてください。",
    remedy: "公開するページのすべてに、問い合わせ先が出ます。",
    fields: { divisionName: "問い合わせ先の課を入れてください。" },
  },
  reasonMissing: {
    code: "reasonMissing",
    message: "理由を入れてください。",
    remedy: "理由は市民に公開されます。個人の情報は書かないでください。",
    fields: { reason: "理由を入れてください。" },
  },
  alreadyWithdrawn: {
    code: "alreadyWithdrawn",
    message: "この版は、すでに取り下げられています。",
    remedy: "公表の一覧で状態を確かめてください。",
  },
  alreadyPurged: {
    code: "alreadyPurged",
    message: "この版は、すでに完全に削除されています。",
    remedy: "公表の一覧で状態を確かめてください。",
  },
  purgedBefore: {
    code: "purgedBefore",
    message: "完全な削除を求められた版と、まったく同じ内容です。",
    remedy: "削除の理由になった情報を計画から除いて保存し、もう一度準備してください。",
  },
  notRequested: {
    code: "notRequested",
    message: "この版の削除は、まだ求められていません。",
    remedy: "先に、理由を書いて削除を求めてください。",
  },
  secondPerson: {
    code: "secondPerson",
    message: "削除を求めた人は、自分では確認できません。",
    remedy: "企画担当かシステム管理者の、別の人に確認を頼んでください。この版はもう取り下げられ、市民には見えません。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
