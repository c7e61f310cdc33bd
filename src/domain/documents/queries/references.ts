import type { Ctx } from "#domain/audit/index.ts";
import { inlinesIn, type RichReference } from "#kernel/rich-text.ts";
import { figuresOf } from "../figures.ts";
import type { Manuscript, ManuscriptLine } from "./sections.ts";

/** A place in the manuscript whose figure is no longer what its source says. */
export interface TouchedPlace {
  readonly section: ManuscriptLine;
  /** Which of the section's texts. */
  readonly textKey: string;
  readonly source: string;
  /** The words that stand in the text. */
  readonly shown: string;
  /** What the source reads now; undefined where it is gone or has no confirmed value. */
  readonly now: string | undefined;
}

interface Place {
  readonly section: ManuscriptLine;
  readonly textKey: string;
  readonly reference: RichReference["attrs"];
}

/** The sentences that a changed figure touches (参照の変わった箇所), in reading order; each place of a text once. */
export async function touchedPlaces(
  ctx: Ctx,
  { plan, lines }: Pick<Manuscript, "plan" | "lines">,
): Promise<TouchedPlace[]> {
  const places = lines.flatMap(placesIn);
  if (places.length === 0) return [];
  const figures = await figuresOf(
    ctx,
    plan.id,
    places.map(({ reference }) => reference.source),
  );
  const touched = places
    .map(({ section, textKey, reference }) => ({ section, textKey, ...reference, now: figures.get(reference.source) }))
    .filter(({ shown, now }) => shown !== now);
  return [...new Map(touched.map((place) => [keyOf(place), place])).values()];
}

function keyOf({ section, textKey, source, shown }: TouchedPlace): string {
  return JSON.stringify([section.id, textKey, source, shown]);
}

function placesIn(section: ManuscriptLine): Place[] {
  return Object.entries(section.texts).flatMap(([textKey, text]) =>
    [...inlinesIn(text)].flatMap((inline) =>
      inline.type === "reference" ? [{ section, textKey, reference: inline.attrs }] : [],
    ),
  );
}
