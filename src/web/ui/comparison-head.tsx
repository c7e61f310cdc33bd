import type { ReactNode } from "react";
import {
  rowKindLabels,
  sideLabels,
  sidesInOrder,
  type ComparedDocument,
  type ComparisonTable,
  type Extent,
} from "#export/comparison-paper/comparison-table.ts";
import { dateWithBoth } from "#kernel/wareki.ts";

/** The two documents that are compared: plan, version, day, and the hash that anyone can compute again. */
export function ComparedDocuments({ table }: { readonly table: ComparisonTable }): ReactNode {
  return (
    <dl className="compared-documents">
      {sidesInOrder(table).map((side) => (
        <div key={side}>
          <dt>{sideLabels[side]}</dt>
          <dd>
            <DocumentWords document={table[side]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DocumentWords({ document: { plan, version, day, hash } }: { readonly document: ComparedDocument }): ReactNode {
  return (
    <>
      {plan}　{version}
      <span className="compared-day">{dateWithBoth(day)}</span>
      <span className="compared-hash">
        内容のSHA-256　<code>{hash}</code>
      </span>
    </>
  );
}

interface FilterProps {
  readonly table: ComparisonTable;
  readonly extent: Extent;
  /** The page's address with as much of the table as is asked for. */
  readonly hrefOf: (extent: Extent) => string;
}

/** How many changes there are of each kind, each a way to see those alone; and everything, with what did not change. */
export function KindFilter({ table: { counts }, extent, hrefOf }: FilterProps): ReactNode {
  const choices: readonly { readonly extent: Extent; readonly words: string }[] = [
    { extent: "changes", words: "変わったところすべて" },
    ...counts.map(({ kind, count }) => ({ extent: kind, words: `${rowKindLabels[kind]}　${count}` })),
    { extent: "everything", words: "全文" },
  ];
  return (
    <nav aria-label="表に出すところ" className="no-print">
      <ul className="kind-filter list-plain">
        {choices.map(({ extent: own, words }) => (
          <li key={own}>
            <a href={hrefOf(own)} aria-current={own === extent ? "true" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
