/** What the acts (操作) of the audit trail are called, subject by subject in the order of the house. */
const actLabels: Readonly<Record<string, string>> = {
  "audit.verified": "操作の記録の検証",
  "audit.verificationRequested": "操作の記録の検証の依頼",
  "job.cancelled": "処理の取りやめ",
  "job.retried": "処理のやり直し",

  "identity.setUp.opened": "初期設定の開始",
  "identity.setUp.finished": "初期設定の完了",
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
  "identity.secondFactor.codesRenewed": "予備コードの作り直し",
  "identity.policy.decided": "確認コードの方針の決定",
  "identity.signIn.ended": "サインインの終了",
  "identity.signIn.othersEnded": "ほかのサインインの終了",

  "publication.prepared": "公開の準備",
  "publication.published": "公開",
  "publication.withdrawn": "公開の取下げ",
  "publication.purgeRequested": "完全な削除の依頼",
  "publication.purged": "完全な削除",
};

/** An act in Japanese; one without words of its own is shown by its key, so that nothing is hidden. */
export function actLabel(act: string): string {
  return actLabels[act] ?? act;
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
