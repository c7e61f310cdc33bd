import type { Refusal } from "#kernel/result.ts";
import type { Match } from "./settings.ts";
import type { Place, SignInWay } from "./way.ts";

export const wayLabels: Readonly<Record<SignInWay, string>> = {
  password: "パスワード",
  oidc: "OIDC（外部の認証サービス）",
  ldap: "LDAP・Active Directory",
  passkey: "パスキー",
};

export const placeLabels: Readonly<Record<Place, string>> = {
  anywhere: "どこでも",
  inside: "庁内のサーバーだけ",
  outside: "インターネットから使えるサーバーだけ",
};

export const matchLabels: Readonly<Record<Match, string>> = {
  employeeNumber: "職員番号",
  email: "メールアドレス",
};

/** What is wrong with a field of the settings, and what to enter. */
export const settingFaults = {
  label: "サインインの画面に出す名前を入れてください（例：庁内アカウント）。",
  issuer: "https:// で始まる発行者（issuer）のアドレスを入れてください。",
  clientId: "認証サービスに登録したクライアントIDを入れてください。",
  scopes: "スコープは、半角の英数字を空白で区切って入れてください。",
  claim: "クレームの名前を半角で入れてください（例：employee_number）。",
  url: "ldaps:// で始まるアドレスを入れるか、ldap:// にして StartTLS を選んでください。",
  authority: "証明書（PEM）を読み取れません。BEGIN CERTIFICATE から END CERTIFICATE までを貼り付けてください。",
  base: "探す場所を入れてください（例：ou=people,dc=city,dc=lg,dc=jp）。",
  filter: "かっこのそろった検索条件に {login} を入れてください（例：(uid={login})）。",
  attribute: "属性の名前を半角で入れてください（例：employeeNumber）。",
} as const;

const password = "パスワードでサインインできる人は、そのままパスワードをお使いください。";

/** Why a way did not let someone in, or could not be set so. */
export const wayRefusals = {
  wayClosed: {
    code: "wayClosed",
    message: "お使いの役割では、この方法でサインインできません。",
    remedy: "サインインの画面で、ほかの方法を選んでください。分からないときは、システム管理者にお知らせください。",
  },
  notConfigured: {
    code: "notConfigured",
    message: "この方法は、まだ使えるように設定されていません。",
    remedy: password,
  },
  providerDown: {
    code: "providerDown",
    message: "認証サービスにつながりません。",
    remedy: `しばらく待って、もう一度お試しください。${password}続くときは、システム管理者にお知らせください。`,
  },
  providerRefused: {
    code: "providerRefused",
    message: "認証サービスの答えを確かめられなかったため、サインインできません。",
    remedy: `はじめからもう一度お試しください。続くときは、システム管理者にお知らせください。${password}`,
  },
  cancelled: {
    code: "cancelled",
    message: "認証サービスで、サインインが取りやめられました。",
    remedy: "もう一度お試しになるか、ほかの方法を選んでください。",
  },
  roundOver: {
    code: "roundOver",
    message: "時間が過ぎたか、別の画面で始めたため、続けられません。",
    remedy: "はじめからもう一度お試しください。",
  },
  nobodyKnown: {
    code: "nobodyKnown",
    message: "ご本人の確認はできましたが、このサイトに登録がありません。",
    remedy:
      "システム管理者に、職員としての登録と、職員番号（またはメールアドレス）が認証サービスと同じかどうかの確認を頼んでください。",
  },
  linkedToOther: {
    code: "linkedToOther",
    message: "この職員は、認証サービスの別のアカウントと結び付いています。",
    remedy: "アカウントが新しくなったときは、システム管理者に結び付きを外してもらってください。",
  },
  notLetIn: {
    code: "notLetIn",
    message: "サインインできません。",
    remedy: "利用が終わっているか、まちがいが続いてしばらく止められています。システム管理者にお知らせください。",
  },
  directoryWrong: {
    code: "directoryWrong",
    message: "ユーザー名かパスワードが違います。",
    remedy:
      "続けて5回違うと、しばらくサインインできなくなります（正しいパスワードでも同じ表示です）。庁内のパスワードを忘れたときは、庁内の窓口にお尋ねください。",
  },
  directoryExpired: {
    code: "directoryExpired",
    message: "庁内のパスワードの期限が過ぎています。",
    remedy: "庁内のパソコンなどで庁内のパスワードを変えてから、もう一度お試しください。",
  },
  passkeyUnknown: {
    code: "passkeyUnknown",
    message: "このパスキーは、ここでは登録されていません。",
    remedy: "ほかの方法でサインインし、「自分のアカウント」でパスキーを登録してください。",
  },
  passkeyWrong: {
    code: "passkeyWrong",
    message: "パスキーを確かめられませんでした。",
    remedy: "もう一度お試しになるか、ほかの方法でサインインしてください。",
  },
  passkeyNotMade: {
    code: "passkeyNotMade",
    message: "パスキーを登録できませんでした。",
    remedy: "はじめからもう一度お試しください。同じ端末に二つは登録できません。",
  },
  passkeyNoName: {
    code: "passkeyNoName",
    message: "端末の名前が入っていません。",
    fields: { name: "あとで見分けられる名前を入れてください（例：庁内のノートパソコン）。" },
  },
  passkeyNoSecureHost: {
    code: "passkeyNoSecureHost",
    message: "このアドレスでは、パスキーを使えません。",
    remedy: "https:// で始まる、名前のアドレスで開いてください。サーバーの設定は、システム管理者にお尋ねください。",
  },
  signInAgain: {
    code: "signInAgain",
    message: "サインインしてから15分が過ぎています。",
    remedy: "本人であることを確かめるため、一度サインアウトして、サインインし直してからお試しください。",
  },
  comeByPasskey: {
    code: "comeByPasskey",
    message: "パスキーを登録している人は、パスキーでサインインし直してから変えられます。",
    remedy: "パスキーの端末をなくしたときは、システム管理者に外してもらってください。",
  },
  numberTaken: {
    code: "numberTaken",
    message: "同じ職員番号の人が、すでに登録されています。",
    fields: { employeeNumber: "ほかの人と違う番号にします。" },
  },
  shutOut: (roles: string): Refusal => ({
    code: "shutOut",
    message: `どの方法でもサインインできない役割があります（${roles}）。`,
    remedy:
      "その役割に、パスワード、OIDC、LDAPのどれかを選んでください。パスキーは、先にほかの方法で入って登録します。",
  }),
  notSetYet: (way: string): Refusal => ({
    code: "notSetYet",
    message: `${way}の接続先が、まだ設定されていません。`,
    remedy: "先に「接続先を設定する」で設定し、接続を試してから選んでください。",
  }),
} as const;

/** What trying the connection found. */
export const trialLabels = {
  ok: "つながりました。設定のとおりに使えます。",
  down: "つながりません。アドレス、ネットワーク、証明書を確かめてください。",
  account: "つながりましたが、読み取り用のアカウントかパスワードが違います。",
  search: "つながりましたが、探す場所か検索条件が合いません。",
  refused: "つながりましたが、発行者（issuer）のアドレスか設定が合いません。",
  noSecret: "つながりましたが、クライアントシークレットが入っていません。",
} as const;

export type Trial = keyof typeof trialLabels;
