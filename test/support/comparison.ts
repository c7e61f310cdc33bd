import type { Block } from "#analysis/comparison/block.ts";
import { compareDocuments } from "#analysis/comparison/comparison.ts";
import {
  comparisonTable,
  type ComparisonHead,
  type ComparisonTable,
  type Extent,
} from "#export/comparison-paper/comparison-table.ts";
import type { PlacedNote } from "#export/comparison-paper/note.ts";

const head: ComparisonHead = {
  title: "みほん市総合計画　新旧対照表",
  city: "みほん市",
  marks: ["見本"],
  madeOn: "2026-11-29",
  orientation: "newLeft",
  old: { plan: "みほん市総合計画", version: "骨子案", day: "2026-08-03", hash: "a".repeat(64) },
  fresh: { plan: "みほん市総合計画", version: "素案", day: "2026-10-01", hash: "b".repeat(64) },
};

const places: Readonly<Record<string, string>> = {
  aim: "第1章　まちの将来像",
  child: "第2章　施策1-1　子育て支援の充実",
  park: "第2章　施策1-2　公園と緑",
  bus: "第3章　施策2-1　公共交通",
};

function block(section: string, words: string, kind: Block["kind"] = "paragraph", number = ""): Block {
  return { section, kind, number, cells: words.split("|") };
}

const school = "放課後の居場所を、学校と地域の施設に設けます。";
const garden = "花と緑のボランティアが、公園の手入れを市とともに行います。";

const old = [
  block("aim", "まちの将来像", "heading", "1"),
  block("aim", "人と自然が調和するまちを目指します。"),
  block("child", "子育て支援の充実", "heading", "1-1"),
  block("child", "子どもを産み育てる家庭への支援を進めます。"),
  block("child", "相談の窓口を市役所に置きます。", "item", "ア"),
  block("child", school, "item", "イ"),
  block("child", "保育所の待機児童数|8人|0人", "row"),
  block("park", "公園と緑", "heading", "1-2"),
  block("park", "身近な公園を計画的に整備し、長く使えるように直します。"),
  block("park", garden),
  block("park", "公園の樹木は、原則として毎年剪定します。"),
  block("bus", "公共交通", "heading", "2-1"),
  block("bus", "市内の路線バスを維持し、通院と買い物の足を守ります。予約して乗る小型の車を、試しに走らせます。"),
];

const fresh = [
  block("aim", "まちの将来像", "heading", "1"),
  block("aim", "人と自然が調和するまちを目指します。"),
  block("child", "子育て支援の充実", "heading", "1-1"),
  block("child", "子どもを産み育てる家庭への支援を、地域の人たちとともに進めます。"),
  block("child", "相談の窓口を市役所と各地区の公民館に置きます。", "item", "ア"),
  block("child", "病気の子どもを預かる保育を始めます。", "item", "イ"),
  block("child", school, "item", "ウ"),
  block("child", "保育所の待機児童数|10人|0人", "row"),
  block("park", "公園と緑", "heading", "1-2"),
  block("park", "身近な公園を計画的に整備し，長く使えるように直します。"),
  block("bus", "公共交通", "heading", "2-1"),
  block("bus", "市内の路線バスを維持し、通院と買い物の足を守ります。"),
  block("bus", "予約して乗る小型の車を、試しに走らせます。"),
  block("bus", garden),
];

const notes: readonly PlacedNote[] = [
  {
    section: "child",
    change: {
      before: "相談の窓口を市役所に置きます。",
      after: "相談の窓口を市役所と各地区の公民館に置きます。\n病気の子どもを預かる保育を始めます。",
    },
    note: {
      kind: "voices",
      gist: "身近な場所で相談したい",
      voices: 3,
      category: "◎ 反映する",
      decidedBy: "策定委員会",
      decidedOn: "2026-09-18",
      href: "/voices/topics/12",
    },
  },
  {
    section: "child",
    change: null,
    note: {
      kind: "body",
      body: "審議会 第2部会",
      day: "2026-09-02",
      words: "地域が子育てを支えることを明らかにしてください。",
    },
  },
  {
    section: "bus",
    change: null,
    note: { kind: "assembly", meeting: "全員協議会", day: "2026-09-10", words: "試験の運行は別の文にしてください。" },
  },
  { section: "park", change: null, note: { kind: "staff", words: "公用文の書き表し方に合わせた。" } },
  {
    section: "",
    change: null,
    note: { kind: "body", body: "策定委員会", day: "2026-09-18", words: "全体の言葉をやさしくしてください。" },
  },
];

/** What became of みほん市's outline (骨子案) in its draft (素案): each kind of change once at least, with notes of every kind. */
export function sampleComparison(more: Partial<ComparisonHead> = {}, extent: Extent = "changes"): ComparisonTable {
  const rows = compareDocuments(old, fresh);
  return comparisonTable({ ...head, ...more }, { rows, placeOf: (section) => places[section] ?? "", notes }, extent);
}

/** Two versions without any difference. */
export function sameVersions(): ComparisonTable {
  const rows = compareDocuments(old, old);
  return comparisonTable(head, { rows, placeOf: (section) => places[section] ?? "", notes: [] });
}
