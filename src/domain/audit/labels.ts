/** What the acts (操作) of the audit trail are called, subject by subject in the order of the house. */
const actLabels: Readonly<Record<string, string>> = {
  "audit.verified": "操作の記録の検証",
  "audit.verificationRequested": "操作の記録の検証の依頼",
  "job.cancelled": "処理の取りやめ",
  "job.retried": "処理のやり直し",

  "identity.setUp.opened": "初期設定の開始",
  "identity.setUp.finished": "初期設定の完了",
  "identity.municipality.edited": "自治体の設定の変更",
  "identity.division.created": "部・課の登録",
  "identity.division.changed": "部・課の変更",
  "identity.division.abolished": "部・課の廃止",
  "identity.person.created": "職員の登録",
  "identity.person.edited": "職員の変更",
  "identity.person.invited": "職員の招待",
  "identity.person.invitedAgain": "職員の再招待",
  "identity.person.retired": "職員の利用終了",
  "identity.person.reinstated": "職員の利用再開",
  "identity.person.unlocked": "ロックの解除",
  "identity.post.given": "所属の登録",
  "identity.post.ended": "所属の終了",
  "identity.grant.given": "役割の付与",
  "identity.grant.ended": "役割の終了",
  "identity.password.linkRequested": "パスワード再設定の依頼",
  "identity.password.chosen": "パスワードの設定",
  "identity.password.changed": "パスワードの変更",
  "identity.secondFactor.enrolled": "確認コードの登録",
  "identity.secondFactor.removed": "確認コードの解除",
  "identity.secondFactor.takenAway": "確認コードの解除（管理者による）",
  "identity.secondFactor.forgotten": "確認コードの登録の取消し（復元のため）",
  "identity.secondFactor.codesRenewed": "予備コードの作り直し",
  "identity.policy.decided": "確認コードの方針の決定",
  "identity.signIn.ended": "サインインの終了",
  "identity.signIn.othersEnded": "ほかのサインインの終了",

  "plan.created": "計画の作成",
  "plan.edited": "計画の設定の変更",
  "plan.levels.edited": "階層の変更",
  "plan.branch.inserted": "施策体系のまとめての追加",
  "plan.node.added": "施策体系の項目の追加",
  "plan.node.renamed": "施策体系の項目の名前の変更",
  "plan.node.moved": "施策体系の項目の移動",
  "plan.node.removed": "施策体系の項目の削除",
  "plan.node.restored": "削除した項目の復元",
  "plan.node.renumbered": "施策体系の項目の番号の変更",
  "plan.renumbered": "番号の付け直し",
  "plan.step.undone": "直前の操作の取消し",
  "plan.node.edited": "施策の編集",
  "plan.node.reverted": "施策を前の版に戻す",
  "plan.sdg.linked": "SDGsの位置づけの変更",
  "plan.sdg.unlinked": "SDGsの位置づけの取消し",
  "plan.sdg.explained": "施策のないSDGsの目標の説明",
  "plan.indicator.added": "指標の追加",
  "plan.indicator.edited": "指標の編集",
  "plan.indicator.removed": "指標の削除",
  "plan.indicator.restored": "削除した指標の復元",
  "plan.import.started": "取込みの開始",
  "plan.import.sheetChosen": "取込みの表の選択",
  "plan.import.columnsMapped": "取込みの列の対応づけ",
  "plan.import.answered": "取込みの確認への回答",
  "plan.import.requested": "取込みの実行の依頼",
  "plan.import.applied": "取込みの実行",
  "plan.import.reopened": "取込みの再開",
  "plan.import.abandoned": "取込みの取りやめ",

  "publication.prepared": "公開の準備",
  "publication.published": "公開",
  "publication.withdrawn": "公開の取下げ",
  "publication.purgeRequested": "完全な削除の依頼",
  "publication.purgeTakenBack": "完全な削除の依頼の取消し",
  "publication.purged": "完全な削除",
};

/** An act in Japanese; one without words of its own is shown by its key, so that nothing is hidden. */
export function actLabel(act: string): string {
  return actLabels[act] ?? act;
}

const referenceLabels: Readonly<Record<string, string>> = {
  abolishedOn: "廃止日",
  act: "操作",
  brokenAt: "合わない記録の番号",
  divisionId: "部・課",
  events: "記録の件数",
  fields: "変えた欄",
  fileId: "ファイル",
  fromOn: "始まりの日",
  goal: "SDGsの目標",
  grantId: "役割の付与",
  hash: "ハッシュ",
  importId: "取込み",
  indicatorId: "指標",
  indicators: "指標の数",
  jobId: "処理",
  kind: "種別",
  levels: "階層の数",
  nodeId: "項目",
  nodes: "項目の数",
  parentId: "上の項目",
  personId: "職員",
  planId: "計画",
  postId: "所属",
  publicationId: "公開した版",
  publicationIds: "公開した版",
  reference: "対象の名前",
  retiredOn: "利用終了日",
  role: "役割",
  roles: "役割",
  signInId: "サインイン",
  step: "取り消した操作",
  subject: "対象の種別",
  untilOn: "終わりの日",
};

/** What an event points at, in Japanese; a key without words is shown as it is. */
export function referenceLabel(key: string): string {
  return referenceLabels[key] ?? key;
}

const faultLabels: Readonly<Record<string, string>> = {
  "an event is missing before this one": "この前の記録が欠けています。",
  "the link to the event before is not its hash": "前の記録とのつながりが合いません。",
  "the content does not match its hash": "内容が記録されたときから変わっています。",
};

/** Why the chain is broken, in Japanese. */
export function chainFaultLabel(reason: string): string {
  return faultLabels[reason] ?? reason;
}
