import { nodeFieldLabels, sdgGoals, strengthSigns, type NodeFieldKey } from "#domain/plan/index.ts";
import { isEmptyRichText } from "#kernel/rich-text.ts";
import type { Block, Columns, Run } from "../paper/paper.ts";
import { indicatorTable } from "./indicator-table.ts";
import type { NodeSnapshot } from "./edition.ts";
import { plainBlock, richBlocks, type Pictures } from "./rich-blocks.ts";
import { anchorOf, codeAndTitle, type Branch } from "./tree.ts";

/** The left page of a measure: where it leads to and where the city stands. Charts follow below. */
export function leftSide({ node }: Branch, pictures?: Pictures): Block[] {
  const field = fieldsOf(node, pictures);
  const vision = field("vision");
  return [
    ...(isUnwritten(node) ? [plainBlock(`${nodeFieldLabels.vision}などの文章は、まだ書かれていません。`)] : []),
    ...titled(node, nodeFieldLabels.vision, vision.length > 0 ? [{ kind: "panel", blocks: asLead(vision) }] : []),
    ...titled(node, nodeFieldLabels.currentState, field("currentState")),
    ...(node.indicators.length > 0 ? [subheading(node, "指標の動き")] : []),
  ];
}

/** The right page: what is done, by which measure one will see it, by whom, and what belongs to it. */
export function rightSide(branch: Branch, pictures?: Pictures): Block[] {
  const { node } = branch;
  const field = fieldsOf(node, pictures);
  return [
    ...titled(node, nodeFieldLabels.direction, field("direction")),
    ...titled(node, nodeFieldLabels.initiatives, field("initiatives")),
    ...titled(node, belowTitle(branch), below(branch)),
    ...titled(
      node,
      "指標",
      node.indicators.length > 0 ? [indicatorTable(`${codeAndTitle(node)}の指標`, node.indicators)] : [],
    ),
    ...titled(node, "それぞれの役割", roles(node, field)),
    ...titled(node, "SDGsとのつながり", goals(node)),
    ...titled(node, "関連する計画", plans(node)),
    ...titled(node, "ことばの説明", terms(node)),
  ];
}

/** Pages of a draft that stand empty say why. */
function isUnwritten({ fields }: NodeSnapshot): boolean {
  return Object.values(fields).every((text) => text === undefined || isEmptyRichText(text));
}

function titled(node: NodeSnapshot, title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [subheading(node, title), ...blocks];
}

function subheading(node: NodeSnapshot, text: string): Block {
  return { kind: "heading", level: node.depth + 2, text };
}

type Field = (key: NodeFieldKey) => Block[];

/** The texts of a node as blocks. */
function fieldsOf({ fields }: NodeSnapshot, pictures: Pictures | undefined): Field {
  return (key) => {
    const text = fields[key];
    return text && !isEmptyRichText(text) ? richBlocks(text, pictures) : [];
  };
}

function asLead(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (block.kind === "text" ? { ...block, tone: "lead" } : block));
}

function belowTitle({ children }: Branch): string {
  return children[0]?.levelName ?? "";
}

/** The lines below a measure (基本事業, 事務事業) that have no page of their own. */
function below({ children }: Branch): Block[] {
  const own = children.filter((child) => !child.hasPage);
  if (own.length === 0) return [];
  return [{ kind: "list", isOrdered: false, items: own.map(({ node }) => [plainBlock(codeAndTitle(node))]) }];
}

function roles(node: NodeSnapshot, field: Field): Block[] {
  const who: readonly (readonly [NodeFieldKey, string])[] = [
    ["citizenRole", "市民"],
    ["businessRole", "事業者・団体"],
    ["cityRole", "市"],
  ];
  const columns = who.map(([key, title]) => ({ title, blocks: field(key) })).filter(({ blocks }) => blocks.length > 0);
  if (columns.length === 0) return [];
  const side: Columns = { kind: "columns", level: node.depth + 3, columns };
  return [side];
}

function goals(node: NodeSnapshot): Block[] {
  const chips = node.sdgs
    .toSorted((a, b) => a.goal - b.goal)
    .flatMap(({ goal, strength }) => {
      const known = sdgGoals.find(({ number }) => number === goal);
      return known ? [{ number: goal, name: known.name, color: known.color, sign: strengthSigns[strength] }] : [];
    });
  return chips.length === 0 ? [] : [{ kind: "chips", chips }];
}

function plans(node: NodeSnapshot): Block[] {
  const runs: Run[] = node.relatedPlans.map(({ name, period }, index) => ({
    text: `${index > 0 ? "　／　" : ""}${name}${period === "" ? "" : `（${period}）`}`,
  }));
  return runs.length === 0 ? [] : [{ kind: "text", tone: "body", runs }];
}

function terms(node: NodeSnapshot): Block[] {
  if (node.terms.length === 0) return [];
  return [{ kind: "facts", items: node.terms.map(({ term, meaning }) => ({ name: term, runs: [{ text: meaning }] })) }];
}

/** Where a node stands in the paper, as a link with its page. */
export function placeRuns(node: NodeSnapshot): Run[] {
  return [{ text: node.code === "" ? node.title : node.code, to: anchorOf(node) }];
}
