import { actsForAnother, belongsTo, holds, permission, personId, type Actor } from "#domain/audit/index.ts";
import { mayReadPlans } from "#domain/plan/index.ts";

/** The divisions that write a section. */
export interface SectionDivisions {
  readonly divisionIds: readonly string[];
}

function isOwn(actor: Actor, { divisionIds }: SectionDivisions): boolean {
  return belongsTo(actor, ...divisionIds);
}

export const mayReadManuscripts = permission("作成中の計画を読める職員は、原稿とその版を読める。", (actor) =>
  mayReadPlans(actor),
);

export const mayShapeManuscript = permission(
  "企画は、原稿の章と節を加え、並べ替え、外し、担当課と期限を決められる。",
  (actor) => holds(actor, "planning"),
);

export const mayWriteSections = permission<[SectionDivisions]>(
  "企画と受託者はすべての節を、課担当と課長は自分の課が担当する節を、借りて書き、返却し、引き継ぐことができる。",
  (actor, section) =>
    holds(actor, "planning", "contractor") || (holds(actor, "clerk", "chief") && isOwn(actor, section)),
);

export const mayAskForCheck = permission<[SectionDivisions]>(
  "節を書ける人は、その節の課長確認を求め、執筆中に戻すことができる。",
  (actor, section) => mayWriteSections(actor, section),
);

export const mayConfirmSections = permission<[SectionDivisions]>(
  "企画はすべての節を、課長は自分の課が担当する節を確定し、理由を付けて差替えにすることができる。",
  (actor, section) => holds(actor, "planning") || (holds(actor, "chief") && isOwn(actor, section)),
);

export const mayRemark = permission("原稿を読める職員は、節に意見や修正案を付けられる。監査を除く。", (actor) =>
  holds(actor, "planning", "finance", "clerk", "chief", "executive", "contractor"),
);

export const mayFreezeVersions = permission(
  "企画は、原稿と計画を版として凍結し、正誤表と会議・議会の意見を記録できる。代理としてはできない。",
  (actor) => holds(actor, "planning") && !actsForAnother(actor),
);

export const mayEraseWordImports = permission<[{ readonly startedBy: string | null }]>(
  "企画は、読み込まれたWordをだれのものでも、ほかの人は自分が読み込んだものを、消去できる。",
  (actor, { startedBy }) => holds(actor, "planning") || (startedBy !== null && startedBy === personId(actor)),
);

/** For pages that only those come to who may write at least some section. */
export const mayWorkOnManuscripts = permission("企画・課担当・課長・受託者は、原稿を書く画面を使える。", (actor) =>
  holds(actor, "planning", "clerk", "chief", "contractor"),
);
