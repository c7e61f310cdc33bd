import type { ReactNode } from "react";
import {
  skipWords,
  type ImportError,
  type ImportIndicator,
  type ImportNode,
  type ImportPlan,
} from "#domain/plan/index.ts";
import { columnLetters } from "#kernel/sheet.ts";
import { TableFrame } from "#web/ui/parts.tsx";

const shownErrors = 200;

/** What must be corrected in the sheet, by row, column and value. */
export function ErrorTable({ errors }: { readonly errors: readonly ImportError[] }): ReactNode {
  return (
    <>
      <TableFrame label="直すところ">
        <table className="table">
          <caption className="visually-hidden">直すところ</caption>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">列</th>
              <th scope="col">値</th>
              <th scope="col">何がおかしいか</th>
              <th scope="col">どう直すか</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, shownErrors).map((error) => (
              <tr key={`${error.row}-${error.column}-${error.message}`}>
                <td className="number">{error.row}</td>
                <td>
                  {columnLetters(error.column)}（{error.header}）
                </td>
                <td>「{error.value}」</td>
                <td>{error.message}</td>
                <td>{error.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {errors.length > shownErrors && <p>初めの{shownErrors}件です。残りは CSV で保存して確かめてください。</p>}
    </>
  );
}

/** Rows that are not taken in: shown so that nothing is dropped in silence. */
export function SkippedRows({ skipped }: Pick<ImportPlan, "skipped">): ReactNode {
  if (skipped.length === 0) return null;
  return (
    <details className="my-4">
      <summary className="field-label">取り込まない行（{skipped.length}行）</summary>
      <TableFrame label="取り込まない行">
        <table className="table">
          <caption className="visually-hidden">取り込まない行</caption>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">理由</th>
              <th scope="col">書かれていること</th>
            </tr>
          </thead>
          <tbody>
            {skipped.slice(0, 500).map((row) => (
              <tr key={row.row}>
                <td className="number">{row.row}</td>
                <td>{skipWords[row.reason]}</td>
                <td>{row.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
}

/** What the clerk should know of how cells were read. */
export function Remarks({ remarks }: Pick<ImportPlan, "remarks">): ReactNode {
  if (remarks.length === 0) return null;
  return (
    <details className="my-4">
      <summary className="field-label">読み方のお知らせ（{remarks.length}件）</summary>
      <ul className="mt-2 list-disc pl-6">
        {remarks.slice(0, 500).map((remark) => (
          <li key={`${remark.row}-${remark.column}-${remark.message}`}>
            {columnLetters(remark.column)}
            {remark.row}：{remark.message}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The tree as the sheet means it, each top node to be opened. */
export function Outline({ read }: { readonly read: ImportPlan }): ReactNode {
  const children = new Map<string | null, ImportNode[]>();
  for (const node of read.nodes) children.set(node.parentKey, [...(children.get(node.parentKey) ?? []), node]);
  const indicators = new Map<string, ImportIndicator[]>();
  for (const indicator of read.indicators)
    indicators.set(indicator.nodeKey, [...(indicators.get(indicator.nodeKey) ?? []), indicator]);
  const tops = children.get(null) ?? [];
  if (tops.length === 0) return null;
  return (
    <section className="my-8">
      <h2 className="mb-3 text-[1.25rem]">表から読み取った体系</h2>
      {tops.map((top) => (
        <details key={top.key} className="border-t border-solid-gray-200 py-2" open={tops.length === 1}>
          <summary className="font-bold">{nodeWords(top)}</summary>
          <IndicatorLines indicators={indicators.get(top.key) ?? []} />
          <Branch parent={top} below={children} indicators={indicators} />
        </details>
      ))}
    </section>
  );
}

interface BranchProps {
  readonly parent: ImportNode;
  readonly below: ReadonlyMap<string | null, readonly ImportNode[]>;
  readonly indicators: ReadonlyMap<string, readonly ImportIndicator[]>;
}

function Branch({ parent, below: all, indicators }: BranchProps): ReactNode {
  const below = all.get(parent.key) ?? [];
  if (below.length === 0) return null;
  return (
    <ul className="list-plain border-l border-solid-gray-420 pl-4">
      {below.map((node) => (
        <li key={node.key} className="py-1">
          {nodeWords(node)}
          <IndicatorLines indicators={indicators.get(node.key) ?? []} />
          <Branch parent={node} below={all} indicators={indicators} />
        </li>
      ))}
    </ul>
  );
}

function nodeWords({ code, title, keyword }: ImportNode): string {
  return `${code === "" ? "" : `${code}　`}${title}${keyword ? `【${keyword}】` : ""}`;
}

function IndicatorLines({ indicators }: { readonly indicators: readonly ImportIndicator[] }): ReactNode {
  if (indicators.length === 0) return null;
  return (
    <ul className="list-disc pl-6 text-[0.875rem] text-solid-gray-700">
      {indicators.map((indicator) => (
        <li key={`${indicator.row}-${indicator.name}`}>{indicatorWords(indicator)}</li>
      ))}
    </ul>
  );
}

function indicatorWords({ name, unit, baseline, targets }: ImportIndicator): string {
  const last = targets?.at(-1);
  const from = baseline?.value ?? (baseline?.words || "−");
  const to = last ? (last.value ?? last.words) : "−";
  return `${name}　${from} → ${to}${unit === "" ? "" : `（${unit}）`}`;
}
