import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Mail } from "#platform/mail/index.ts";

interface LinkMail {
  readonly to: string;
  readonly name: string;
  readonly city: string;
  readonly link: string;
  readonly expiresAt: Date;
}

export function invitationMail({ to, name, city, link, expiresAt }: LinkMail): Mail {
  return {
    to,
    subject: `【${city} 総合計画】職員用ページへのご招待`,
    text: `${name} 様

${city}の総合計画の職員用ページに登録されました。
次のリンクを開き、パスワードを決めてください。

${link}

このリンクは一度だけ、${momentWords(expiresAt)}まで使えます。
期限が過ぎたときは、システム管理者にお知らせください。

お心当たりのないときは、このメールを消してください。
`,
  };
}

export function newPasswordMail({ to, name, city, link, expiresAt }: LinkMail): Mail {
  return {
    to,
    subject: `【${city} 総合計画】パスワードの再設定`,
    text: `${name} 様

パスワードを決め直すためのリンクです。

${link}

このリンクは一度だけ、${momentWords(expiresAt)}まで使えます。
お心当たりのないときは、そのままにしてください。パスワードは変わりません。
`,
  };
}

/** 「令和8年11月22日 10時05分」 in Tokyo. */
export function momentWords(instant: Date): string {
  return `${warekiDate(tokyoDay(instant))} ${tokyoTime(instant).replace(":", "時")}分`;
}
