import { actsForAnother, holds, permission, type Role } from "#domain/audit/index.ts";

/** The roles that a deputy takes on. Settings, people, auditing and contracts are not among them. */
export const deputised: readonly Role[] = ["planning", "finance", "clerk", "chief", "executive"];

const staff: readonly Role[] = [
  "administrator",
  "planning",
  "finance",
  "clerk",
  "chief",
  "executive",
  "contractor",
  "auditor",
];

export const mayManagePeople = permission("システム管理者は、職員の登録、所属、役割を変えることができる。", (actor) =>
  holds(actor, "administrator"),
);

export const mayTransferPeople = permission(
  "システム管理者は、人事異動を表でまとめて登録し、発令日の前の日まで取り消すことができる。",
  (actor) => holds(actor, "administrator"),
);

export const maySeePeople = permission(
  "システム管理者と監査は、職員と役割の一覧、サインインの記録を見ることができる。",
  (actor) => holds(actor, "administrator", "auditor"),
);

export const mayManageDivisions = permission(
  "システム管理者と企画は、部や課を作り、名前や所属を変え、廃止することができる。",
  (actor) => holds(actor, "administrator", "planning"),
);

export const maySeeDivisions = permission("職員と受託者は、部や課の一覧を見ることができる。", (actor) =>
  holds(actor, ...staff),
);

export const maySetSignInPolicy = permission(
  "システム管理者は、どの役割に確認コードを求めるかを決めることができる。",
  (actor) => holds(actor, "administrator"),
);

export const mayEditMunicipality = permission(
  "システム管理者は、自治体の名前、コード、問い合わせ先を直すことができる。",
  (actor) => holds(actor, "administrator"),
);

export const mayManageMunicipalities = permission(
  "基本の市のシステム管理者は、この環境のすべての市の名前・アドレス・状態を見て、市を加え、アドレスを変えることができる。ほかの市の計画や職員は見えない。",
  (actor) => holds(actor, "administrator"),
);

export const maySetSignInWays = permission(
  "システム管理者は、サインインの方法（パスワード、OIDC、LDAP、パスキー）をどの役割が使えるかと、その接続先を決めることができる。",
  (actor) => holds(actor, "administrator"),
);

export const maySeePermissions = permission(
  "サインインした人はだれでも、どの役割に何ができるかの表を見ることができる。",
  isSignedIn,
);

export const mayUseOwnAccount = permission(
  "サインインした人はだれでも、自分のパスワード、確認コード、パスキーを変え、自分のサインインを終わらせることができる。",
  isSignedIn,
);

export const mayNameOwnDeputy = permission(
  "企画・財政・課担当・課長・部長会議は、自分の不在の期間の代理を同じ課の人から決め、終わらせることができる。",
  (actor) => holds(actor, ...deputised) && !actsForAnother(actor),
);

export const mayNameDeputies = permission("システム管理者は、だれの代理でも決め、終わらせることができる。", (actor) =>
  holds(actor, "administrator"),
);

export const mayActAsDeputy = permission(
  "代理に決められた人は、その期間だけ、不在の人の役割（企画・財政・課担当・課長・部長会議）で操作できる。操作の記録には代理と残る。システム管理者の役割と、二人目の確認は、代理ではできない。",
  isSignedIn,
);

function isSignedIn(actor: Parameters<typeof holds>[0]): boolean {
  return actor.kind !== "nobody";
}
