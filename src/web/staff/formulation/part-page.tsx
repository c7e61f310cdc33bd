import type { ReactNode } from "react";
import {
  editParts,
  formulationRefusals,
  partTableLabels,
  partTables,
  type FormulationPage,
  type KeptPart,
  type PolicyPart,
} from "#domain/formulation/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { carriedVersion, StaleComparison, type ComparedField } from "../stale-comparison.tsx";
import { addressOf, policyCrumbs } from "./addresses.ts";
import { backTo, formulationOf, seenIn } from "./found.ts";

const emptyPart: PolicyPart = { title: "", text: "", shows: "nothing" };

/** One part of the 策定方針 to write, or a new one. */
export async function showPart(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  if (isNew(visit)) return partPage(visit, found, { part: emptyPart });
  const kept = keptPart(visit, found);
  if (!kept) throw new NotFound(`part ${visit.params["part"]}`);
  return partPage(visit, found, { part: kept, kept });
}

interface Entered {
  readonly part: PolicyPart;
  /** The part as it stands now; undefined for a new one, or one that is gone. */
  readonly kept?: KeptPart | undefined;
  readonly refusal?: Refusal;
}

function partPage(visit: Visit, { plan, formulation }: FormulationPage, { part, kept, refusal }: Entered): Response {
  const place = formulation.parts.findIndex(({ id }) => id === kept?.id) + 1;
  return page(
    <StaffPage visit={visit} title={kept ? `${place}　${kept.title}` : "項目を加える"} crumbs={policyCrumbs(plan)}>
      {kept && <StaleComparison refusal={refusal} fields={compared(kept, part)} />}
      <Form action={addressOf.part(plan.slug, kept?.id ?? "new")} refusal={refusal}>
        <input type="hidden" name="version" value={carriedVersion(visit, formulation.version, refusal)} />
        <TextField name="partTitle" label="題名" value={part.title} required refusal={refusal} />
        <TextArea name="partText" label="本文" hint={<Notation />} rows={18} value={part.text} refusal={refusal} />
        <SelectField
          name="shows"
          label="本文の下に置く表"
          options={partTables.map((value) => ({ value, label: partTableLabels[value] }))}
          value={part.shows}
        />
        <p className="actions">
          <button className="button">{kept ? "保存する" : "加える"}</button>
          {kept && (
            <button className="button button-danger" name="act" value="remove">
              この項目を削除する
            </button>
          )}
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function compared(kept: PolicyPart, part: PolicyPart): ComparedField[] {
  return [
    { label: "題名", now: kept.title, mine: part.title },
    { label: "本文", now: kept.text, mine: part.text.trim() },
    { label: "本文の下に置く表", now: partTableLabels[kept.shows], mine: partTableLabels[part.shows] },
  ];
}

function Notation(): ReactNode {
  return (
    <>
      1行が1段落です。行の頭に「(1) 」「ア 」「(ア)
      」と書くと項目になり、番号は並びのとおりに付け直されます（題名の番号は自動です）。項目のすぐ下の行は、その項目の文になります。空の行をはさむと、項目から離れ、番号も始めからになります。
    </>
  );
}

export async function savePart(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const found = await formulationOf(visit);
  const shows = partTables.find((each) => each === text(form, "shows")) ?? "nothing";
  const part: PolicyPart = { title: text(form, "partTitle"), text: text(form, "partText"), shows };
  const kept = keptPart(visit, found);
  if (!kept && !isNew(visit)) return partPage(visit, found, { part, refusal: formulationRefusals.partGone });
  const isRemoval = text(form, "act") === "remove";
  const done = await editParts(ctx, seenIn(visit, found), partsWith(found, { part, kept, isRemoval }));
  return done.ok ? backTo(found) : partPage(visit, found, { part, kept, refusal: done.refusal });
}

/** All parts with this one in its place, at the end when it is new, or without it. */
function partsWith(
  { formulation: { parts } }: FormulationPage,
  { part, kept, isRemoval }: Entered & { readonly isRemoval: boolean },
): readonly (PolicyPart & Partial<KeptPart>)[] {
  if (!kept) return [...parts, part];
  return parts.flatMap((each) => (each.id !== kept.id ? [each] : isRemoval ? [] : [{ ...part, id: each.id }]));
}

function keptPart({ params }: Visit, { formulation }: FormulationPage): KeptPart | undefined {
  return formulation.parts.find(({ id }) => id === params["part"]);
}

function isNew({ params }: Visit): boolean {
  return params["part"] === "new";
}
