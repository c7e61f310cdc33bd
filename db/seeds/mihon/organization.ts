import type { Role } from "#domain/audit/index.ts";

/** A department (部) with its divisions (課). Telephone numbers begin with 0000, which no real exchange has. */
export interface SampleDepartment {
  readonly name: string;
  readonly divisions: readonly SampleDivision[];
}

export interface SampleDivision {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

function division(name: string, extension: number, mailbox: string): SampleDivision {
  return { name, phone: `0000-12-${extension}`, email: `${mailbox}@mihon.example` };
}

export const departments: readonly SampleDepartment[] = [
  {
    name: "企画部",
    divisions: [
      division("企画課", 3101, "kikaku"),
      division("情報政策課", 3111, "joho"),
      division("市民協働課", 3121, "kyodo"),
    ],
  },
  {
    name: "総務部",
    divisions: [
      division("総務課", 3201, "somu"),
      division("財政課", 3211, "zaisei"),
      division("危機管理課", 3221, "kiki"),
    ],
  },
  { name: "市民環境部", divisions: [division("市民課", 3301, "shimin"), division("環境課", 3311, "kankyo")] },
  {
    name: "健康福祉部",
    divisions: [
      division("福祉課", 3401, "fukushi"),
      division("高齢者支援課", 3411, "korei"),
      division("健康課", 3421, "kenko"),
      division("こども課", 3431, "kodomo"),
    ],
  },
  { name: "産業部", divisions: [division("農林課", 3501, "norin"), division("商工観光課", 3511, "shoko")] },
  {
    name: "建設部",
    divisions: [
      division("建設課", 3601, "kensetsu"),
      division("都市計画課", 3611, "toshi"),
      division("上下水道課", 3621, "suido"),
    ],
  },
  {
    name: "教育委員会事務局",
    divisions: [division("学校教育課", 3701, "gakko"), division("生涯学習課", 3711, "shogai")],
  },
  { name: "議会", divisions: [division("議会事務局", 3801, "gikai")] },
  { name: "監査委員", divisions: [division("監査委員事務局", 3811, "kansa")] },
];

/** One of the cast (配役): the people who appear in tests, pictures and the manual. */
export interface SamplePerson {
  readonly name: string;
  readonly kana: string;
  readonly email: string;
  readonly role: Role;
  readonly post?: { readonly division: string; readonly title: string };
  /** A contractor's role ends within a year of its first day. */
  readonly endsWithinAYear?: boolean;
}

export const cast: readonly SamplePerson[] = [
  {
    name: "佐藤 美咲",
    kana: "さとう みさき",
    email: "sato@mihon.example",
    role: "planning",
    post: { division: "企画課", title: "企画係長" },
  },
  {
    name: "山田 拓也",
    kana: "やまだ たくや",
    email: "yamada@mihon.example",
    role: "planning",
    post: { division: "企画課", title: "主任" },
  },
  {
    name: "鈴木 健一",
    kana: "すずき けんいち",
    email: "suzuki@mihon.example",
    role: "finance",
    post: { division: "財政課", title: "財政係長" },
  },
  {
    name: "高橋 由佳",
    kana: "たかはし ゆか",
    email: "takahashi@mihon.example",
    role: "clerk",
    post: { division: "こども課", title: "主任" },
  },
  {
    name: "渡辺 誠",
    kana: "わたなべ まこと",
    email: "watanabe@mihon.example",
    role: "chief",
    post: { division: "学校教育課", title: "学校教育課長" },
  },
  {
    name: "伊藤 正樹",
    kana: "いとう まさき",
    email: "ito@mihon.example",
    role: "executive",
    post: { division: "総務課", title: "副市長" },
  },
  { name: "田中 和子", kana: "たなか かずこ", email: "tanaka@shingikai.mihon.example", role: "member" },
  {
    name: "中村 浩",
    kana: "なかむら ひろし",
    email: "nakamura@mihon.example",
    role: "auditor",
    post: { division: "監査委員事務局", title: "事務局長" },
  },
  {
    name: "小林 直人",
    kana: "こばやし なおと",
    email: "kobayashi@mihon.example",
    role: "administrator",
    post: { division: "情報政策課", title: "主査" },
  },
  { name: "加藤 翔", kana: "かとう しょう", email: "kato@jutaku.example", role: "contractor", endsWithinAYear: true },
];
