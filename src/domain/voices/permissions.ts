import { actsForAnother, belongsTo, holds, permission, type Actor } from "#domain/audit/index.ts";

/** Whose occasion or topic it is: the division that looks after it. */
export interface InCharge {
  readonly divisionId: string | null;
}

function isOfDivision(actor: Actor, { divisionId }: InCharge): boolean {
  return holds(actor, "clerk", "chief") && belongsTo(actor, divisionId);
}

export const mayReadVoices = permission(
  "企画・財政・課担当・課長・部長会議・監査は、意見の台帳を読める。提出者の氏名や連絡先は含まない。",
  (actor) => holds(actor, "planning", "finance", "clerk", "chief", "executive", "auditor"),
);

export const maySeeSenders = permission<[InCharge]>(
  "企画と、受付をする課の課担当・課長は、提出者の氏名や連絡先を見ることができる。見たことは記録に残る。",
  (actor, occasion) => holds(actor, "planning") || isOfDivision(actor, occasion),
);

export const mayLookAtSenders = permission(
  "企画・課担当・課長は、提出者を見るページの操作を使える。どの機会の提出者を見られるかは、操作が決める。",
  (actor) => holds(actor, "planning", "clerk", "chief"),
);

export const mayManageOccasions = permission(
  "企画は、聴取の機会・地区・対応区分・定型文・論点の印を決められる。",
  (actor) => holds(actor, "planning"),
);

export const mayEnterVoices = permission<[InCharge]>(
  "企画と、受付をする課の課担当・課長は、届いた意見を台帳に入れられる。",
  (actor, occasion) => holds(actor, "planning") || isOfDivision(actor, occasion),
);

export const mayOpenEntry = permission(
  "企画・課担当・課長は、紙やファイルで届いた意見を入れる画面を使える。",
  (actor) => holds(actor, "planning", "clerk", "chief"),
);

export const mayCheckBatches = permission<[InCharge]>(
  "企画と、受付をする課の課担当・課長は、別の人が入れた用紙を読み合わせて台帳に登録できる。代理としてはできない。",
  (actor, occasion) => mayEnterVoices(actor, occasion) && !actsForAnother(actor),
);

export const maySortPoints = permission<[InCharge]>(
  "企画と、受付をする課の課担当・課長は、意見を論点に分け、同趣旨の意見にまとめられる。",
  (actor, occasion) => holds(actor, "planning") || isOfDivision(actor, occasion),
);

/** For the forms that only those come to who may sort at least something. */
export const mayUseDesk = permission("企画・課担当・課長は、意見を仕分ける画面を使える。", (actor) =>
  holds(actor, "planning", "clerk", "chief"),
);

export const mayAssignTopics = permission("企画は、市の考え方を書く課と期限を決め、催促できる。", (actor) =>
  holds(actor, "planning"),
);

export const mayDraftResponses = permission<[InCharge]>(
  "企画はすべての、課担当と課長は自分の課に割り当てられた意見の、市の考え方の案を書ける。",
  (actor, topic) => holds(actor, "planning") || isOfDivision(actor, topic),
);

/** For the forms that only those come to who may answer at least something. */
export const mayWriteResponses = permission("企画・課担当・課長は、市の考え方の案を書く画面を使える。", (actor) =>
  holds(actor, "planning", "clerk", "chief"),
);

export const mayEditResponses = permission("企画は、課から出た案を直し、理由を付けて差し戻せる。", (actor) =>
  holds(actor, "planning"),
);

export const mayDecideResponses = permission(
  "企画は、市の考え方の決定（起案・文書番号・決裁日）を登録できる。",
  (actor) => holds(actor, "planning"),
);

export const mayRedact = permission(
  "企画は、公開用の写しから個人の情報を除き、別の一人が確かめる。代理としては確かめられない。",
  (actor) => holds(actor, "planning") && !actsForAnother(actor),
);

export const mayHideVoices = permission("企画は、理由を付けて意見を公開しない扱いにし、戻すことができる。", (actor) =>
  holds(actor, "planning"),
);

export const mayKeepPersonalData = permission(
  "企画は、訂正・利用停止の請求を受け付け、保存年限の過ぎた意見と提出者を廃棄できる。代理としてはできない。",
  (actor) => holds(actor, "planning") && !actsForAnother(actor),
);
