import { listOccasions, pointRowsToSave } from "#domain/voices/index.ts";
import { csvText } from "#export/csv.ts";
import { workbookBytes } from "#export/workbook/index.ts";
import { NotFound } from "#kernel/result.ts";
import { download } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import { pointChoice } from "./point-choice.ts";
import { deskScene, measureOptions } from "./scene.ts";

const mostRows = 200_000;
const headings = [
  "意見の番号",
  "聴取の機会",
  "論点（公開用の写し。二人が確かめたものだけ）",
  "要旨",
  "同趣旨の意見の番号",
  "意見の概要",
  "対象外の理由",
  "施策",
  "印",
];
const widths = [10, 24, 60, 30, 10, 40, 24, 30, 16];

/** The chosen points as a file, without anything of who sent them, also not in their words. */
export async function savePoints({ ctx, query }: Visit, ending: "csv" | "xlsx"): Promise<Response> {
  const scene = await deskScene(ctx, query);
  if (!scene) throw new NotFound("no occasion");
  const occasions = new Map((await listOccasions(ctx)).map(({ id, title }) => [id, title]));
  const measures = new Map((await measureOptions(ctx, scene.plan.id)).map(({ value, label }) => [value, label]));
  const found = await pointRowsToSave(ctx, pointChoice(scene, query), mostRows);
  const rows = found.map((row) => cellsOf(row, { occasions, measures }));
  const name = `${scene.plan.name}_論点`;
  if (ending === "csv") return download(csvText([headings, ...rows]), `${name}.csv`, "text/csv; charset=utf-8");
  const columns = headings.map((heading, index) => ({ heading, width: widths[index] ?? 12, kind: "any" as const }));
  const book = { title: name, madeOn: ctx.clock.today(), sheets: [{ name: "論点", columns, rows }] };
  const media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download(await workbookBytes(book), `${name}.xlsx`, media);
}

interface Names {
  readonly occasions: ReadonlyMap<string, string>;
  readonly measures: ReadonlyMap<string, string>;
}

function cellsOf(
  row: Awaited<ReturnType<typeof pointRowsToSave>>[number],
  { occasions, measures }: Names,
): (string | number | null)[] {
  return [
    row.voiceNumber,
    occasions.get(row.occasionId) ?? "",
    row.words ?? "",
    row.gist,
    row.topicNumber,
    row.topicTitle ?? "",
    row.exclusion,
    measures.get(row.nodeId ?? "") ?? "",
    row.tags.join("、"),
  ];
}
