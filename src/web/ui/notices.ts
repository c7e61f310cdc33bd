/** Short words shown on the page after a write. An address carries only the key, so nobody can write words into our pages. */
export const notices = {
  saved: "保存しました。",
  created: "作成しました。",
  frozen: "版を凍結しました。公開するときは、「公表」で行います。",
  removed: "削除しました。元に戻すことができます。",
  confirmed: "確定しました。",
  registered: "意見の台帳に登録しました。",
  restored: "元に戻しました。",
  moved: "移動しました。",
  renumbered: "番号を付け直しました。",
  published: "公開しました。",
  withdrawn: "公開を取り下げました。",
  purged: "完全に削除しました。",
  erased: "内容を消去しました。",
  imported: "取り込みました。",
  invited: "招待のメールを送りました。",
  signedOut: "サインアウトしました。",
  passwordChosen: "パスワードを決めました。サインインしてください。",
  passwordChanged: "パスワードを変えました。ほかの端末のサインインは終わりました。",
  signInsEnded: "サインインを終わらせました。",
  unlocked: "ロックを解除しました。",
  secondFactorRemoved: "確認コードを外しました。",
  setUp: "初期設定が終わりました。計画づくりを始められます。",
  requested: "受け付けました。",
  cancelled: "取りやめました。",
  returned: "返却しました。節の文章になりました。",
  givenUp: "貸出をやめました。書いた文章は、控えとして残っています。",
  keptLate: "この節の貸出はすでに終わっていたため、文章を控えとして残しました。下で見くらべてください。",
  keptStale: "別の画面で先に保存されていたため、文章を控えとして残しました。下で見くらべてください。",
  settled: "控えを片付けました。",
  adopted: "取り入れました。書いていた文章は、違うところがあれば控えに残しました。",
  termRemoved: "用語を削除しました。",
  wordTaken: "Wordの変更を、借りている節の写しに入れました。確かめて、返却してください。",
  templateUsed: "このひな形を使い始めました。これから作るWordに使います。",
  templateWithdrawn: "ひな形を使うのをやめました。これから作るWordは、標準の体裁になります。",
  leftOut: "計画書から外しました。",
} as const;

export type NoticeKey = keyof typeof notices;

/** The words for a key from an address; undefined for anything unknown. */
export function noticeText(key: string | null): string | undefined {
  return key !== null && Object.hasOwn(notices, key) ? notices[key as NoticeKey] : undefined; // hasOwn just proved it
}
