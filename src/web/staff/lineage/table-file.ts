import {
  correspondenceColumns,
  evolutionLabels,
  lineageBoard,
  lineageKindLabels,
  planBySlug,
  type LineageBoard,
  type LineageNode,
} from "#domain/plan/index.ts";
import { csvText } from "#export/csv.ts";
import { workbookBytes, type Column } from "#export/workbook/index.ts";
import { download } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import { openMeasures } from "./open-measures.ts";

/** The table of codes (対応表) as CSV. */
export async function saveLineageFile(visit: Visit): Promise<Response> {
  const board = await boardOf(visit);
  const rows = [Object.values(correspondenceColumns), ...rowsOf(board)];
  return download(csvText(rows), `${fileName(board)}.csv`, "text/csv; charset=utf-8");
}

/** The same for Excel, which would read 「1-1-1」 in a CSV as the first of January 2001. */
export async function saveLineageWorkbook(visit: Visit): Promise<Response> {
  const board = await boardOf(visit);
  const bytes = await workbookBytes({
    title: fileName(board),
    madeOn: visit.ctx.clock.today(),
    sheets: [{ name: "対応表", columns, rows: rowsOf(board), spareRows: 50 }],
  });
  const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download(bytes, `${fileName(board)}.xlsx`, mediaType);
}

const text = { kind: "text" } as const;
const columns: readonly Column[] = [
  { ...text, heading: correspondenceColumns.oldCode, width: 16 },
  { ...text, heading: correspondenceColumns.oldTitle, width: 40 },
  { ...text, heading: correspondenceColumns.kind, width: 8, choices: Object.values(lineageKindLabels) },
  { ...text, heading: correspondenceColumns.newCode, width: 16 },
  { ...text, heading: correspondenceColumns.newTitle, width: 40 },
  { ...text, heading: correspondenceColumns.evolution, width: 8, choices: Object.values(evolutionLabels) },
  { ...text, heading: correspondenceColumns.note, width: 40 },
];

async function boardOf({ ctx, params }: Visit): Promise<LineageBoard> {
  return lineageBoard(ctx, await planBySlug(ctx, params["slug"] ?? ""));
}

function fileName({ plan }: LineageBoard): string {
  return `${plan.name}_前の計画との対応表`;
}

/** Linked nodes, then the measures of either plan that are still open, for the codes that a clerk fills in. */
function rowsOf(board: LineageBoard): string[][] {
  const nodes = new Map([...board.old, ...board.new].map((node) => [node.id, node]));
  const linked = board.links.map(({ oldNodeId, newNodeId, kind, evolution, note }) => {
    const [old, fresh] = [nodes.get(oldNodeId ?? ""), nodes.get(newNodeId ?? "")];
    const deepened = evolution === null ? "" : evolutionLabels[evolution];
    return [...names(old), lineageKindLabels[kind], ...names(fresh), deepened, note];
  });
  const nobody = names(undefined);
  return [
    ...linked,
    ...openMeasures(board.old).map((node) => [...names(node), "", ...nobody, "", ""]),
    ...openMeasures(board.new).map((node) => [...nobody, "", ...names(node), "", ""]),
  ];
}

function names(node: LineageNode | undefined): [string, string] {
  return [node?.code ?? "", node?.title ?? ""];
}
