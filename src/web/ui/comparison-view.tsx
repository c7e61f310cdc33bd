import type { ReactNode } from "react";
import { sideLabels, sidesInOrder, type ComparisonTable as Table } from "#export/comparison-paper/comparison-table.ts";
import { otherNotesTitle } from "#export/comparison-paper/comparison-paper.ts";
import { officeFileTypes, type OfficeFileEnding } from "#export/office-file.ts";
import { comparisonQuery, otherWayRound, type ComparisonRequest } from "#web/comparison-request.ts";
import { ComparedDocuments, KindFilter } from "./comparison-head.tsx";
import { NoteList } from "./comparison-notes.tsx";
import { ComparisonTable } from "./comparison-table.tsx";

interface ViewProps {
  readonly table: Table;
  readonly request: ComparisonRequest;
  /** The page's address without what stands behind 「?」. */
  readonly path: string;
  /** Where a section of the two documents is read, by the key that stands for it in the comparison. */
  readonly sectionHref?: (key: string) => string | undefined;
  /** Why the newer version was frozen. */
  readonly reason?: string;
}

const endings: readonly { readonly ending: OfficeFileEnding; readonly label: string }[] = [
  { ending: "docx", label: "Word" },
  { ending: "pdf", label: "PDF" },
  { ending: "xlsx", label: "Excel" },
];

/** The name of a comparison's file in addresses. */
export const comparisonStem = "comparison";

/** The ending that such a name has, if it is one. */
export function comparisonEnding(file: string): OfficeFileEnding | undefined {
  return endings.map(({ ending }) => ending).find((ending) => file === `${comparisonStem}.${ending}`);
}

/** A comparison as both sites show it: what is compared, the ways to take it home, the kinds of changes, the table. */
export function ComparisonView({ table, request, path, sectionHref, reason = "" }: ViewProps): ReactNode {
  const addressOf = (more: Partial<ComparisonRequest>) => `${path}?${comparisonQuery({ ...request, ...more })}`;
  if (table.old.hash === table.fresh.hash)
    return <p className="mt-4">同じ版どうしです。くらべる版を選び直してください。</p>;
  return (
    <>
      <ComparedDocuments table={table} />
      <Ways request={request} path={path} swapHref={addressOf({ orientation: otherWayRound(request.orientation) })} />
      <KindFilter table={table} extent={request.extent} hrefOf={(extent) => addressOf({ extent })} />
      <EmptyRemarks table={table} reason={reason} />
      <ComparisonTable table={table} sectionHref={sectionHref} />
      {table.otherNotes.length > 0 && (
        <section className="mt-8" aria-labelledby="other-notes">
          <h2 id="other-notes" className="text-[1.25rem]">
            {otherNotesTitle}
          </h2>
          <NoteList notes={table.otherNotes} />
        </section>
      )}
    </>
  );
}

/** What it means that nothing stands beside a change. */
function EmptyRemarks({ table: { places }, reason }: Required<Pick<ViewProps, "table" | "reason">>): ReactNode {
  const notes = places.flatMap(({ lines }) => lines.flatMap((line) => ("omitted" in line ? [] : [line.notes.length])));
  if (notes.every((count) => count > 0)) return null;
  const which = notes.some((count) => count > 0)
    ? "備考に意見のない行は"
    : "この二つの版の間では、備考に意見がありません。どの行も";
  return (
    <p className="comparison-legend">
      {which}、記録された意見をもとにした変更ではありません。
      {reason !== "" && `新しい版を作った理由：${reason}`}
    </p>
  );
}

function Ways({
  request,
  path,
  swapHref,
}: Pick<ViewProps, "request" | "path"> & { readonly swapHref: string }): ReactNode {
  return (
    <ul className="comparison-ways list-plain no-print">
      {endings.map(({ ending, label }) => (
        <li key={ending}>
          <a href={`${path}/${comparisonStem}.${ending}?${comparisonQuery(request)}`} type={officeFileTypes[ending]}>
            {label}で受け取る
          </a>
        </li>
      ))}
      <li className="comparison-swap">
        <a href={swapHref}>左右を入れかえる</a>
      </li>
    </ul>
  );
}

interface ChoiceProps {
  readonly action: string;
  readonly request: ComparisonRequest;
  readonly versions: readonly { readonly value: string; readonly label: string }[];
}

/** Chooses two versions by an address that can be kept. */
export function VersionChoice({ action, request, versions }: ChoiceProps): ReactNode {
  const fields = sidesInOrder(request).map((side) => ({
    name: side === "old" ? "from" : "to",
    label: sideLabels[side],
    value: side === "old" ? request.from : request.to,
  }));
  return (
    <form action={action} className="version-choice no-print">
      {fields.map(({ name, label, value }) => (
        <div key={name}>
          <label htmlFor={name} className="field-label block">
            {label}
          </label>
          <select id={name} name={name} className="input" defaultValue={value}>
            {value === "" && <option value="">選んでください</option>}
            {versions.map((version) => (
              <option key={version.value} value={version.value}>
                {version.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      {request.orientation === "newRight" && <input type="hidden" name="new" value="right" />}
      <button className="button button-secondary">くらべる</button>
    </form>
  );
}
