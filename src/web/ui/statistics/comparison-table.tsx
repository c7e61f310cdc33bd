import type { ReactNode } from "react";
import { absenceSigns, statisticAbsenceLabels, type Comparison } from "#domain/statistics/published.ts";
import { figure } from "#kernel/figures.ts";

/** A municipality's line in a comparison: with its rank, or with the sign that says why it has no number. */
export interface ComparisonLine {
  readonly code: string;
  readonly name: string;
  readonly rank: number | null;
  readonly text: string;
  /** What the sign means, where there is one. */
  readonly meaning: string;
}

/** The lines of a comparison: by rank, those without a number last. */
export function comparisonLines(
  { ranked, absent }: Comparison,
  { decimals, nameOf }: { readonly decimals: number; readonly nameOf: (code: string) => string },
): ComparisonLine[] {
  return [
    ...ranked.map(({ code, value, rank }) => ({
      code,
      name: nameOf(code),
      rank,
      text: figure(value, decimals),
      meaning: "",
    })),
    ...absent.map(({ code, absence }) => ({
      code,
      name: nameOf(code),
      rank: null,
      text: absenceSigns[absence],
      meaning: statisticAbsenceLabels[absence],
    })),
  ];
}

interface TableProps {
  readonly caption: string;
  readonly lines: readonly ComparisonLine[];
  readonly unit: string;
  readonly ownCode: string;
  /** What stands at the head of the columns, where it leads to another order. */
  readonly heads?: { readonly rank: ReactNode; readonly name: ReactNode };
}

/** Municipalities in order, the own one marked by weight and a word. */
export function ComparisonTable({ caption, lines, unit, ownCode, heads }: TableProps): ReactNode {
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="number w-24">
            {heads?.rank ?? "順位"}
          </th>
          <th scope="col">{heads?.name ?? "市区町村"}</th>
          <th scope="col" className="number">
            {unit === "" ? "値" : `値（${unit}）`}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code} className={line.code === ownCode ? "row-own" : ""}>
            <td className="number">{line.rank ?? ""}</td>
            <th scope="row" className={line.code === ownCode ? "" : "font-normal"}>
              {line.name}
            </th>
            <td className="number">
              {line.text}
              {line.meaning !== "" && <span className="visually-hidden">（{line.meaning}）</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
