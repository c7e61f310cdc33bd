import { cellText, type Sheet } from "#kernel/sheet.ts";

/** What a column of a table of voices may hold. */
export const columnRoles = [
  "ignore",
  "text",
  "place",
  "receivedOn",
  "way",
  "senderKind",
  "ageBand",
  "district",
  "name",
  "organisation",
  "address",
  "phone",
  "email",
  "wishesReply",
  "wishesPublication",
  "ownNumber",
] as const;

export type ColumnRole = (typeof columnRoles)[number];

const heads: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(no\.?|#|id|番号|整理番号|通し番号|回答番号|受付番号|回答id|.+-id)$/iu, "ownNumber"],
  [/(受付|回答|提出|記入|受理|到着)(年月)?日|^日付$|タイムスタンプ|timestamp|^date$|-on$/iu, "receivedOn"],
  [/回答.*希望|返信.*希望/u, "wishesReply"],
  [/公開|公表/u, "wishesPublication"],
  [/(提出|受付|応募|回答)?(の)?方法$|^経路$/u, "way"],
  [/年代|年齢|^age/iu, "ageBand"],
  [/地区|校区|お住まい|居住地|^地域$|^市町村|^city$/iu, "district"],
  [/メール|e-?mail/iu, "email"],
  [/電話|連絡先|^tel$|phone/iu, "phone"],
  [/^住所|所在地|^address$/iu, "address"],
  [/団体名|法人名|事業者名|会社名|組織名/u, "organisation"],
  [/氏名|^お?名前|^name$/iu, "name"],
  [/区分|属性/u, "senderKind"],
  [/該当(箇所|ページ|頁)|^箇所$|^設問|^質問|^question$/iu, "place"],
  [
    /意見|自由(記述|記入|回答)|感想|要望|提案|コメント|理由|^内容|の内容$|求めるもの|opinion|comment|free-?text/iu,
    "text",
  ],
];

/** What each column most likely holds, by its head. Of the roles that stand once, the first column that names it has it. */
export function guessRoles(names: readonly string[]): ColumnRole[] {
  const taken = new Set<ColumnRole>();
  return names.map((name) => {
    const bare = name.normalize("NFKC").replace(/\s/gu, "");
    const role = heads.find(([pattern]) => pattern.test(bare))?.[1] ?? "ignore";
    if (role === "text" || role === "ignore") return role;
    if (taken.has(role)) return "ignore";
    taken.add(role);
    return role;
  });
}

const searched = 15;

/** The row of heads: the one of the first rows in which most columns say what they hold. */
export function findHeadRow({ rows }: Sheet): number {
  const known = rows
    .slice(0, searched)
    .map((row) => guessRoles(row.map((cell) => cellText(cell))).filter((role) => role !== "ignore").length);
  return Math.max(0, known.indexOf(Math.max(...known)));
}

export function headsOf({ rows }: Sheet, headRow: number): string[] {
  return (rows[headRow] ?? []).map((cell) => cellText(cell).replace(/\s+/gu, " "));
}
