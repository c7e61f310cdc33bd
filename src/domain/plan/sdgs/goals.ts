/** One of the 17 goals (ゴール): its number, the name people know, a word for narrow places, and the UN's colour. */
export interface SdgGoal {
  readonly number: number;
  /** The goal's Japanese name as printed on the icons. */
  readonly name: string;
  readonly nameEn: string;
  /** One or two words of our own, for heads of tables. */
  readonly shortName: string;
  /** The UN's colour, never the only cue: number and name stand beside it. */
  readonly color: `#${string}`;
}

/** The 17 goals in their order. Names and colours: United Nations, Sustainable Development Goals (2030アジェンダ). */
export const sdgGoals: readonly SdgGoal[] = [
  { number: 1, name: "貧困をなくそう", nameEn: "No poverty", shortName: "貧困", color: "#e5243b" },
  { number: 2, name: "飢餓をゼロに", nameEn: "Zero hunger", shortName: "食と農", color: "#dda63a" },
  {
    number: 3,
    name: "すべての人に健康と福祉を",
    nameEn: "Good health and well-being",
    shortName: "健康・福祉",
    color: "#4c9f38",
  },
  { number: 4, name: "質の高い教育をみんなに", nameEn: "Quality education", shortName: "教育", color: "#c5192d" },
  { number: 5, name: "ジェンダー平等を実現しよう", nameEn: "Gender equality", shortName: "男女平等", color: "#ff3a21" },
  {
    number: 6,
    name: "安全な水とトイレを世界中に",
    nameEn: "Clean water and sanitation",
    shortName: "水",
    color: "#26bde2",
  },
  {
    number: 7,
    name: "エネルギーをみんなに そしてクリーンに",
    nameEn: "Affordable and clean energy",
    shortName: "エネルギー",
    color: "#fcc30b",
  },
  {
    number: 8,
    name: "働きがいも経済成長も",
    nameEn: "Decent work and economic growth",
    shortName: "仕事",
    color: "#a21942",
  },
  {
    number: 9,
    name: "産業と技術革新の基盤をつくろう",
    nameEn: "Industry, innovation and infrastructure",
    shortName: "産業基盤",
    color: "#fd6925",
  },
  {
    number: 10,
    name: "人や国の不平等をなくそう",
    nameEn: "Reduced inequalities",
    shortName: "不平等",
    color: "#dd1367",
  },
  {
    number: 11,
    name: "住み続けられるまちづくりを",
    nameEn: "Sustainable cities and communities",
    shortName: "まち",
    color: "#fd9d24",
  },
  {
    number: 12,
    name: "つくる責任 つかう責任",
    nameEn: "Responsible consumption and production",
    shortName: "資源・ごみ",
    color: "#bf8b2e",
  },
  { number: 13, name: "気候変動に具体的な対策を", nameEn: "Climate action", shortName: "気候", color: "#3f7e44" },
  { number: 14, name: "海の豊かさを守ろう", nameEn: "Life below water", shortName: "海", color: "#0a97d9" },
  { number: 15, name: "陸の豊かさも守ろう", nameEn: "Life on land", shortName: "陸", color: "#56c02b" },
  {
    number: 16,
    name: "平和と公正をすべての人に",
    nameEn: "Peace, justice and strong institutions",
    shortName: "公正・信頼",
    color: "#00689d",
  },
  {
    number: 17,
    name: "パートナーシップで目標を達成しよう",
    nameEn: "Partnerships for the goals",
    shortName: "協働",
    color: "#19486a",
  },
];
