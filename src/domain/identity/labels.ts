import type { Role } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
import type { AttemptOutcome } from "./lockout.ts";
import type { PersonState } from "./person.ts";
import type { Demand } from "./second-factor-policy.ts";

export const roleLabels: Readonly<Record<Role, string>> = {
  administrator: "システム管理者",
  planning: "企画",
  finance: "財政",
  clerk: "課担当",
  chief: "課長",
  executive: "部長会議・策定委員",
  member: "委員",
  contractor: "受託者",
  auditor: "監査",
};

/** What each role is for, for the person who grants it. */
export const roleHints: Readonly<Record<Role, string>> = {
  administrator: "職員と設定。計画の中身には触れません。",
  planning: "計画の全体をつくり、何を公表するかを決めます。",
  finance: "財政の見通しと事業費。",
  clerk: "自分の課の施策と指標。",
  chief: "自分の課のものを承認します。",
  executive: "すべてを読み、意見を付け、確認します。",
  member: "審議会・外部評価の委員のページだけ。",
  contractor: "期限のある委託先。検討中の原稿だけで、個人情報は見えません。",
  auditor: "すべてと操作の記録を読みます。",
};

export const stateLabels: Readonly<Record<PersonState, string>> = {
  active: "利用中",
  invited: "招待中",
  locked: "ロック中",
  retired: "利用終了",
};

export const demandLabels: Readonly<Record<Demand, string>> = {
  never: "求めない",
  outside: "インターネットから使えるときに求める",
  always: "いつも求める",
};

export const outcomeLabels: Readonly<Record<AttemptOutcome, string>> = {
  signedIn: "サインイン",
  codeAsked: "パスワードまで（確認コード待ち）",
  confirmed: "本人確認（パスワード）",
  wrongPassword: "パスワード違い",
  wrongCode: "確認コード違い",
  locked: "ロック中のため拒否",
  retired: "利用終了のため拒否",
  unknown: "登録のない人",
  wrongPasskey: "パスキーの確認に失敗",
  wayClosed: "役割に開いていない方法のため拒否",
  providerRefused: "認証サービスの答えを確かめられず拒否",
  providerDown: "認証サービスにつながらず中止",
  unlocked: "ロック解除",
};

export const divisionRefusals = {
  outsideItsLife: {
    code: "outsideItsLife",
    message: "その日には、この部・課がありません。",
    remedy: "この部・課がある期間の日付にしてください。",
    fields: { fromOn: "この部・課がある期間の日付にします。" },
  },
  laterChange: {
    code: "laterChange",
    message: "廃止の日より後に、名前や所属の変更が登録されています。",
    remedy: "その変更より後の日付で廃止してください。",
  },
  loop: {
    code: "loop",
    message: "自分自身や、自分の下にある部・課の下には置けません。",
    remedy: "ほかの所属先を選んでください。",
    fields: { parentId: "ほかの所属先を選びます。" },
  },
  parentNotThere: {
    code: "parentNotThere",
    message: "選んだ所属先は、その日にはありません。",
    remedy: "日付か所属先を変えてください。",
    fields: { parentId: "その日にある部・課を選びます。" },
  },
  sameName: {
    code: "sameName",
    message: "同じ所属先に、同じ名前の部・課があります。",
    remedy: "名前を確かめてください。",
    fields: { name: "ほかと違う名前にします。" },
  },
  noName: { code: "noName", message: "名前が入っていません。", fields: { name: "名前を入れてください。" } },
  noDay: {
    code: "noDay",
    message: "日付を確かめてください。",
    fields: { fromOn: "日付を選んでください（例：2027-04-01）。" },
  },
  hasChildren: (names: string): Refusal => ({
    code: "hasChildren",
    message: `この下に、まだ部・課があります（${names}）。`,
    remedy: "先に、それらを移すか廃止してください。",
  }),
  hasPeople: (count: number): Refusal => ({
    code: "hasPeople",
    message: `その日より後も所属している人が${count}人います。`,
    remedy: "先に、その人たちの所属を前の日までで終えてください。",
  }),
} as const;

