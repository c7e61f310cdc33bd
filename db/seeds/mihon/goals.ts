import type { SampleNode } from "../sample-plan.ts";
import { childcare } from "./children/childcare.ts";
import { learning } from "./children/learning.ts";
import { school } from "./children/school.ts";
import { circular } from "./environment/circular.ts";
import { nature, water } from "./environment/nature-water.ts";
import { elderly } from "./health/elderly.ts";
import { healthCare } from "./health/health-care.ts";
import { welfare } from "./health/welfare.ts";
import { business } from "./industry/business.ts";
import { farmAndForest } from "./industry/farm-forest.ts";
import { visitors } from "./industry/visitors.ts";
import { dailySafety, fireAndAmbulance } from "./safety/daily-safety.ts";
import { disaster } from "./safety/disaster.ts";
import { citizens } from "./together/citizens.ts";
import { cityHall } from "./together/city-hall.ts";
import { heritage, roads } from "./town/roads-heritage.ts";
import { townShape } from "./town/town-shape.ts";

/** The seven goals (基本目標) of the sample plan. */
export const goals: readonly SampleNode[] = [
  {
    title: "命と暮らしを守る、安全で安心なまち",
    keyword: "安全・安心",
    division: "危機管理課",
    fields: { vision: "災害、事故、犯罪に備え、みんなで命を守り合うことのできるまちを目指します。" },
    children: [disaster, fireAndAmbulance, dailySafety],
  },
  {
    title: "子どもがのびのび育ち、だれもが学び合うまち",
    keyword: "子ども・教育",
    division: "学校教育課",
    fields: { vision: "子ども一人ひとりの育ちを地域みんなで支え、生涯を通じて学ぶ喜びのあるまちを目指します。" },
    children: [childcare, school, learning],
  },
  {
    title: "健やかに、支え合って暮らせるまち",
    keyword: "健康・福祉",
    division: "福祉課",
    fields: { vision: "年齢や障がいの有無にかかわらず、住み慣れた地域で、自分らしく暮らせるまちを目指します。" },
    children: [healthCare, welfare, elderly],
  },
  {
    title: "地域の力が生きる、仕事とにぎわいのあるまち",
    keyword: "産業・交流",
    division: "商工観光課",
    fields: { vision: "農林業、ものづくり、宿場、温泉の力を生かし、働く人と訪れる人でにぎわうまちを目指します。" },
    children: [farmAndForest, business, visitors],
  },
  {
    title: "自然と暮らしが調和する、うるおいのあるまち",
    keyword: "環境",
    division: "環境課",
    fields: { vision: "山と川の恵みを次の世代に渡し、環境への負担の少ない暮らしを選べるまちを目指します。" },
    children: [circular, nature, water],
  },
  {
    title: "歩いて暮らせる、歴史の薫るまち",
    keyword: "まちづくり・歴史",
    division: "都市計画課",
    fields: { vision: "道、交通、住まいを整え、受け継がれた町並みの中で快適に暮らせるまちを目指します。" },
    children: [townShape, roads, heritage],
  },
  {
    title: "ともに考え、ともにつくる、開かれたまち",
    keyword: "協働・行財政",
    division: "企画課",
    fields: { vision: "市民と市が情報を分かち合い、互いを認め合いながら、まちの未来を一緒に決めるまちを目指します。" },
    children: [citizens, cityHall],
  },
];
