/** What people say in the journey of a whole round: six matters of three divisions, and one that is not the city's. */
export const matters = {
  way: { title: "通学路の安全を高めてほしい", division: "学校教育課", wish: "通学路に歩道と街灯をふやしてください。" },
  lunch: {
    title: "給食に地元の野菜を使ってほしい",
    division: "学校教育課",
    wish: "給食に地元の野菜を使ってください。",
  },
  care: {
    title: "保育所に入りやすくしてほしい",
    division: "こども課",
    wish: "保育所に年度の途中でも入れるようにしてください。",
  },
  club: {
    title: "児童クラブの時間をのばしてほしい",
    division: "こども課",
    wish: "放課後児童クラブを夜7時まで開けてください。",
  },
  bus: { title: "バスの便をふやしてほしい", division: "都市計画課", wish: "病院へ行くバスの便をふやしてください。" },
  park: {
    title: "公園の木かげをふやしてほしい",
    division: "都市計画課",
    wish: "公園に木かげとベンチをふやしてください。",
  },
} as const;

export type Matter = keyof typeof matters;

/** Words by which the points of a matter are found. */
export const foundBy: Readonly<Record<Matter, string>> = {
  way: "通学路",
  lunch: "給食",
  care: "保育所",
  club: "児童クラブ",
  bus: "バス",
  park: "公園",
};

const openings = [
  "小学生の親です。",
  "孫と暮らしています。",
  "この春に引っ越してきました。",
  "働きながら子育て中です。",
  "",
];
const endings = ["", "お願いします。", "町内でも話し合いました。"];

/** So many opinions of the file, one of them about taxes of the state; the others go round the matters. */
export function opinionsInFile(count: number): string[] {
  const keys = Object.keys(matters) as Matter[]; // its own keys
  const opinions = Array.from({ length: count - 1 }, (_, index) => {
    const { wish } = matters[keys[index % keys.length] ?? "way"];
    return `${openings[index % openings.length]}${wish}${endings[index % endings.length]}`;
  });
  return [...opinions, "所得税を下げてください。"];
}

/** The file as an office keeps it, to be written in CP932. */
export function opinionTable(opinions: readonly string[], receivedOn: string): string {
  const rows = opinions.map((opinion, index) =>
    [index + 1, receivedOn, `見本 ${index + 1}号`, "みほん市中央1-2-3", "市内に住む人", "可", opinion].join(","),
  );
  return ["整理番号,受付日,氏名,住所,区分,公表,意見", ...rows].join("\r\n");
}
