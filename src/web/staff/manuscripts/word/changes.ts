import { changesOf, mergedText, type RichChange } from "#analysis/rich-merge/index.ts";
import {
  baseTexts,
  isMarked,
  isSameTexts,
  markedTexts,
  stateOfTexts,
  textKeysOf,
  wholeText,
  writingStates,
  type HandedText,
  type HandedTexts,
  type TakenTexts,
  type WordImport,
  type WordScope,
  type WritingState,
} from "#domain/documents/index.ts";
import { emptyRichText, type RichText } from "#kernel/rich-text.ts";
import type { Visit } from "#web/visit.ts";

/** A text in which a Word file differs from what the person would write on. */
export interface ChangedText {
  readonly key: string;
  readonly before: RichText;
  readonly after: RichText;
  /** What both came from, where the text went on since. */
  readonly base: RichText | undefined;
  readonly isBaseKnown: boolean;
  readonly changes: readonly RichChange[];
}

/** A section with its changed texts. */
export interface ChangedSection {
  readonly state: WritingState;
  /** The version that the file was made from. */
  readonly version: number | undefined;
  readonly texts: readonly ChangedText[];
}

/** Everything in which a file differs from the manuscript. */
export interface WordChanges {
  readonly sections: readonly ChangedSection[];
  readonly told: readonly string[];
  /** Places for a file without marks, of which one has to be chosen; empty for a file of ours. */
  readonly places: readonly WritingState[];
  readonly place: string;
}

/** @param place 「section/key」 for a file without marks */
export async function wordChanges(
  { ctx }: Visit,
  scope: WordScope,
  word: WordImport,
  place: string,
): Promise<WordChanges> {
  const { reading } = word;
  if (!reading) return { sections: [], told: [], places: [], place: "" };
  const states = await writingStates(ctx, scope.sections);
  const isOurs = isMarked(reading);
  const places = isOurs ? [] : states.filter(({ bar }) => bar === undefined);
  const chosen = place !== "" ? place : onlyPlace(places);
  const handed = isOurs ? markedTexts(reading, scope.sections) : unmarked(chosen, places, wholeText(reading));
  const bases = await baseTexts(ctx, handed.texts);
  const sections = states.flatMap((state): ChangedSection[] => {
    const own = handed.texts.filter(({ section }) => section.id === state.section.id);
    const texts = own.flatMap((text) =>
      changedText(text, state, bases.get(`${text.section.id} ${text.version}`)?.[text.key]),
    );
    return texts.length === 0 ? [] : [{ state, version: own[0]?.version, texts }];
  });
  return { sections, told: [...reading.report, ...handed.told], places, place: chosen };
}

function unmarked(place: string, places: readonly WritingState[], text: RichText): HandedTexts {
  const texts = places.flatMap(({ section }) =>
    textKeysOf(section)
      .filter((key) => `${section.id}/${key}` === place)
      .map((key): HandedText => ({ section, key, version: undefined, text })),
  );
  return { texts, told: [] };
}

function onlyPlace(places: readonly WritingState[]): string {
  const all = places.flatMap(({ section }) => textKeysOf(section).map((key) => `${section.id}/${key}`));
  return all.length === 1 ? (all[0] ?? "") : "";
}

function changedText(
  { key, text: after, version }: HandedText,
  { texts }: WritingState,
  known: RichText | undefined,
): ChangedText[] {
  const before = texts[key] ?? emptyRichText;
  if (isSameTexts({ [key]: before }, { [key]: after })) return [];
  const base = version === undefined ? undefined : known;
  const hasGoneOn = base !== undefined && !isSameTexts({ [key]: before }, { [key]: base });
  const changed = { before, after, base: hasGoneOn ? base : undefined };
  const changes = changesOf(changed);
  return changes.length === 0 ? [] : [{ ...changed, key, changes, isBaseKnown: base !== undefined }];
}

/** The name of a change in the form. */
export function changeName({ state }: ChangedSection, { key }: ChangedText, { number }: RichChange): string {
  return `${state.section.id}/${key}/${number}`;
}

export function seenName({ section, own }: WritingState): string {
  return `${section.id}=${stateOfTexts(section, own)}`;
}

/** What the chosen changes make of the texts. */
export function chosenTexts(
  sections: readonly ChangedSection[],
  chosen: ReadonlySet<string>,
  seen: readonly string[],
): { readonly sections: readonly TakenTexts[]; readonly taken: number; readonly left: number } {
  let [taken, left] = [0, 0];
  const result = sections.flatMap((section): TakenTexts[] => {
    const texts = section.texts.flatMap((text) => {
      const isTaken = (change: RichChange) => chosen.has(changeName(section, text, change));
      const count = text.changes.filter(isTaken).length;
      taken += count;
      left += text.changes.length - count;
      return count === 0 ? [] : [[text.key, mergedText(text, isTaken)] as const];
    });
    const { id } = section.state.section;
    const own = seen.find((each) => each.startsWith(`${id}=`)) ?? "";
    return texts.length === 0
      ? []
      : [{ sectionId: id, texts: Object.fromEntries(texts), seen: own.slice(id.length + 1) }];
  });
  return { sections: result, taken, left };
}
