import type { ReactNode } from "react";
import type { RowSide } from "#analysis/comparison/comparison.ts";
import type { Marked } from "#analysis/comparison/difference.ts";
import { rootKey } from "#domain/documents/published.ts";
import {
  absenceWords,
  cellBorder,
  legend,
  numberWords,
  omissionWords,
  sameTexts,
} from "#export/comparison-paper/comparison-paper.ts";
import {
  kindsOf,
  rowKindLabels,
  sideLabels,
  sidesInOrder,
  type ComparedLine,
  type ComparedPlace,
  type ComparisonTable as Table,
  type Line,
  type Side,
} from "#export/comparison-paper/comparison-table.ts";
import { rowAnchor, sectionAnchor } from "#web/comparison-request.ts";
import { NoteList } from "./comparison-notes.tsx";

interface TableProps {
  readonly table: Table;
  /** Where a section of the two documents is read, by the key that stands for it in the comparison. */
  readonly sectionHref?: ((key: string) => string | undefined) | undefined;
}

/** The comparison table (新旧対照表) on screen: three columns where there is room, old above new on a telephone. */
export function ComparisonTable({ table, sectionHref }: TableProps): ReactNode {
  if (table.places.length === 0) return <p>{sameTexts}</p>;
  const sides = sidesInOrder(table);
  const anchors = anchorsOf(table.places);
  return (
    <div className="comparison">
      <p className="comparison-legend">{legend}</p>
      <table className="comparison-table" role="table">
        <caption className="visually-hidden">{table.title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {sides.map((side) => (
              <th key={side} scope="col" role="columnheader">
                {sideLabels[side]}　{table[side].version}
              </th>
            ))}
            <th scope="col" role="columnheader" className="comparison-remarks">
              備考
            </th>
          </tr>
        </thead>
        {table.places.map((place, index) => (
          <PlaceRows
            key={index}
            place={place}
            sides={sides}
            anchor={anchors.get(place)}
            href={sectionHref?.(rootKey(place.section))}
          />
        ))}
      </table>
    </div>
  );
}

/** The first place of each section has the section's anchor. */
function anchorsOf(places: readonly ComparedPlace[]): ReadonlyMap<ComparedPlace, string> {
  const firsts = new Map(places.toReversed().map((place) => [rootKey(place.section), place]));
  return new Map([...firsts].filter(([root]) => root !== "").map(([root, place]) => [place, sectionAnchor(root)]));
}

interface RowsProps {
  readonly sides: readonly Side[];
}

interface PlaceProps extends RowsProps {
  readonly place: ComparedPlace;
  readonly anchor: string | undefined;
  readonly href: string | undefined;
}

function PlaceRows({ place: { name, lines }, sides, anchor, href }: PlaceProps): ReactNode {
  return (
    <tbody role="rowgroup" id={anchor}>
      {name !== "" && (
        <tr role="row" className="comparison-place">
          <th colSpan={sides.length + 1} scope="rowgroup" role="rowheader">
            {href === undefined ? name : <a href={href}>{name}</a>}
          </th>
        </tr>
      )}
      {lines.map((line, index) => (
        <LineRow key={index} line={line} sides={sides} />
      ))}
    </tbody>
  );
}

function LineRow({ line, sides }: RowsProps & { readonly line: Line }): ReactNode {
  if ("omitted" in line)
    return (
      <tr role="row" className="comparison-omitted">
        {sides.map((side) => (
          <td key={side} role="cell" className={`comparison-${side}`}>
            {omissionWords}
          </td>
        ))}
        <td role="cell">変わっていない{line.omitted}か所</td>
      </tr>
    );
  return (
    <tr role="row" id={rowAnchor(line)}>
      {sides.map((side) => (
        <td key={side} role="cell" className={`comparison-${side}`}>
          <SideWords sides={line.row[side]} side={side} />
        </td>
      ))}
      <td role="cell" className="comparison-remarks">
        <Kinds line={line} />
        <NoteList notes={line.notes} />
      </td>
    </tr>
  );
}

/** 「新」 or 「旧」 is said at each text where the columns stand above each other. */
const shortLabels: Readonly<Record<Side, string>> = { fresh: "新", old: "旧" };

function SideWords({ sides, side }: { readonly sides: readonly RowSide[]; readonly side: Side }): ReactNode {
  const label = (
    <span className="comparison-side" aria-hidden="true">
      {shortLabels[side]}
    </span>
  );
  if (sides.length === 0)
    return (
      <p className="comparison-none">
        {label}
        {absenceWords[side]}
      </p>
    );
  return sides.map((own, index) => (
    <p key={index} className={own.block.kind === "heading" ? "comparison-heading" : undefined}>
      {index === 0 && label}
      <BlockWords side={own} />
    </p>
  ));
}

function BlockWords({ side: { block, cells } }: { readonly side: RowSide }): ReactNode {
  return (
    <>
      {numberWords(block.number)}
      {cells.map((cell, index) => (
        <span key={index}>
          {index > 0 && cellBorder}
          <MarkedWords words={cell} />
        </span>
      ))}
    </>
  );
}

/** A cell that is new or gone as a whole is told by its chip; within a text every change is told in words, for who does not see it. */
function MarkedWords({ words }: { readonly words: Marked }): ReactNode {
  const isWhole = words.length === 1;
  return words.map(({ kind, text }, index) => {
    if (kind === "same") return <span key={index}>{text}</span>;
    const Mark = kind === "added" ? "ins" : "del";
    return (
      <Mark key={index} className={`change-${kind}`}>
        {!isWhole && <span className="visually-hidden">{kind === "added" ? "［追加］" : "［削除］"}</span>}
        {text}
      </Mark>
    );
  });
}

function Kinds({ line: { row, movedFrom } }: { readonly line: ComparedLine }): ReactNode {
  const kinds = kindsOf(row);
  if (kinds.length === 0) return null;
  return (
    <ul className="comparison-kinds list-plain">
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={`comparison-kind comparison-kind-${kind}`}>{rowKindLabels[kind]}</span>
          {kind === "moved" && movedFrom !== "" && <span className="comparison-from">{movedFrom}から</span>}
        </li>
      ))}
    </ul>
  );
}
