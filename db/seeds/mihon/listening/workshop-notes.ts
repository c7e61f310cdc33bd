/** A heading of the sample's workshop. */
export type HeadingKey = keyof typeof headings | "none" | "excluded";

export const headings = {
  moving: "車がなくても動けるまちにする",
  young: "子どもと若者が、放課後に集まれる場所をつくる",
  water: "川と公園を、歩いて楽しめる場所にする",
  neighbours: "となり近所の支え合いを、無理なく続ける",
  shops: "商店街の空き店舗を、始めたい人に開く",
} as const;

/** 付箋: its words, its heading and its dots. */
export type SampleNote = readonly [words: string, heading: HeadingKey, votes?: number];

export interface SampleTable {
  readonly people: number;
  readonly summary: string;
  readonly notes: readonly SampleNote[];
}

export interface SampleRound {
  readonly theme: string;
  readonly place: string;
  /** How many days ago it was. */
  readonly ago: number;
  readonly summary: string;
  readonly tables: readonly SampleTable[];
}

/** What was written: invented, as everything of the sample city. */
export const sampleRounds: readonly SampleRound[] = [
  {
    theme: "まちのよいところ、気になるところ",
    place: "中央公民館 研修室",
    ago: 24,
    summary:
      "3つの班に分かれ、ふだんの暮らしで感じていることを付箋に書き出しました。夕方の移動と、子どもの居場所の話が、どの班でも出ました。",
    tables: [
      {
        people: 6,
        summary: "通院と買い物の足の話が中心でした。歩ける道があれば、車を使わなくてもよいという声もありました。",
        notes: [
          ["夕方のバスが1本もない", "moving", 5],
          ["駅から病院まで歩くには遠い", "moving", 2],
          ["免許を返したあとの買い物が心配", "moving", 4],
          ["川の土手の桜がきれい", "water", 3],
          ["土手の道に街灯がない", "water", 1],
          ["回覧板で近所の様子がわかる", "neighbours"],
          ["班長のなり手がいない", "neighbours", 2],
        ],
      },
      {
        people: 5,
        summary: "高校生が2人入り、放課後に行ける場所が少ないことが話されました。",
        notes: [
          ["勉強できる場所が図書館しかない", "young", 4],
          ["図書館が夕方に閉まる", "young", 3],
          ["雨の日に遊べる場所がない", "young", 2],
          ["商店街のシャッターが増えた", "shops", 3],
          ["祭りの日は商店街がにぎわう", "shops", 1],
          ["公園のボール遊びが禁止ばかり", "water", 2],
          ["公園のベンチが少ない", "water"],
        ],
      },
      {
        people: 6,
        summary: "農家と移り住んだ人がいっしょに話しました。手伝い合いの始め方がわからないという声がありました。",
        notes: [
          ["引っ越してきたとき、となりの山本さんが畑を教えてくれた", "neighbours", 2],
          ["手伝ってほしいことを言い出しにくい", "neighbours", 3],
          ["自治会の行事の日が仕事と重なる", "neighbours", 1],
          ["直売所に行くバスがほしい", "moving", 2],
          ["空き店舗で野菜を売りたい", "shops", 2],
          ["学校の行き帰りの道がせまい", "moving", 1],
          ["話し合いの時間が短かった", "excluded"],
        ],
      },
    ],
  },
  {
    theme: "これからの10年に、いっしょにできること",
    place: "中央公民館 研修室",
    ago: 10,
    summary:
      "1回目の付箋を見ながら、市がすること、市民ができること、いっしょにすることを考えました。小さく試してから広げる案が多く出ました。",
    tables: [
      {
        people: 5,
        summary: "乗り合いの仕組みを、まず一つの地区で試す案にまとまりました。",
        notes: [
          ["夕方だけの乗り合いタクシーを試す", "moving", 6],
          ["病院の予約の時間とバスを合わせる", "moving", 3],
          ["通学の自転車を貸し出す", "moving", 1],
          ["土手の草刈りを年2回みんなでする", "water", 2],
          ["川ぞいに距離の目印を付ける", "water", 1],
          ["移動の情報を1枚の紙にまとめる", "moving", 2],
        ],
      },
      {
        people: 6,
        summary: "使っていない部屋を、曜日を決めて開く案が支持されました。",
        notes: [
          ["公民館の空き部屋を放課後に開く", "young", 5],
          ["高校生が運営に入る", "young", 3],
          ["大学生が勉強を教える日をつくる", "young", 2],
          ["空き店舗を1か月だけ借りられるようにする", "shops", 4],
          ["始めたい人の相談日を商店街で開く", "shops", 2],
          ["店の前にいすを置く", "shops", 1],
          ["小さい子も来られる日をつくる", "young"],
        ],
      },
      {
        people: 5,
        summary: "頼みごとと手伝いたい人をつなぐ掲示板の案が出ました。",
        notes: [
          ["頼みごとの掲示板を公民館に置く", "neighbours", 4],
          ["ごみ出しの手伝いを中学生とする", "neighbours", 3],
          ["自治会の役を半年ずつにする", "neighbours", 2],
          ["公園の花だんを学校と世話する", "water", 2],
          ["子ども食堂と農家をつなぐ", "none", 3],
          ["災害のときの声かけの順番を決める", "none", 1],
        ],
      },
    ],
  },
];

/** The heading whose answer the city has decided, and what it says. */
export const decidedHeading = {
  key: "young",
  category: "C",
  answer:
    "公民館の空き部屋を、平日の放課後に週2日開くことを、令和9年度に2つの館で試します。運営には高校生にも入ってもらい、使われ方を見て、ほかの館に広げるかを実施計画で決めます。",
} as const;

/** Words that the copies for the public leave out. */
export const nameInNote = "山本";