export const stale: Refusal = {
  code: "stale",
  message: "ほかの人が先に変更しました。",
  remedy: "今の内容を確かめて、もう一度お試しください。",
};

export const personRefusals = {
  noName: { code: "noName", message: "入っていない項目があります。", fields: { name: "氏名を入れてください。" } },
  badEmail: {
    code: "badEmail",
    message: "メールアドレスを確かめてください。",
    fields: { email: "name@city.example.jp の形で入れてください。" },
  },
  emailTaken: {
    code: "emailTaken",
    message: "同じメールアドレスの人が、すでに登録されています。",
    remedy: "職員の一覧で探してください。利用を終えた人は「利用を再開する」で戻せます。",
    fields: { email: "ほかの人と違うメールアドレスにします。" },
  },
  noRole: { code: "noRole", message: "役割が選ばれていません。", fields: { roles: "役割を一つ以上選んでください。" } },
  noDivision: {
    code: "noDivision",
    message: "所属を確かめてください。",
    fields: { divisionId: "その日にある部・課を選んでください。" },
  },
  retired: { code: "retired", message: "利用を終えた人です。", remedy: "先に「利用を再開する」を押してください。" },
  alreadyEnded: { code: "alreadyEnded", message: "すでに利用を終えています。" },
  endsEarlier: {
    code: "endsEarlier",
    message: "すでに、それより前の日で終わることになっています。",
    remedy: "延ばすときは、終わりの次の日から新しく付けてください。",
  },
  endBeforeStart: {
    code: "endBeforeStart",
    message: "終わりの日が、始まりの日より前です。",
    fields: { untilOn: "始まりの日以後の日付にします。" },
  },
  hasPassword: {
    code: "hasPassword",
    message: "この人は、もうパスワードを決めています。",
    remedy: "本人が忘れたときは、サインインの画面の「パスワードを忘れたとき」から本人が決め直せます。",
  },
} as const satisfies Record<string, Refusal>;

export const grantRefusals = {
  noDay: (field: "fromOn" | "untilOn"): Refusal => ({
    code: "noDay",
    message: "日付を確かめてください。",
    fields: { [field]: "日付を選んでください（例：2027-04-01）。" },
  }),
  endsBeforeItBegins: {
    code: "endsBeforeItBegins",
    message: "終わりの日が、始まりの日より前です。",
    fields: { untilOn: "始まりの日以後の日付にします。" },
  },
  contractorNeedsEnd: {
    code: "contractorNeedsEnd",
    message: "受託者の役割には、終わりの日が要ります。",
    remedy: "契約の終わりの日を入れてください。1年を超えるときは、年ごとに付け直します。",
    fields: { untilOn: "契約の終わりの日を入れてください。" },
  },
  contractorTooLong: {
    code: "contractorTooLong",
    message: "受託者の役割は、1年までです。",
    remedy: "1年以内の日付にし、続くときは年ごとに付け直してください。",
    fields: { untilOn: "始まりの日から1年以内の日付にします。" },
  },
  lastAdministrator: {
    code: "lastAdministrator",
    message: "システム管理者がいなくなるため、できません。",
    remedy: "先に、ほかの人にシステム管理者の役割を付けてください。",
  },
  heldAlready: {
    code: "heldAlready",
    message: "その期間には、同じ役割がすでに付いています。",
    remedy: "先に今の役割を終えるか、日付を変えてください。",
  },
} as const;

export const passwordRefusals = {
  tooShort: {
    code: "tooShort",
    message: "パスワードが短すぎます。",
    fields: { password: "12文字以上にしてください。" },
  },
  tooLong: {
    code: "tooLong",
    message: "パスワードが長すぎます。",
    fields: { password: "128文字までにしてください。" },
  },
  tooUniform: {
    code: "tooUniform",
    message: "同じ文字のくり返しは、推測されやすいパスワードです。",
    fields: { password: "5種類以上の文字を使ってください。" },
  },
  known: {
    code: "known",
    message: "よく使われるパスワードです。",
    fields: { password: "ほかの人が思いつかない言葉の組み合わせにしてください。" },
  },
  personal: {
    code: "personal",
    message: "氏名やメールアドレスが入っています。",
    fields: { password: "自分の名前やアドレスと関係のないものにしてください。" },
  },
  differ: {
    code: "differ",
    message: "二つのパスワードが違います。",
    fields: { again: "上と同じものをもう一度入れてください。" },
  },
  wrongCurrent: {
    code: "wrongCurrent",
    message: "今のパスワードが違います。",
    fields: { current: "今のパスワードを確かめてください。" },
  },
} as const satisfies Record<string, Refusal>;

