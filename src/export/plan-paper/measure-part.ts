import type { Block, Opening, Part, Run, Spread } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { leftSide, rightSide } from "./measure-sides.ts";
import { measureCharts } from "./measure-charts.ts";
import { plainBlock, richBlocks, type Pictures } from "./rich-blocks.ts";
import { allBelow, anchorOf, codeAndTitle, type Branch } from "./tree.ts";

/** 施策: each goal opens with a page of its colour, then every measure has two facing pages. */
export function measurePart(edition: PlanEdition, roots: readonly Branch[]): Part | undefined {
  if (roots.length === 0) return undefined;
  const printed = new Set<string>();
  const pages = roots.flatMap((branch) => measureBlocks({ edition, branch, path: [], printed }));
  return { title: measuresTitle(edition), blocks: [...facingPagesHelp(edition), ...pages] };
}

/** 「施策の内容」 */
export function measuresTitle(edition: PlanEdition): string {
  return `${measureName(edition)}の内容`;
}

function measureName({ snapshot }: PlanEdition): string {
  return snapshot.levels.find(({ hasPage }) => hasPage)?.name ?? "施策";
}

/** How to read the facing pages (ページの見方). */
export function facingPagesHelp(edition: PlanEdition): Block[] {
  const name = measureName(edition);
  const lines = [
    `${name}ごとに、見開きの2ページで示します。`,
    "左のページ：目指す姿、現状と課題、指標の動き（図）",
    "右のページ：取組の方向、主な取組、指標の一覧、それぞれの役割、SDGsとのつながり、関連する計画、ことばの説明",
    "図の見方：実線と点（または棒）は実績、白い点は基準値、◇は目標です。破線は最後の年度の目標の高さです。「−」は値がない年度、「△」は0より小さい値、薄い色は計画期間を表します。折れ線の縦軸は、0から始まっていません。",
    "年度：R7は令和7年度（2025年度）です。",
    "「重点」は、重点的に取り組む施策です。",
  ];
  return [
    { kind: "heading", level: 2, text: "ページの見方" },
    { kind: "list", isOrdered: false, items: lines.map((line) => [plainBlock(line)]) },
  ];
}

interface Placed {
  readonly branch: Branch;
  readonly path: readonly Branch[];
}

interface Printing extends Placed {
  readonly edition: PlanEdition;
  /** Nodes whose heading stands in the paper already; those printed here are added. */
  readonly printed: Set<string>;
}

/** The pages of a branch: a goal's opening, then the facing pages of it and of every branch with a page below it. */
export function measureBlocks({ edition, branch, path, printed }: Printing): Block[] {
  const isGoal = path.length === 0 && !branch.hasPage;
  if (isGoal) printed.add(branch.node.id);
  const spreads = [...(branch.hasPage ? [{ branch, path }] : []), ...pathsBelow(branch, path)].map((placed) => {
    const fresh = placed.path.map(({ node }) => node.id).filter((id) => !printed.has(id));
    for (const id of [...fresh, placed.branch.node.id]) printed.add(id);
    return spreadOf(edition, placed, new Set(fresh));
  });
  return [...(isGoal ? [openingOf(branch, edition)] : []), ...spreads];
}

/** Every branch with a page below a goal, with the way to it. */
function pathsBelow(branch: Branch, path: readonly Branch[]): Placed[] {
  const way = [...path, branch];
  return branch.children.flatMap((child) => [
    ...(child.hasPage ? [{ branch: child, path: way }] : []),
    ...pathsBelow(child, way),
  ]);
}

function openingOf(root: Branch, { pictures }: PlanEdition): Opening {
  return {
    kind: "opening",
    hue: root.goal,
    label: `${root.levelName}${root.node.code === "" ? "" : ` ${root.node.code}`}`,
    heading: { kind: "heading", level: root.node.depth + 1, text: root.node.title, anchor: anchorOf(root.node) },
    left: richBlocks(root.node.fields["vision"], pictures),
    right: [
      { kind: "heading", level: root.node.depth + 2, text: "この目標に含まれるもの" },
      ...contentsOf(root),
      ...ownPages(root, pictures),
    ],
  };
}

/** What a goal holds: one table for each branch below it, with the page of every measure. */
function contentsOf(root: Branch): Block[] {
  const isFlat = root.children.every((child) => child.hasPage);
  const groups = isFlat ? [{ title: root.node.title, items: root.children }] : root.children.map(groupOf);
  return groups.map(({ title, items }) => ({
    kind: "table",
    caption: title,
    columns: [
      { heading: items[0]?.levelName ?? "項目", share: 8, align: "start" },
      { heading: "担当", share: 4, align: "start" },
      { heading: "ページ", share: 1.4, align: "end" },
    ],
    rows: items.map((item) => rowOf(item)),
  }));
}

function groupOf(child: Branch): { title: string; items: readonly Branch[] } {
  const items = child.hasPage ? [child] : allBelow(child).filter(({ hasPage }) => hasPage);
  return { title: `${child.levelName} ${codeAndTitle(child.node)}`, items };
}

function rowOf({ node }: Branch): Run[][] {
  const to = anchorOf(node);
  const mark = node.isPriority ? [{ text: "　重点", isBold: true }] : [];
  return [
    [{ text: codeAndTitle(node), to }, ...mark],
    [{ text: node.division?.name ?? "" }],
    [{ text: "", to, isPage: true }],
  ];
}

/** What stands at the goal itself beside its aim: the rest of its page. */
function ownPages({ node }: Branch, pictures: Pictures | undefined): Block[] {
  const rest = ["currentState", "direction"].flatMap((key) => richBlocks(node.fields[key], pictures));
  return rest.length === 0 ? [] : rest;
}

function spreadOf(edition: PlanEdition, { branch, path }: Placed, fresh: ReadonlySet<string>): Spread {
  const { node } = branch;
  return {
    kind: "spread",
    hue: branch.goal,
    trail: path.map((step) => ({
      text: `${step.levelName} ${codeAndTitle(step.node)}`,
      level: fresh.has(step.node.id) ? step.node.depth + 1 : null,
      anchor: fresh.has(step.node.id) ? anchorOf(step.node) : null,
    })),
    code: node.code,
    heading: { kind: "heading", level: node.depth + 1, text: node.title, anchor: anchorOf(node) },
    badges: [...(node.isPriority ? ["重点"] : []), ...(node.keyword === "" ? [] : [node.keyword])],
    facts: [
      ...(node.division ? [{ name: "担当", text: node.division.name }] : []),
      ...(node.relatedDivisions.length > 0 ? [{ name: "関係する課", text: node.relatedDivisions.join("、") }] : []),
    ],
    left: leftSide(branch, edition.pictures),
    charts: measureCharts(branch, edition.snapshot.plan),
    right: rightSide(branch, edition.pictures),
  };
}
