import {
  normalised,
  tableGrid,
  type RichBlock,
  type RichCell,
  type RichItem,
  type RichList,
  type RichRow,
  type RichTable,
  type RichText,
} from "#kernel/rich-text.ts";
import { steps, wordsOfBlock, type Move } from "./alignment.ts";
import type { ChangeOrigin, RichChange, RichChangeKind } from "./change.ts";
import { isSame, keyOf, nameOfBlock, tableName, unitsOf, wordsOfUnit, type Unit } from "./units.ts";

/** Says of each change whether it is taken. */
export type Decide = (change: RichChange) => boolean;

interface Texts {
  readonly before: RichText;
  readonly after: RichText;
  /** What both came from, where it is known. */
  readonly base?: RichText | undefined;
}

/** The text before with those changes of the text after that are taken; asks in reading order, once for each. */
export function mergedText({ before, after, base }: Texts, decide: Decide): RichText {
  const merging = new Merging(base && unitsOf(base), decide);
  const content = merging.blocks(normalised(before).content, normalised(after).content);
  return normalised({ type: "doc", content });
}

/** All changes from one text to another. */
export function changesOf(texts: Texts): RichChange[] {
  const found: RichChange[] = [];
  mergedText(texts, (change) => found.push(change) > 0);
  return found;
}

interface Row<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
  readonly wordsOf: Parameters<typeof steps<T>>[2];
  /** What a thing is called at its place of the new row; at that of the old one where it went. */
  readonly nameOf: (thing: T, at: number) => string;
  readonly both: (before: T, after: T, at: number) => readonly T[];
}

class Merging {
  private number = 0;
  private readonly moves = new Map<Unit, boolean>();
  private readonly known: ReadonlySet<string> | undefined;
  private readonly decide: Decide;

  constructor(known: ReadonlySet<string> | undefined, decide: Decide) {
    this.known = known;
    this.decide = decide;
  }

  blocks(before: readonly RichBlock[], after: readonly RichBlock[]): RichBlock[] {
    return this.row({
      before,
      after,
      wordsOf: wordsOfBlock,
      nameOf: nameOfBlock,
      both: (one, other) => this.block(one, other),
    });
  }

  private row<T extends Unit>({ before, after, wordsOf, nameOf, both }: Row<T>): T[] {
    const places = new Map([...before.entries(), ...after.entries()].map(([at, thing]) => [thing, at]));
    const placeOf = (thing: T) => places.get(thing) ?? 0;
    return steps(before, after, wordsOf).flatMap((step): readonly T[] => {
      if (step.kind === "both") return both(step.before, step.after, placeOf(step.after));
      const { kind, thing, move } = step;
      const named = move ? move.to : thing;
      const name = nameOf(named, placeOf(named));
      const isTaken = move ? this.isMoved(move, name) : this.isOneTaken(kind, name, thing);
      return isTaken === (kind === "came") ? [thing] : [];
    });
  }

  private isOneTaken(kind: "went" | "came", place: string, unit: Unit): boolean {
    return kind === "went"
      ? this.isTaken("removed", place, { before: unit })
      : this.isTaken("added", place, { after: unit });
  }

  /** A move is one change at two places. */
  private isMoved({ from, to }: Move<Unit>, place: string): boolean {
    const isTaken = this.moves.get(from) ?? this.isTaken("moved", place, { before: from, after: to });
    this.moves.set(from, isTaken);
    return isTaken;
  }

  private block(before: RichBlock, after: RichBlock): readonly RichBlock[] {
    if (isSame(before, after)) return [before];
    if (isList(before) && isList(after) && isSame([before.type, signOf(before)], [after.type, signOf(after)]))
      return [{ ...before, content: this.items(before.content, after.content) }];
    if (before.type === "table" && after.type === "table" && (isPlain(before, after) || isOneShape(before, after)))
      return this.table(before, after);
    return [this.either(nameOfBlock(after), before, after)];
  }

