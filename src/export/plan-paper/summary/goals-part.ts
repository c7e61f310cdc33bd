import type { Block, Part, Run, TableColumn } from "../../paper/paper.ts";
import type { PlanEdition } from "../edition.ts";
import { allBelow, codeAndTitle, type Branch } from "../tree.ts";
import { firstSentence } from "./first-words.ts";

/** With more measures than this, each has its title alone, so that they stay in two pages. */
export const mostWithAims = 36;

/** 目標と施策: every measure in a line, goal by goal. */
export function goalsPart(_edition: PlanEdition, roots: readonly Branch[]): Part | undefined {
  const count = roots.flatMap((root) => measuresOf(root)).length;
  if (count === 0) return undefined;
  return { title: "目標と施策", blocks: roots.flatMap((root) => tableOf(root, count <= mostWithAims)) };
}

/** The branches with a page, a goal's own included. */
export function measuresOf(root: Branch): Branch[] {
  return allBelow(root).filter(({ hasPage }) => hasPage);
}

function tableOf(root: Branch, hasAims: boolean): Block[] {
  const measures = measuresOf(root);
  const [first] = measures;
  if (!first) return [];
  const columns = hasAims
    ? [column(first.levelName, 6), column("目指す姿", 9)]
    : [column(first.levelName, 9), column("担当", 4)];
  const rows = measures.map(({ node }) => [
    titleRuns({ node }),
    [{ text: hasAims ? firstSentence(node.fields.vision) : (node.division?.name ?? "") }],
  ]);
  return [{ kind: "table", caption: `${root.levelName} ${codeAndTitle(root.node)}`, columns, rows }];
}

function column(heading: string, share: number): TableColumn {
  return { heading, share, align: "start" };
}

/** Code and title, with the mark of a priority. */
export function titleRuns({ node }: Pick<Branch, "node">): Run[] {
  return [{ text: codeAndTitle(node) }, ...(node.isPriority ? [{ text: "　重点", isBold: true }] : [])];
}