/** One message for every reason, so that nobody learns which addresses exist. */
export const signInRefusals = {
  refused: {
    code: "refused",
    message: "メールアドレスかパスワードが違います。",
    remedy:
      "続けて5回違うと、しばらくサインインできなくなります（正しいパスワードでも同じ表示です）。15分ほど待つか、「パスワードを忘れたとき」をお使いください。",
  },
  tooMany: {
    code: "tooMany",
    message: "短い時間に多くの操作がありました。",
    remedy: "1分ほど待ってから、もう一度お試しください。",
  },
  wrongCode: {
    code: "wrongCode",
    message: "確認コードが違います。",
    remedy: "アプリに今出ている6けたの数字を入れてください。続けて違うと、しばらくサインインできなくなります。",
    fields: { code: "確認コードを確かめてください。" },
  },
  challengeOver: {
    code: "challengeOver",
    message: "時間が過ぎたため、はじめからやり直してください。",
    remedy: "メールアドレスとパスワードをもう一度入れてください。",
  },
  linkOver: {
    code: "linkOver",
    message: "このリンクは使えません。",
    remedy:
      "期限が過ぎたか、すでに使われています。招待のときはシステム管理者に、再設定のときは「パスワードを忘れたとき」から、新しいリンクを受け取ってください。",
  },
  demanded: {
    code: "demanded",
    message: "お使いの役割では、確認コードが必要です。",
    remedy: "端末を替えるときは、外したあとすぐに新しい端末で登録できるよう、システム管理者にご相談ください。",
  },
  notStarted: {
    code: "notStarted",
    message: "確認コードの登録が始まっていません。",
    remedy: "はじめから登録してください。",
  },
} as const satisfies Record<string, Refusal>;

export const municipalityRefusals = {
  noName: {
    code: "noName",
    message: "入っていない項目か、直すところがあります。",
    fields: { name: "市町村の名前を入れてください（例：みほん市）。" },
  },
  badCode: {
    code: "badCode",
    message: "入っていない項目か、直すところがあります。",
    fields: {
      code: "正しい全国地方公共団体コードではありません。最後の検査数字まで6桁で入れてください（例：千曲市は202185）。",
    },
  },
  badKana: {
    code: "badKana",
    message: "入っていない項目か、直すところがあります。",
    fields: { kana: "ひらがなで入れてください（例：みほんし）。" },
  },
  codeTaken: {
    code: "codeTaken",
    message: "このコードは、同じサーバーのほかの自治体が使っています。",
    remedy: "コードを確かめてください。分からないときは、サーバーを動かす担当者に聞いてください。",
    fields: { code: "ほかの自治体が使っているコードです。" },
  },
} as const satisfies Record<string, Refusal>;

export const setUpRefusals = {
  noCity: {
    code: "noCity",
    message: "入っていない項目があります。",
    fields: { city: "市の名前を入れてください（例：みほん市）。" },
  },
  noDivision: {
    code: "noDivision",
    message: "入っていない項目があります。",
    fields: { division: "課の名前を入れてください（例：企画課）。" },
  },
  badPlanner: {
    code: "badPlanner",
    message: "計画を担当する人の氏名とメールアドレスを確かめてください。",
    fields: { plannerName: "氏名を入れてください。", plannerEmail: "name@city.example.jp の形で入れてください。" },
  },
  samePlanner: {
    code: "samePlanner",
    message: "計画を担当する人のメールアドレスが、あなたのものと同じです。",
    remedy: "あなたが兼ねるときは「わたしが兼ねる」を選んでください。",
    fields: { plannerEmail: "ほかのメールアドレスにします。" },
  },
} as const satisfies Record<string, Refusal>;
