import { nodeFieldKeys, nodeFieldLabels, sdgGoals, strengthSigns } from "#domain/plan/index.ts";
import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import { plainText } from "#kernel/rich-text.ts";
import { annexSheets } from "./annex-sheets.ts";
import { indicatorSheet } from "./indicator-sheet.ts";
import { allBelow, branchesOf, type Branch } from "../plan-paper/tree.ts";
import type { PlanEdition } from "../plan-paper/edition.ts";
import type { Cell, Column, Sheet, Workbook } from "../workbook/index.ts";

/** The whole plan as an Excel file to read, sort and count in: the tree, the measures' pages, the indicators with their years, then what the annexes hold. */
export function planWorkbook(edition: PlanEdition): Workbook {
  const all = branchesOf(edition.snapshot).flatMap((root) => allBelow(root));
  const sheets = [
    aboutSheet(edition),
    treeSheet(edition, all),
    pageSheet(all),
    indicatorSheet(edition.snapshot, all),
    ...annexSheets(edition),
  ];
  return { title: edition.snapshot.plan.name, madeOn: edition.day, sheets };
}

function aboutSheet({ snapshot, strategies, city, version, day, standing, isUndecided, hash }: PlanEdition): Sheet {
  const { plan } = snapshot;
  const standings = {
    official: "",
    sample: "見本（実在しない市の作りもの）",
    unofficial: "非公式（公開資料から作ったもの）",
  };
  const rows: Cell[][] = [
    ["自治体", city],
    ["計画", plan.name],
    ["めざすまちの姿", plan.vision],
    [
      "期間",
      `${fiscalYearShort(plan.startYear)}〜${fiscalYearShort(plan.endYear)}（${plan.startYear}〜${plan.endYear}年度）`,
    ],
    ["版", version],
    ["日付", day],
    ["状態", [standings[standing], isUndecided ? "未確定（検討中の案）" : ""].filter(Boolean).join("、")],
    ["内容の確認（SHA-256）", hash],
    ...strategies.flatMap(({ snapshot: { strategy }, version: ofStrategy, hash: own }) => [
      ["総合戦略", `${strategy.name}　${ofStrategy}`],
      ["総合戦略の内容の確認（SHA-256）", own],
    ]),
  ];
  return {
    name: "この表について",
    columns: [text("項目", 24), text("内容", 90)],
    rows: rows.filter((row) => row[1] !== ""),
  };
}

function treeSheet({ snapshot }: PlanEdition, all: readonly Branch[]): Sheet {
  const levels = snapshot.levels.toSorted((a, b) => a.depth - b.depth);
  const titles = new Map(all.map(({ node }) => [node.id, node]));
  const wayOf = (branch: Branch): string[] => {
    const way: string[] = [];
    for (let node = titles.get(branch.node.id); node; node = titles.get(node.parentId ?? ""))
      way.unshift(`${node.code} ${node.title}`.trim());
    return way;
  };
  const columns = [
    ...levels.map(({ name }) => text(name, 32)),
    text("キーワード", 14),
    text("重点", 6),
    text("担当課", 22),
    text("関係する課", 28),
    text("SDGs", 24),
    { heading: "指標の数", width: 9, kind: "number" } as const,
  ];
  const rows = all.map((branch) => {
    const { node } = branch;
    const way = wayOf(branch);
    return [
      ...levels.map((_, index) => way[index] ?? null),
      node.keyword,
      node.isPriority ? "重点" : null,
      node.division?.name ?? null,
      node.relatedDivisions.join("、"),
      sdgWords(branch),
      node.indicators.length,
    ];
  });
  return { name: "施策体系", columns, rows, frozenColumns: Math.min(1, levels.length) };
}

function sdgWords({ node }: Branch): string {
  return node.sdgs
    .toSorted((a, b) => a.goal - b.goal)
    .map(
      ({ goal, strength }) =>
        `${strengthSigns[strength]}${sdgGoals.find(({ number }) => number === goal)?.number ?? goal}`,
    )
    .join(" ");
}

function pageSheet(all: readonly Branch[]): Sheet {
  const pages = all.filter(({ node, hasPage }) => hasPage || Object.keys(node.fields).length > 0);
  const columns = [
    text("番号", 10),
    text("名前", 32),
    ...nodeFieldKeys.map((key) => text(nodeFieldLabels[key], 48)),
    text("関連する計画", 36),
    text("ことばの説明", 48),
  ];
  const rows = pages.map(({ node }) => [
    node.code,
    node.title,
    ...nodeFieldKeys.map((key) => (node.fields[key] ? plainText(node.fields[key]) : null)),
    node.relatedPlans.map(({ name, period }) => (period === "" ? name : `${name}（${period}）`)).join("\n"),
    node.terms.map(({ term, meaning }) => `${term}：${meaning}`).join("\n"),
  ]);
  return { name: "ページの内容", columns, rows, frozenColumns: 2 };
}

function text(heading: string, width: number): Column {
  return { heading, width, kind: "text" };
}
