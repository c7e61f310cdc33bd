import type { ReactNode } from "react";
import { figure } from "#kernel/figures.ts";
import { wrapped } from "#web/public/plan/diagram.ts";
import { ShareStrip } from "#web/ui/charts/share-bar.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { between, type Flow, type Stop } from "./flow.ts";
import { barWidth, flowLayout, type DrawnStop } from "./flow-layout.ts";

const sides = ["意見がとどいた道すじ", "市の対応", "計画の中の場所"] as const;
const hues = 6;

/** The class that colours a category; its name and number always stand beside. */
function hueOf(index: number): string {
  return `flow-${(index % hues) + 1}`;
}

/** The flow from channels over categories to the goals: one picture on wide screens, bars with words on a phone, and tables. */
export function FlowPicture({ flow }: { readonly flow: Flow }): ReactNode {
  return (
    <>
      <WideFlow flow={flow} />
      <NarrowFlow flow={flow} />
      <details className="fold">
        <summary>図の数を表で見る</summary>
        <CrossTable
          caption="道すじごとの、市の対応（論点の件数）"
          head={sides[0]}
          rows={flow.channels}
          columns={flow.categories}
          countOf={(row, column) => between(flow.toCategory, row, column)}
        />
        <CrossTable
          caption="計画の中の場所ごとの、市の対応（論点の件数）"
          head={sides[2]}
          rows={flow.goals}
          columns={flow.categories}
          countOf={(row, column) => between(flow.toGoal, column, row)}
        />
      </details>
    </>
  );
}

function WideFlow({ flow }: { readonly flow: Flow }): ReactNode {
  const { width, height, columns, streams } = flowLayout(flow);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="flow-wide" role="img" aria-label={flowWords(flow)}>
      {columns.map((stops, index) => (
        <text key={sides[index]} className="flow-side" {...wordsAt(index, stops[0]?.x ?? 0)} y={18}>
          {sides[index]}
        </text>
      ))}
      {streams.map(({ stream, path, category }) => (
        <path key={`${stream.from}${stream.to}${path}`} d={path} className={`flow-ribbon share-${hueOf(category)}`} />
      ))}
      {columns.map((stops, side) =>
        stops.map((drawn, index) => (
          <DrawnBar key={drawn.stop.key} drawn={drawn} side={side} hue={side === 1 ? hueOf(index) : undefined} />
        )),
      )}
    </svg>
  );
}

/** Words end left of the first bars and begin right of the others. */
function wordsAt(side: number, x: number): { readonly x: number; readonly textAnchor: "start" | "end" } {
  return side === 0 ? { x: x - 8, textAnchor: "end" } : { x: x + barWidth + 8, textAnchor: "start" };
}

interface DrawnBarProps {
  readonly drawn: DrawnStop;
  readonly side: number;
  readonly hue: string | undefined;
}

function DrawnBar({ drawn: { stop, x, y, height }, side, hue }: DrawnBarProps): ReactNode {
  const lines = wrapped(stop.label, 14).slice(0, 2);
  const at = wordsAt(side, x);
  return (
    <g>
      <rect x={x} y={round(y)} width={barWidth} height={round(height)} className={hue ? `share-${hue}` : "flow-bar"} />
      {lines.map((line, index) => (
        <text key={line} {...at} y={round(y) + 13 + index * 16}>
          {line}
          {index === lines.length - 1 && <tspan className="flow-count">{`　${figure(stop.count, 0)}`}</tspan>}
        </text>
      ))}
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function flowWords({ total, channels, categories, goals }: Flow): string {
  return `論点${total}件の流れ。${sides[0]}：${stopWords(channels)}。${sides[1]}：${stopWords(categories)}。${sides[2]}：${stopWords(goals)}。`;
}

function stopWords(stops: readonly Stop[]): string {
  return stops.map(({ label, count }) => `${label}${count}件`).join("、");
}

/** On a phone: first the categories, then how each channel and each part of the plan is made up of them. */
function NarrowFlow({ flow }: { readonly flow: Flow }): ReactNode {
  const { categories, channels, goals, toCategory, toGoal } = flow;
  return (
    <div className="flow-narrow">
      <ul className="list-plain flow-legend">
        {categories.map(({ key, label, count }, index) => (
          <li key={key}>
            <svg viewBox="0 0 16 16" className="share-mark" aria-hidden="true" focusable="false">
              <rect width="16" height="16" rx="3" className={`share-${hueOf(index)}`} />
            </svg>
            <span>{label}</span> <b>{figure(count, 0)}</b>
          </li>
        ))}
      </ul>
      <Bars
        title={sides[0]}
        stops={channels}
        parts={categories}
        countOf={(own, part) => between(toCategory, own, part)}
      />
      <Bars title={sides[2]} stops={goals} parts={categories} countOf={(own, part) => between(toGoal, part, own)} />
    </div>
  );
}

interface BarsProps {
  readonly title: string;
  readonly stops: readonly Stop[];
  readonly parts: readonly Stop[];
  readonly countOf: (own: string, part: string) => number;
}

function Bars({ title, stops, parts, countOf }: BarsProps): ReactNode {
  return (
    <>
      <h3 className="mt-6">{title}</h3>
      <ul className="list-plain flow-bars">
        {stops.map(({ key, label, count }) => (
          <li key={key}>
            <p>
              {label} <b>{figure(count, 0)}</b>
            </p>
            <ShareStrip
              shares={parts.map((part, index) => ({
                key: hueOf(index),
                label: part.label,
                count: countOf(key, part.key),
              }))}
            />
            <p className="trace-note">{partWords(parts, (part) => countOf(key, part))}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a bar is made of, in words: 「A 30」「B 80」. */
function partWords(parts: readonly Stop[], countOf: (part: string) => number): string {
  return parts
    .map(({ key, short }) => ({ short, count: countOf(key) }))
    .filter(({ count }) => count > 0)
    .map(({ short, count }) => `${short} ${figure(count, 0)}`)
    .join("　");
}

interface CrossTableProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly Stop[];
  readonly columns: readonly Stop[];
  readonly countOf: (row: string, column: string) => number;
}

function CrossTable({ caption, head, rows, columns, countOf }: CrossTableProps): ReactNode {
  return (
    <div className="mt-4">
      <TableFrame label={caption}>
        <table className="table table-small">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col" className="number">
                  {label}
                </th>
              ))}
              <th scope="col" className="number">
                計
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {columns.map((column) => (
                  <td key={column.key} className="number">
                    {figure(countOf(row.key, column.key), 0)}
                  </td>
                ))}
                <td className="number">{figure(row.count, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}
