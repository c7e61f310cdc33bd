import type { Way } from "#domain/voices/index.ts";

/** A topic of the sample's finished round with its answer. */
export interface HeardTopic {
  readonly title: string;
  readonly place: string;
  /** The keyword of the measure it is about. */
  readonly measure: string;
  /** Who drafts the answer. */
  readonly division: string;
  /** The symbol of its category. */
  readonly category: "A" | "B" | "C" | "D" | "E";
  readonly answer: string;
  /** The texts of the measure that were changed because of it. */
  readonly changed?: readonly ("direction" | "initiatives" | "title")[];
}

/** A voice as its parts: the words with the topic they belong to, or with why they are left out. */
export interface HeardVoice {
  readonly way: Way;
  readonly kind: string;
  readonly age: string;
  readonly parts: readonly (readonly [topic: TopicKey, words: string])[];
  /** Why each part under `none` is left out. */
  readonly exclusion?: string;
  /** Words that the copy for the public leaves out. */
  readonly blackened?: readonly string[];
  readonly isPrivate?: boolean;
}

export type TopicKey = keyof typeof heardTopics | "none";

export const heardTopics = {
  route: {
    title: "通学路の危険な場所を、施策の中心に置いてほしい",
    place: "交通安全を進める（取組の方向）",
    measure: "通学路・交通安全",
    division: "建設課",
    category: "A",
    answer:
      "ご意見のとおり、施策の名前に「通学路」を入れ、重点施策にします。学校・保護者・警察と毎年行う合同点検で対策を決め、終わった場所を地図で公開します。",
    changed: ["title", "direction"],
  },
  afterSchool: {
    title: "放課後児童クラブの待機をなくす年次をはっきりさせてほしい",
    place: "放課後の居場所を広げる（主な取組）",
    measure: "放課後",
    division: "こども課",
    category: "A",
    answer: "定員をいつ、どこで増やすかを主な取組に書き加えました。",
    changed: ["initiatives"],
  },
  schools: {
    title: "学校の規模と配置は、地域の声を聞いてから決めてほしい",
    place: "学校施設（取組の方向）",
    measure: "学校施設",
    division: "学校教育課",
    category: "A",
    answer: "期限を先に決める書き方を改め、地域ごとの話し合いを経て方針を決めることにしました。",
    changed: ["direction"],
  },
  parks: {
    title: "公園は数を減らすより、子どもと高齢者が使える場所にしてほしい",
    place: "公園・緑（取組の方向）",
    measure: "公園・緑",
    division: "都市計画課",
    category: "A",
    answer: "数の見直しだけでなく、使う人といっしょに役割を決める取組に改めました。",
    changed: ["direction"],
  },
  buses: {
    title: "夕方のバスの便を増やしてほしい",
    place: "公共交通",
    measure: "公共交通",
    division: "都市計画課",
    category: "C",
    answer:
      "運転手の確保が難しく、すぐに便を増やすことはできません。令和10年度の路線の見直しのときに、通学・通院の時刻と合わせて検討します。",
  },
  shelters: {
    title: "避難所に冷房と段ボールベッドを備えてほしい",
    place: "避難所・備蓄（主な取組）",
    measure: "避難所・備蓄",
    division: "危機管理課",
    category: "B",
    answer:
      "体育館の空調と段ボールベッドの備蓄は、避難所・備蓄の主な取組に入れています。整備の順番は毎年度公表します。",
  },
  library: {
    title: "図書館を平日の夜も開けてほしい",
    place: "図書館",
    measure: "図書館",
    division: "生涯学習課",
    category: "C",
    answer: "令和9年度に金曜の夜間開館を試し、利用の様子を見て続け方を決めます。",
  },
  vacant: {
    title: "空き家を若い世帯が借りられるようにしてほしい",
    place: "住宅・空き家",
    measure: "住宅・空き家",
    division: "都市計画課",
    category: "B",
    answer:
      "空き家バンクの登録を増やし、改修を助ける取組を書いています。借りる人への家賃の助成は移住の施策で行います。",
  },
  bags: {
    title: "ごみ袋の値段を下げてほしい",
    place: "ごみ・資源循環",
    measure: "ごみ・資源循環",
    division: "環境課",
    category: "D",
    answer:
      "ごみ袋の代金は、ごみを減らすことと処理の費用の一部に充てています。値下げをすると減量が進みにくくなるため、計画期間中は据え置きます。",
  },
  digital: {
    title: "手続のオンライン化は、できない人への手助けといっしょに進めてほしい",
    place: "行政デジタル化",
    measure: "行政デジタル化",
    division: "情報政策課",
    category: "B",
    answer: "窓口で職員が操作を手伝う「書かない窓口」と、公民館でのスマートフォン教室を取組に入れています。",
  },
  hearing: {
    title: "寄せた意見がどうなったかを知らせてほしい",
    place: "広聴・広報",
    measure: "広聴・広報",
    division: "企画課",
    category: "C",
    answer:
      "いただいた意見は、市の考え方と変わった文章を「意見のゆくえ」のページで公開します。計画ができたあとも続けます。",
  },
  thanks: {
    title: "案への感想",
    place: "",
    measure: "広聴・広報",
    division: "企画課",
    category: "E",
    answer: "読んでいただき、ありがとうございます。これからの計画の進みぐあいも、ぜひご覧ください。",
  },
} as const satisfies Readonly<Record<string, HeardTopic>>;