  private items(before: readonly RichItem[], after: readonly RichItem[]): RichItem[] {
    return this.row<RichItem>({
      before,
      after,
      wordsOf: (item) => ({ kind: "item", cells: [wordsOfUnit(item)] }),
      nameOf: () => "箇条書きの項目",
      both: (one, other) => [{ ...one, content: this.blocks(one.content, other.content) }],
    });
  }

  private table(before: RichTable, after: RichTable): RichTable[] {
    const name = tableName(before.attrs.caption);
    const caption = this.caption(before, after);
    const rows = isOneShape(before, after)
      ? before.content.map((row, at) => this.cells(row, after.content[at] ?? row, `${name}の${at + 1}行目`))
      : this.row<RichRow>({
          before: before.content,
          after: after.content,
          wordsOf: (row) => ({ kind: "row", cells: row.content.map(wordsOfUnit) }),
          nameOf: (_, at) => `${name}の${at + 1}行目`,
          both: (one, other, at) => [this.cells(one, other, `${name}の${at + 1}行目`)],
        });
    return rows.length === 0 ? [] : [{ type: "table", attrs: { caption }, content: rows }];
  }

  private caption({ attrs: { caption: before } }: RichTable, { attrs: { caption: after } }: RichTable): string {
    if (before === after) return before;
    return this.isTaken("changed", "表の題", { before, after }) ? after : before;
  }

  private cells(before: RichRow, after: RichRow, place: string): RichRow {
    const cell = (one: RichCell, at: number) => this.either(`${place}・${at + 1}列目`, one, after.content[at] ?? one);
    return { ...before, content: before.content.map(cell) };
  }

  private either<T extends Unit>(place: string, before: T, after: T): T {
    if (isSame(before, after)) return before;
    const kind = wordsOfUnit(before) === wordsOfUnit(after) ? "look" : "changed";
    return this.isTaken(kind, place, { before, after }) ? after : before;
  }

  private isTaken(
    kind: RichChangeKind,
    place: string,
    { before, after }: { readonly before?: Unit | string; readonly after?: Unit | string },
  ): boolean {
    this.number += 1;
    const isOnlyMoved = kind === "moved" && wordsIn(before) === wordsIn(after);
    const origin = isOnlyMoved ? "file" : this.originOf(before, after);
    return this.decide({ number: this.number, kind, place, before: wordsIn(before), after: wordsIn(after), origin });
  }

  /** What both came from is on the side that did not change. */
  private originOf(before: Unit | string | undefined, after: Unit | string | undefined): ChangeOrigin {
    const wasKnown = (unit: Unit | string) => this.known?.has(keyOf(unit)) ?? false;
    if (!this.known) return "file";
    if (before === undefined) return after !== undefined && wasKnown(after) ? "manuscript" : "file";
    if (wasKnown(before)) return "file";
    return after === undefined || wasKnown(after) ? "manuscript" : "both";
  }
}

function isList(block: RichBlock): block is RichList {
  return block.type === "bulletList" || block.type === "orderedList";
}

function signOf(list: RichList): string {
  return list.type === "orderedList" ? (list.attrs?.sign ?? "") : "";
}

/** Tables of equally many columns without merged cells: their rows may come and go. */
function isPlain(one: RichTable, other: RichTable): boolean {
  const grids = [tableGrid(one), tableGrid(other)];
  const isWhole = [one, other].every(({ content }) =>
    content.every((row) =>
      row.content.every(({ attrs }) => (attrs?.colspan ?? 1) === 1 && (attrs?.rowspan ?? 1) === 1),
    ),
  );
  return isWhole && grids[0] !== undefined && grids[0].columns === grids[1]?.columns;
}

/** Tables whose cells stand at the same places. */
function isOneShape(one: RichTable, other: RichTable): boolean {
  return one.content.length === other.content.length && isSame(shapeOf(one) ?? 0, shapeOf(other) ?? 1);
}

function shapeOf(table: RichTable): readonly unknown[] | undefined {
  return tableGrid(table)?.rows.map((row) => row.map(({ column, rowspan, colspan }) => [column, rowspan, colspan]));
}

function wordsIn(unit: Unit | string | undefined): string {
  return unit === undefined ? "" : wordsOfUnit(unit);
}
