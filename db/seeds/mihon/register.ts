import type { SampleNode, SampleRegister } from "../sample-plan.ts";

/** What the register (指標台帳) of the sample city says beyond a name, a formula and a source, by the indicator's name. */
export const mihonRegister: Readonly<Record<string, SampleRegister>> = {
  "1年間に訓練を行った自主防災組織の割合": {
    meaning: "毎年訓練をする地域が増えると、災害のときに近所で助け合える備えが広がったことが分かります。",
    targetReason: "休止している8組織を除く、すべての組織が訓練を行う水準です。",
    comparison: "県内の市の平均 63.2％（令和6年度・見本）",
    numeratorName: "訓練を1回以上行った組織の数",
    denominatorName: "自主防災組織の数",
    counted: { 2022: [35, 84], 2023: [44, 84], 2024: [48, 84], 2025: [51, 84] },
  },
  個別避難計画の作成率: {
    kind: "activity",
    meaning: "手助けが必要な方一人ひとりに、だれとどこへ逃げるかが決まっているかどうかを表します。",
    targetReason: "毎年およそ100人分を作り、計画期間のうちに同意を得たほぼ全員に届ける数です。",
    comparison: "全国平均 17.5％（令和6年度・見本）",
  },
  家庭で3日分以上の備蓄をしている市民の割合: {
    meaning: "救援が届くまでの3日間を、家庭でしのげる備えの広がりを表します。",
    targetReason: "令和5年度からの伸び（2年で約4ポイント）を、講座と補助で速めた水準です。",
    comparison: "県民意識調査 51.0％（令和6年度・見本）",
  },
  市街地で道路が冠水した回数: {
    meaning: "大雨のときに、車と人が安全に通れる道が保たれているかを表します。",
    targetReason: "雨水管と調整池の工事が終わる令和12年度から、冠水しない状態にします。",
  },
  消防団員の充足率: {
    meaning: "火災や災害に、地域で初めに駆け付ける力が足りているかを表します。",
    targetReason: "減り続けている団員を、条例の定数の9割に近づけます。",
    comparison: "県内の市の平均 86.4％（令和7年4月・見本）",
  },
  通学路の危険な箇所のうち対策が終わった割合: {
    kind: "activity",
    meaning: "子どもが歩く道で、危ないと分かっている所がどれだけ直ったかを表します。",
    targetReason: "合同点検で見つかった箇所を、計画期間のうちに全て終えます。",
  },
  登下校中の交通事故の件数: {
    meaning: "子どもが安全に通えているかを、結果で表します。",
    targetReason: "1件も起こさないことを目標とします。",
  },
  産後ケアを利用した産婦の割合: {
    meaning: "出産の後の不調や不安を、一人で抱えずに相談できた方の広がりを表します。",
    targetReason: "産後の不調を感じる方が2割を超えるため、それを上回る水準にします。",
    comparison: "全国平均 15.7％（令和6年度・見本）",
  },
  この地域で今後も子育てをしたいと思う親の割合: {
    meaning: "子育てのしやすさを、子育てをしている方の実感で表します。",
    targetReason: "すでに高い水準のため、毎年少しずつ高めます。",
    comparison: "県平均 94.6％（令和6年度・見本）",
    method: "ratio",
  },
  "待機児童数（10月1日）": {
    meaning: "年度の途中でも、必要なときに保育を使えるかを表します。",
    targetReason: "年度の途中も含めて、待つ子どもがいない状態にします。",
  },
  放課後児童クラブに入れない児童の数: {
    meaning: "働く家庭の子どもが、放課後を安心して過ごせる場所があるかを表します。",
    targetReason: "中央小と川西小の定員を80人増やすことで、令和10年度に0人とします。",
  },
  放課後子ども教室の年間の開催日数: {
    kind: "activity",
    meaning: "だれでも参加できる放課後の居場所が、どれだけ開かれているかを表します。",
    targetReason: "全6小学校区で、週3日（年120日ほど）開く日数です。",
    method: "pace",
  },
  "「授業の内容がよく分かる」と答えた小学6年生の割合": {
    meaning: "学ぶことの楽しさと確かさを、子ども自身の実感で表します。",
    targetReason: "県の平均を上回る水準です。",
    comparison: "県平均 83.9％（令和7年度・見本）",
  },
  教員の月平均の時間外勤務: {
    meaning: "先生が、授業の準備と子どもに向き合う時間を持てているかを表します。",
    targetReason: "国の指針の上限である月45時間を、確実に下回る水準です。",
  },
  通いの場に参加する高齢者の割合: {
    meaning: "体を動かし、人と会う機会のある高齢の方の広がりを表します。",
    targetReason: "国の目標（参加率8％）を上回る水準を保ち、さらに高めます。",
    comparison: "全国平均 6.7％（令和5年度・見本）",
  },
  人口の社会増減: {
    meaning: "転入と転出の差で、このまちが暮らす場所として選ばれているかを表します。",
    targetReason: "転出の超過を、5年間で3分の1に食い止めます。すう勢値は、国の推計と同じ割合で続いた場合の値です。",
    comparison: "近い規模の市の平均 △96人（令和7年・見本）",
    method: "restraint",
    trend: -200,
  },
  "20〜39歳の女性の転出超過": {
    meaning: "若い女性にとって、働き、暮らし続けたいまちになっているかを表します。",
    targetReason: "社会増減の目標と合わせ、5年間で3割の水準まで減らします。",
  },
  居住を誘導する区域の人口密度: {
    meaning: "歩いて暮らせる範囲に、店や医療が続くだけの人が住んでいるかを表します。",
    targetReason: "人口が減る中でも、今の密度を保ちます。許す幅は、調査の誤差です。",
    tolerance: 0.3,
  },
  駅前の休日の歩行者数: {
    meaning: "まちなかに、出かけたくなる場所と用事があるかを、人の流れで表します。",
    targetReason: "駅前広場の改修と「みほんベース」の開館で見込む人数です。",
  },
  汚水処理人口普及率: {
    meaning: "家庭の汚れた水が、きれいにしてから川に返されているかを表します。",
    targetReason: "県の構想と同じ水準です。",
    comparison: "県平均 97.9％（令和6年度・見本）",
  },
  市が関わる公共交通の利用者数: {
    meaning: "車がなくても、通院や買い物に出かけられているかを表します。",
    targetReason: "地域公共交通計画の目標と合わせます。",
  },
};

/** The nodes with what the register says of their indicators. */
export function withRegister(nodes: readonly SampleNode[]): SampleNode[] {
  return nodes.map((node) => ({
    ...node,
    ...(node.indicators && { indicators: node.indicators.map((each) => ({ ...each, ...mihonRegister[each.name] })) }),
    ...(node.children && { children: withRegister(node.children) }),
  }));
}
