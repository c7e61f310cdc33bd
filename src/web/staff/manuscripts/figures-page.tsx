import type { ReactNode } from "react";
import {
  acceptFigures,
  manuscriptOf,
  mayWriteSections,
  touchedPlaces,
  type TouchedPlace,
  sectionName,
} from "#domain/documents/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { planBySlug, type PlanWithLevels } from "#domain/plan/index.ts";
import { plainInline, blocksIn, emptyRichText, type RichInline } from "#kernel/rich-text.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { textLabel } from "./words.ts";

/** The sentences whose figure is no longer what its source says (数値の変わった箇所), to be accepted place by place. */
export async function showFigures(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const places = await touchedPlaces(ctx, await manuscriptOf(ctx, plan.id));
  const sections = [...grouped(places, ({ section }) => section.id).values()];
  return page(
    <StaffPage visit={visit} title="数値の変わった箇所" crumbs={manuscriptCrumbs(plan)}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {places.length === 0 ? (
        <Empty title="数値の変わった箇所はありません。">
          <p>文章に入れた参照の数値が、指標や統計で変わると、ここに並びます。</p>
        </Empty>
      ) : (
        <p className="mb-6">文章の数値と、指標や統計のいまの値が違うところです。文を確かめて、箇所ごとに直します。</p>
      )}
      {sections.map((group) => (
        <SectionPlaces key={group[0]?.section.id} visit={visit} plan={plan} places={group} />
      ))}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface SectionPlacesProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly places: readonly TouchedPlace[];
}

function SectionPlaces({ visit, plan, places }: SectionPlacesProps): ReactNode {
  const section = places[0]?.section;
  if (!section) return null;
  const mayAccept = mayWriteSections(visit.ctx.actor, section) && !section.loan && section.state !== "confirmed";
  const known = places.filter(({ now }) => now !== undefined);
  return (
    <section aria-labelledby={`section-${section.id}`} className="card mb-6">
      <h2 id={`section-${section.id}`} className="text-[1.25rem]">
        <a href={addressOf.section(plan, section.id)}>{sectionName(section)}</a>
      </h2>
      <ul className="list-plain mt-3 space-y-4">
        {places.map((place) => (
          <li key={`${place.textKey} ${place.source} ${place.shown}`}>
            <Place place={place} />
            {mayAccept && place.now !== undefined && <Acceptance plan={plan} places={[place]} label="この箇所を直す" />}
          </li>
        ))}
      </ul>
      {section.loan && <p className="mt-3">貸出中のため、いまは直せません。返却のあとに直せます。</p>}
      {section.state === "confirmed" && <p className="mt-3">確定しているため、直すには差替えにします。</p>}
      {mayAccept && known.length > 1 && <Acceptance plan={plan} places={known} label="この節をすべて直す" />}
    </section>
  );
}

function Place({ place }: { readonly place: TouchedPlace }): ReactNode {
  const { textKey, shown, now } = place;
  return (
    <>
      <p className="text-solid-gray-700">{textLabel(textKey)}</p>
      <p>
        <del className="change-removed">{shown}</del> →{" "}
        {now === undefined ? (
          "（いまの値がありません。節を借りて、文を直してください。）"
        ) : (
          <ins className="change-added">{now}</ins>
        )}
      </p>
      <p className="mt-1 text-solid-gray-700">「{sentenceOf(place)}」</p>
    </>
  );
}

/** The sentence in which the figure stands. */
function sentenceOf({ section, textKey, source, shown }: TouchedPlace): string {
  const isPlace = (inline: RichInline) =>
    inline.type === "reference" && inline.attrs.source === source && inline.attrs.shown === shown;
  for (const block of blocksIn(section.texts[textKey] ?? emptyRichText)) {
    if (block.type !== "paragraph" && block.type !== "heading") continue;
    const at = (block.content ?? []).findIndex(isPlace);
    if (at < 0) continue;
    const before = wordsOf(block.content?.slice(0, at)).split("。").at(-1) ?? "";
    const [after = ""] = wordsOf(block.content?.slice(at + 1)).split("。");
    return `${before}${shown}${after}`;
  }
  return shown;
}

function wordsOf(parts: readonly RichInline[] = []): string {
  return parts.map(plainInline).join("");
}

interface AcceptanceProps {
  readonly plan: PlanWithLevels;
  readonly places: readonly TouchedPlace[];
  readonly label: string;
}

function Acceptance({ plan, places, label }: AcceptanceProps): ReactNode {
  return (
    <Form action={addressOf.figures(plan)} className="mt-2">
      {places.map((place) => (
        <input
          key={`${place.textKey} ${place.source} ${place.shown}`}
          type="hidden"
          name="place"
          value={JSON.stringify([place.section.id, place.textKey, place.source, place.shown, place.now])}
        />
      ))}
      <button className="button button-secondary button-small">{label}</button>
    </Form>
  );
}

/** Accepts the places of the form, all or none. */
export async function acceptPlaces(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const wanted = new Set(form.getAll("place"));
  const places = (await touchedPlaces(ctx, await manuscriptOf(ctx, plan.id))).filter(
    ({ section, textKey, source, shown, now }) => wanted.has(JSON.stringify([section.id, textKey, source, shown, now])),
  );
  if (places.length === 0)
    return showFigures(visit, {
      code: "stale",
      message: "開いている間に、値か文章が変わりました。",
      remedy: "いまの値を確かめてから、もう一度行ってください。",
    });
  const result = await acceptFigures(
    ctx,
    places.map(({ section, now = "", ...place }) => ({ ...place, sectionId: section.id, now })),
  );
  return result.ok ? onwards(addressOf.figures(plan), "saved") : showFigures(visit, result.refusal);
}
