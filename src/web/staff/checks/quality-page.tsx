import type { ReactNode } from "react";
import {
  planBySlug,
  planQuality,
  type DivisionQuality,
  type PlanWithLevels,
  type QualityBoard,
} from "#domain/plan/index.ts";
import { csvText } from "#export/csv.ts";
import { fiscalYearWithBoth } from "#kernel/fiscal-year.ts";
import { download, page } from "#web/answer.tsx";
import type { Option } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { planCrumbs } from "../plan/addresses.ts";
import { divisionOptions, labelOf } from "../plan/division-options.ts";
import { checksPath } from "./addresses.ts";

interface Column {
  readonly key: string;
  readonly label: string;
  readonly of: (row: DivisionQuality) => number;
}

/** The board's figures in the order of its columns; each can put the divisions in order, the most first. */
const columns: readonly Column[] = [
  { key: "measures", label: "施策", of: (row) => row.measures },
  { key: "complete", label: "そろった施策", of: (row) => row.complete },
  { key: "indicators", label: "指標", of: (row) => row.indicators },
  { key: "confirmed", label: "確定", of: (row) => row.standings.confirmed },
  { key: "draft", label: "入力中", of: (row) => row.standings.draft },
  { key: "late", label: "遅れ", of: (row) => row.standings.late },
  { key: "waiting", label: "これから", of: (row) => row.standings.waiting },
  { key: "notYearly", label: "毎年ではない", of: (row) => row.standings.notYearly },
];

interface Quality {
  readonly plan: PlanWithLevels;
  readonly board: QualityBoard;
  readonly rows: readonly DivisionQuality[];
  readonly divisions: readonly Option[];
  readonly order: string;
}

async function readQuality({ ctx, params, query }: Visit): Promise<Quality> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const board = await planQuality(ctx, plan);
  const divisions = await divisionOptions(ctx);
  const order = columns.find(({ key }) => key === query.get("order"))?.key ?? "division";
  return { plan, board, divisions, order, rows: inOrder(board.divisions, divisions, order) };
}

/** By the organisation chart (nobody's last), or by a figure with the most first; equal ones stay in the chart's order. */
function inOrder(rows: readonly DivisionQuality[], divisions: readonly Option[], order: string): DivisionQuality[] {
  const place = ({ divisionId }: DivisionQuality) => {
    const at = divisions.findIndex((division) => division.value === divisionId);
    return at < 0 ? divisions.length : at;
  };
  const byChart = rows.toSorted((a, b) => place(a) - place(b));
  const column = columns.find(({ key }) => key === order);
  return column ? byChart.toSorted((a, b) => column.of(b) - column.of(a)) : byChart;
}

/** How complete each division's part of a plan is, and how the last fiscal year's values stand (課ごとの入力の状況). */
export async function showQuality(visit: Visit): Promise<Response> {
  const quality = await readQuality(visit);
  const { plan, board, rows } = quality;
  return page(
    <StaffPage visit={visit} title="課ごとの入力の状況" crumbs={planCrumbs(plan)} wide>
      <p className="prose mb-4">
        施策のページと指標のうち、そろったものの数と、{fiscalYearWithBoth(board.year)}
        の実績値の状況です。「遅れ」は、更新月を過ぎても入力のない指標です。「−」と理由を入れたものは、入力したものとして数えます。
      </p>
      <p className="actions mb-6">
        <a href={`${checksPath.qualityFile(plan)}${visit.url.search}`} className="button button-secondary button-small">
          CSVで保存する
        </a>
        <a href={checksPath.list(plan)}>点検の一覧を見る</a>
      </p>
      {rows.length === 0 ? (
        <Empty title="見られる課がありません。">
          <p>自分の課が主管する施策か指標があると、ここに出ます。</p>
        </Empty>
      ) : (
        <QualityTable quality={quality} />
      )}
    </StaffPage>,
  );
}

function QualityTable({ quality: { plan, board, rows, divisions, order } }: { readonly quality: Quality }): ReactNode {
  return (
    <TableFrame label="課ごとの入力の状況">
      <table className="table">
        <caption>{rows.length}の課。見出しを押すと、多い順に並べ替わります。</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={order === "division" ? "ascending" : undefined}>
              <a href={checksPath.quality(plan)}>主管課</a>
              {order === "division" && <span aria-hidden="true"> ▲</span>}
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="!text-right" aria-sort={order === key ? "descending" : undefined}>
                <a href={`${checksPath.quality(plan)}?order=${key}`}>{label}</a>
                {order === key && <span aria-hidden="true"> ▼</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.divisionId ?? "none"}>
              <th scope="row" className="min-w-48">
                <a href={`${checksPath.list(plan)}?division=${row.divisionId ?? "none"}`}>{nameOf(row, divisions)}</a>
              </th>
              {columns.map(({ key, of }) => (
                <td key={key} className={`text-right ${key === "late" && of(row) > 0 ? "font-bold text-red-900" : ""}`}>
                  {of(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">計（{board.divisions.length}）</th>
            {columns.map(({ key, of }) => (
              <td key={key} className="text-right font-bold">
                {rows.reduce((total, row) => total + of(row), 0)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

function nameOf({ divisionId }: DivisionQuality, divisions: readonly Option[]): string {
  if (divisionId === null) return "主管課が決まっていないもの";
  return labelOf(divisions, divisionId) || "廃止された課";
}

export async function saveQualityFile(visit: Visit): Promise<Response> {
  const { plan, board, rows, divisions } = await readQuality(visit);
  const head = ["主管課", ...columns.map(({ label }) => label), "実績値の年度"];
  const lines = rows.map((row) => [nameOf(row, divisions), ...columns.map(({ of }) => of(row)), board.year]);
  return download(csvText([head, ...lines]), `${plan.name}_入力の状況.csv`, "text/csv; charset=utf-8");
}
