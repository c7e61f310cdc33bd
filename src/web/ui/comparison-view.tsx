import type { ReactNode } from "react";
import type { ComparisonTable as Table } from "#export/comparison-paper/comparison-table.ts";
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
export function ComparisonView({ table, request, path }: ViewProps): ReactNode {
  const addressOf = (more: Partial<ComparisonRequest>) => `${path}?${comparisonQuery({ ...request, ...more })}`;
  return (
    <>
      <ComparedDocuments table={table} />
      <Ways request={request} path={path} swapHref={addressOf({ orientation: otherWayRound(request.orientation) })} />
      <KindFilter table={table} extent={request.extent} hrefOf={(extent) => addressOf({ extent })} />
      <ComparisonTable table={table} />
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
      <li>
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
  const fields = [
    { name: "from", label: "改正前（旧）", value: request.from },
    { name: "to", label: "改正後（新）", value: request.to },
  ];
  return (
    <form action={action} className="version-choice no-print">
      {fields.map(({ name, label, value }) => (
        <div key={name}>
          <label htmlFor={name} className="field-label block">
            {label}
          </label>
          <select id={name} name={name} className="input" defaultValue={value}>
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
