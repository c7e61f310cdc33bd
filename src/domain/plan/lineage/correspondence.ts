import { newId } from "#kernel/id.ts";
import { evolutionLabels, lineageKindLabels, type Evolution, type LineageKind } from "./labels.ts";
import { hasSameEnds, settled, tidiedLink, withLink, type LineageLink } from "./lineage.ts";

/** A row of the table of codes (対応表) as a file has it: words, not yet understood. */
export interface CorrespondenceRow {
  /** The file's line, from 1. */
  readonly line: number;
  readonly oldCode: string;
  readonly newCode: string;
  readonly kind: string;
  readonly evolution: string;
  readonly note: string;
}

export const correspondenceColumns = {
  oldCode: "前の計画の番号",
  oldTitle: "前の計画の項目",
  kind: "区分",
  newCode: "新しい計画の番号",
  newTitle: "新しい計画の項目",
  evolution: "深化",
  note: "説明",
} as const;

interface CodedNode {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

export interface CorrespondenceFault {
  readonly line: number;
  readonly message: string;
}

/** What a table would do: the lineage after it, and row by row what is new, changed or as it was. */
export interface CorrespondenceReading {
  readonly links: readonly LineageLink[];
  readonly added: readonly LineageLink[];
  readonly changed: readonly LineageLink[];
  readonly unchanged: number;
  readonly faults: readonly CorrespondenceFault[];
}

interface Trees {
  readonly links: readonly LineageLink[];
  readonly old: readonly CodedNode[];
  readonly new: readonly CodedNode[];
}

/** Finds the table's columns by their heads. @returns undefined where a head is missing */
export function correspondenceRows(table: readonly (readonly string[])[]): CorrespondenceRow[] | undefined {
  const at = table.findIndex((row) => row.includes(correspondenceColumns.oldCode));
  const head = table[at] ?? [];
  const place = (name: string) => head.indexOf(name);
  const { oldCode, newCode, kind, evolution, note } = correspondenceColumns;
  if ([oldCode, newCode, kind].some((name) => place(name) < 0)) return undefined;
  const cell = (row: readonly string[], name: string) => (row[place(name)] ?? "").trim();
  return table
    .slice(at + 1)
    .map((row, index) => ({
      line: at + index + 2,
      oldCode: cell(row, oldCode),
      newCode: cell(row, newCode),
      kind: cell(row, kind),
      evolution: cell(row, evolution),
      note: cell(row, note),
    }))
    .filter((row) => row.oldCode !== "" || row.newCode !== "");
}

/**
 * Reads a table against the lineage as it stands. Rows add links or say those that are there anew; links that the table does not
 * name stay. A row without a kind gets it from the shape of all links.
 */
export function readCorrespondence(rows: readonly CorrespondenceRow[], trees: Trees): CorrespondenceReading {
  const faults: CorrespondenceFault[] = [];
  let links: readonly LineageLink[] = trees.links;
  const said = new Set<string>();
  const undecided = new Set<string>();
  for (const row of rows) {
    const read = linkOf(row, trees);
    if (typeof read === "string") {
      faults.push({ line: row.line, message: read });
      continue;
    }
    const before = links.find((each) => hasSameEnds(each, read));
    const id = before?.id ?? read.id;
    if (said.has(id)) faults.push({ line: row.line, message: "同じ対応が、前の行にもあります。" });
    said.add(id);
    if (row.kind === "") undecided.add(id);
    const kind = row.kind === "" ? (before?.kind ?? read.kind) : read.kind;
    const next = withLink(links, { ...read, id, kind });
    if (next.ok) links = next.value;
    else faults.push({ line: row.line, message: next.refusal.remedy ?? next.refusal.message });
  }
  const shaped = new Map(settled(links).map((link) => [link.id, link]));
  const after = links.map((link) => (undecided.has(link.id) ? (shaped.get(link.id) ?? link) : link));
  return { ...changesOf(trees.links, after, said), links: after, faults };
}

function changesOf(before: readonly LineageLink[], after: readonly LineageLink[], said: ReadonlySet<string>) {
  const was = new Map(before.map((link) => [link.id, JSON.stringify(keyed(link))]));
  const added = after.filter((link) => !was.has(link.id));
  const changed = after.filter((link) => was.has(link.id) && was.get(link.id) !== JSON.stringify(keyed(link)));
  return { added, changed, unchanged: said.size - added.length - changed.filter((link) => said.has(link.id)).length };
}

function keyed({ kind, evolution, note }: LineageLink) {
  return [kind, evolution, note];
}

/** The link that a row means, or why it means none. */
function linkOf(row: CorrespondenceRow, trees: Trees): LineageLink | string {
  const oldNode = byCode(trees.old, row.oldCode);
  const newNode = byCode(trees.new, row.newCode);
  if (row.oldCode !== "" && !oldNode) return `前の計画に、番号「${row.oldCode}」の項目がありません。`;
  if (row.newCode !== "" && !newNode) return `新しい計画に、番号「${row.newCode}」の項目がありません。`;
  const kind = row.kind === "" ? lonely(oldNode, newNode) : keyOf(lineageKindLabels, row.kind);
  if (!kind) return `区分「${row.kind}」が分かりません。${Object.values(lineageKindLabels).join("・")}から選びます。`;
  const evolution = row.evolution === "" ? null : keyOf(evolutionLabels, row.evolution);
  if (evolution === undefined)
    return `深化「${row.evolution}」が分かりません。${Object.values(evolutionLabels).join("・")}から選びます。`;
  return tidiedLink({
    id: newId(),
    oldNodeId: oldNode?.id ?? null,
    newNodeId: newNode?.id ?? null,
    kind,
    evolution,
    note: row.note,
  });
}

function lonely(oldNode: CodedNode | undefined, newNode: CodedNode | undefined): LineageKind {
  if (!oldNode) return "new";
  return newNode ? "continue" : "end";
}

function keyOf<K extends LineageKind | Evolution>(labels: Readonly<Record<K, string>>, word: string): K | undefined {
  return (Object.keys(labels) as K[]).find((key) => labels[key] === word); // the keys of the labels are the kinds
}

function byCode(nodes: readonly CodedNode[], code: string): CodedNode | undefined {
  if (code === "") return undefined;
  const plain = code.normalize("NFKC");
  return nodes.find((node) => node.code.normalize("NFKC") === plain);
}
