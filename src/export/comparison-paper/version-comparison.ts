import { comparedRows } from "#analysis/comparison/comparing.ts";
import {
  documentParts,
  keysThroughLineage,
  type DocumentContent,
  type DocumentPart,
  type KeyOf,
} from "#domain/documents/index.ts";
import { comparisonTable, type ComparisonHead, type ComparisonTable, type Extent } from "./comparison-table.ts";
import type { Note, PlacedNote, VoicesNote } from "./note.ts";

/** A frozen version (版) as it is compared. */
export interface ComparedVersion {
  readonly number: number;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly hash: string;
  readonly content: DocumentContent;
}

/** A text of the plan that an answer changed, as the ledger of voices has it. */
export interface Cause extends Omit<VoicesNote, "kind"> {
  readonly nodeId: string;
  readonly field: string;
  /** The whole field, as plain lines. */
  readonly before: string;
  readonly after: string;
}

/** What a body or the assembly said of the older version, or of one between. */
export interface VersionRemarkNote {
  /** The section's key; "" for the whole. */
  readonly section: string;
  readonly note: Note;
}

interface Versions {
  readonly old: ComparedVersion;
  readonly fresh: ComparedVersion;
  readonly causes: readonly Cause[];
  readonly remarks: readonly VersionRemarkNote[];
}

/** The comparison table of two versions, of one plan or through the lineage of two. */
export async function versionComparison(
  head: Pick<ComparisonHead, "city" | "marks" | "orientation">,
  { old, fresh, causes, remarks }: Versions,
  extent: Extent,
): Promise<ComparisonTable> {
  const keyOf = keysThroughLineage(fresh.content, old.content);
  const parts = { old: documentParts(old.content), fresh: documentParts(fresh.content, keyOf) };
  const rows = await comparedRows(`${old.hash} ${fresh.hash}`, () => ({
    old: parts.old.flatMap(({ blocks }) => blocks),
    fresh: parts.fresh.flatMap(({ blocks }) => blocks),
  }));
  const places = { old: placesOf(parts.old), fresh: placesOf(parts.fresh) };
  const notes = [
    ...causes.map((cause) => causeNote(cause, keyOf)),
    ...remarks.map((remark) => remarkNote(remark, keyOf)),
  ];
  return comparisonTable(
    {
      ...head,
      title: `${fresh.content.plan.plan.name}　新旧対照表`,
      madeOn: old.day > fresh.day ? old.day : fresh.day,
      old: documentOf(old),
      fresh: documentOf(fresh),
    },
    { rows, placeOf: (section, side) => places[side].get(section) ?? "", notes },
    extent,
  );
}

function placesOf(parts: readonly DocumentPart[]): ReadonlyMap<string, string> {
  return new Map(parts.map(({ key, place }) => [key, place]));
}

function documentOf({ number, name, day, hash, content }: ComparedVersion) {
  return { plan: content.plan.plan.name, version: `${name}（第${number}版）`, day, hash };
}

function causeNote({ nodeId, field, before, after, ...words }: Cause, keyOf: KeyOf): PlacedNote {
  const key = keyOf(nodeId);
  return {
    section: field === "title" ? key : `${key}/${field}`,
    change: { before, after },
    note: { kind: "voices", ...words },
  };
}

function remarkNote({ section, note }: VersionRemarkNote, keyOf: KeyOf): PlacedNote {
  return { section: keyOf(section), change: null, note };
}
