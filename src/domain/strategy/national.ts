import type { FrameWords } from "./frame.ts";
import type { ProgrammeWords } from "./grants/programme.ts";

/** National frames that the software knows, with where they are written. A city takes them over, changes them and adds its own. */
export const knownFrames: readonly FrameWords[] = [
  {
    code: "first-2015",
    name: "まち・ひと・しごと創生総合戦略（第1期）",
    startYear: 2015,
    endYear: 2019,
    goals: [
      { key: "work", name: "地方における安定した雇用を創出する" },
      { key: "flow", name: "地方への新しいひとの流れをつくる" },
      { key: "family", name: "若い世代の結婚・出産・子育ての希望をかなえる" },
      { key: "place", name: "時代に合った地域をつくり、安心なくらしを守るとともに、地域と地域を連携する" },
    ],
    source: "まち・ひと・しごと創生総合戦略（平成26年12月27日 閣議決定）",
    note: "",
  },
  {
    code: "second-2020",
    name: "まち・ひと・しごと創生総合戦略（第2期）",
    startYear: 2020,
    endYear: 2024,
    goals: [
      { key: "work", name: "稼ぐ地域をつくるとともに、安心して働けるようにする" },
      { key: "flow", name: "地方とのつながりを築き、地方への新しいひとの流れをつくる" },
      { key: "family", name: "結婚・出産・子育ての希望をかなえる" },
      { key: "place", name: "ひとが集う、安心して暮らすことができる魅力的な地域をつくる" },
    ],
    source: "第2期「まち・ひと・しごと創生総合戦略」（令和元年12月20日 閣議決定）",
    note: "途中で改められ、令和5年度からデジタル田園都市国家構想総合戦略になりました。",
  },
  {
    code: "digital-2023",
    name: "デジタル田園都市国家構想総合戦略",
    startYear: 2023,
    endYear: 2027,
    goals: [
      { key: "work", name: "地方に仕事をつくる" },
      { key: "flow", name: "人の流れをつくる" },
      { key: "family", name: "結婚・出産・子育ての希望をかなえる" },
      { key: "place", name: "魅力的な地域をつくる" },
    ],
    source: "デジタル田園都市国家構想総合戦略（令和4年12月23日 閣議決定）",
    note: "この後の国の戦略は、国の公表資料を確かめて加えてください。",
  },
];

/** Grant programmes that the software knows. Rates and rules change with each budget: the city checks them against the state's guide. */
export const knownProgrammes: readonly ProgrammeWords[] = [
  {
    code: "promotion-2016",
    name: "地方創生推進交付金",
    ministry: "内閣府",
    startYear: 2016,
    endYear: 2022,
    rate: "1/2",
    rules:
      "地域再生計画の認定が必要。先駆・横展開・隘路打開の類型があり、自立性・官民協働・地域間連携・政策間連携が問われる。KPIを定め、毎年度、外部有識者と議会が関わる検証を行い、公表し、国に報告する。",
    source: "地域再生法、内閣府「地方創生推進交付金」の公表資料",
  },
  {
    code: "digital-2022",
    name: "デジタル田園都市国家構想交付金",
    ministry: "内閣府",
    startYear: 2022,
    endYear: 2024,
    rate: "1/2（地方創生推進タイプ）",
    rules: "令和4年度補正予算から。KPIの設定と毎年度の効果検証・公表が必要。類型ごとの補助率は、国の要領で確かめる。",
    source: "内閣官房・内閣府「デジタル田園都市国家構想交付金」の公表資料",
  },
  {
    code: "second-generation-2024",
    name: "新しい地方経済・生活環境創生交付金（第2世代交付金）",
    ministry: "内閣府",
    startYear: 2024,
    endYear: null,
    rate: "1/2",
    rules:
      "令和6年度補正予算から。ソフト事業は原則3年（最長5年）、拠点整備は原則3年（最長5年）、インフラ整備は原則5年（最長7年）。市区町村は1年度10億円まで。効果検証・評価結果・改善方策の公表と、産官学金労言の参画が必須。",
    source: "内閣府「新しい地方経済・生活環境創生交付金」の公表資料（観音寺市、中小企業基盤整備機構の解説による）",
  },
];