const resident = "市内に住む人";

/** What came in: invented, as everything of the sample city. */
export const heardVoices: readonly HeardVoice[] = [
  {
    way: "web",
    kind: resident,
    age: "30代",
    parts: [
      ["route", "小学校の前の交差点は、朝の抜け道になっていて危険です。通学路の対策を最優先にしてください。"],
      ["afterSchool", "児童クラブに入れず、祖父母に頼っています。いつ定員が増えるのか、年度で示してください。"],
    ],
  },
  {
    way: "web",
    kind: resident,
    age: "40代",
    parts: [["route", "通学路の見守りをしています。危ない場所の一覧と、直した場所を地図で見せてほしいです。"]],
  },
  {
    way: "post",
    kind: resident,
    age: "70代",
    parts: [
      ["buses", "免許を返しました。夕方の病院帰りのバスがなく困っています。一便でも増やしてください。"],
      ["parks", "近所の公園の遊具が撤去されました。減らすばかりでなく、年寄りが歩ける公園にしてください。"],
      ["none", "連絡先は自宅の電話0000-12-3456です。"],
    ],
    exclusion: "連絡先のため",
    blackened: ["0000-12-3456"],
  },
  {
    way: "fax",
    kind: "市内の団体",
    age: "",
    parts: [
      ["schools", "学校の配置を令和9年度中に決めるのは早すぎます。地域ごとに話し合いの場を持ってから決めてください。"],
      ["none", "川西小学校区まちづくり会"],
    ],
    exclusion: "団体の名前のため",
  },
  {
    way: "web",
    kind: resident,
    age: "30代",
    parts: [["schools", "小さい学校のよさもあります。統廃合ありきではなく、保護者の声を聞いてください。"]],
  },
  {
    way: "mail",
    kind: "市内で働く人",
    age: "50代",
    parts: [
      ["digital", "オンライン申請は便利ですが、窓口しか使えない親がいます。手助けといっしょに進めてください。"],
      ["hearing", "前の計画でも意見を出しましたが、返事がありませんでした。どう扱われたか知らせてください。"],
    ],
  },
  {
    way: "counter",
    kind: resident,
    age: "60代",
    parts: [["bags", "ごみ袋が高いので、もう少し安くしてください。"]],
  },
  {
    way: "web",
    kind: resident,
    age: "20代",
    parts: [["library", "仕事のあとに寄れるよう、図書館を夜8時まで開けてほしいです。"]],
  },
  {
    way: "web",
    kind: "市内で学ぶ人",
    age: "10代以下",
    parts: [
      ["library", "テスト前は図書館の席が足りません。夜も開けてください。"],
      ["buses", "部活のあとの時間にバスがありません。"],
    ],
  },
  {
    way: "web",
    kind: resident,
    age: "40代",
    parts: [["shelters", "夏の避難所は暑くて眠れません。体育館に冷房をつけ、段ボールベッドを置いてください。"]],
  },
  {
    way: "post",
    kind: resident,
    age: "80歳以上",
    parts: [["shelters", "床で寝るのはつらいです。ベッドの数を増やしてください。"]],
    isPrivate: true,
  },
  {
    way: "web",
    kind: resident,
    age: "30代",
    parts: [
      ["vacant", "空き家を借りて住みたいのですが、情報が少ないです。若い世帯が借りやすくしてください。"],
      ["afterSchool", "放課後の居場所を、全部の学校で同じように使えるようにしてください。"],
    ],
  },
  {
    way: "web",
    kind: "市内の事業者",
    age: "50代",
    parts: [["vacant", "空き家の改修に、地元の工務店が関われる仕組みにしてください。"]],
  },
  {
    way: "mail",
    kind: resident,
    age: "60代",
    parts: [["parks", "公園を、朝の体操や孫の遊び場として使っています。なくさないでください。"]],
  },
  { way: "web", kind: resident, age: "40代", parts: [["parks", "子どもがボール遊びのできる公園を残してください。"]] },
  { way: "counter", kind: resident, age: "70代", parts: [["buses", "買い物の帰りのバスがほしいです。"]] },
  { way: "web", kind: resident, age: "50代", parts: [["thanks", "図が多く、読みやすい案でした。"]] },
  {
    way: "web",
    kind: resident,
    age: "30代",
    parts: [
      ["route", "見通しの悪い角に、カーブミラーと歩道の色分けをお願いします。"],
      ["hearing", "意見の結果を、スマートフォンで見られるようにしてください。"],
    ],
  },
  { way: "fax", kind: "市内の団体", age: "", parts: [["digital", "高齢者向けのスマートフォン教室を続けてください。"]] },
  { way: "post", kind: resident, age: "60代", parts: [["bags", "一人暮らし用の小さなごみ袋を安く売ってほしい。"]] },
];
