import type { ReactNode } from "react";
import { correspondence, type StrategySnapshot } from "#domain/strategy/published.ts";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { correspondenceColumns } from "#export/strategy-words.ts";

/** The table of correspondence (対応表) that a grant officer needs: national goal, our goal, measure, KPI, grant projects. */
export function CorrespondenceTable({ snapshot }: { readonly snapshot: StrategySnapshot }): ReactNode {
  const lines = correspondence(snapshot);
  if (lines.length === 0)
    return (
      <Empty title="対応表に載せるものがまだありません">
        <p>基本目標を加え、施策と指標に印を付けると、ここに並びます。</p>
      </Empty>
    );
  return (
    <div className="correspondence">
      <TableFrame label="総合戦略の対応表">
        <table className="table">
          <caption className="visually-hidden">{snapshot.strategy.name}の対応表</caption>
          <thead>
            <tr>
              {correspondenceColumns.map(({ heading }) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.goal} ${line.measure?.id ?? ""} ${line.indicator?.id ?? ""}`}>
                {correspondenceColumns.map(({ heading, cell }) => (
                  <td key={heading}>{cell(line) || "−"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}
