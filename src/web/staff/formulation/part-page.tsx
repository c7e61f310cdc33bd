import type { ReactNode } from "react";
import {
  editParts,
  partTableLabels,
  partTables,
  type FormulationPage,
  type PolicyPart,
} from "#domain/formulation/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, policyCrumbs } from "./addresses.ts";
import { backTo, formulationOf, seenIn } from "./found.ts";

const emptyPart: PolicyPart = { title: "", text: "", shows: "nothing" };

/** One part of the 策定方針 to write, or a new one. */
export async function showPart(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  return partPage(visit, found, { part: partAt(visit, found) ?? emptyPart });
}

interface Entered {
  readonly part: PolicyPart;
  readonly refusal?: Refusal;
}

function partPage(visit: Visit, { plan, formulation }: FormulationPage, { part, refusal }: Entered): Response {
  const position = visit.params["position"] ?? "";
  const isNew = position === "new";
  return page(
    <StaffPage visit={visit} title={isNew ? "項目を加える" : `${position}　${part.title}`} crumbs={policyCrumbs(plan)}>
      <Form action={addressOf.part(plan.slug, position)} refusal={refusal}>
        <input type="hidden" name="version" value={formulation.version} />
        <TextField name="partTitle" label="題名" value={part.title} required refusal={refusal} />
        <TextArea name="partText" label="本文" hint={<Notation />} rows={18} value={part.text} refusal={refusal} />
        <SelectField
          name="shows"
          label="本文の下に置く表"
          options={partTables.map((value) => ({ value, label: partTableLabels[value] }))}
          value={part.shows}
        />
        <p className="actions">
          <button className="button">{isNew ? "加える" : "保存する"}</button>
          {!isNew && (
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

function Notation(): ReactNode {
  return (
    <>
      1行が1段落です。行の頭に「(1) 」「ア 」「(ア)
      」と書くと項目になり、番号は並びのとおりに付け直されます（題名の番号は自動です）。項目のすぐ下の行は、その項目の文になります。空の行をはさむと、項目から離れ、番号も始めからになります。
    </>
  );
}

export async function savePart(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const found = await formulationOf(visit);
  const shows = partTables.find((each) => each === text(form, "shows")) ?? "nothing";
  const part: PolicyPart = { title: text(form, "partTitle"), text: text(form, "partText"), shows };
  const { parts } = found.formulation;
  const at = params["position"] === "new" ? parts.length : indexOf(visit, found);
  const isRemoval = text(form, "act") === "remove";
  const now = [...parts.slice(0, at), ...(isRemoval ? [] : [part]), ...parts.slice(at + 1)];
  const done = await editParts(ctx, seenIn(visit, found), now);
  return done.ok ? backTo(found) : partPage(visit, found, { part, refusal: done.refusal });
}

function partAt(visit: Visit, found: FormulationPage): PolicyPart | undefined {
  return visit.params["position"] === "new" ? undefined : found.formulation.parts[indexOf(visit, found)];
}

/** @throws NotFound where there is no such part */
function indexOf({ params }: Visit, { formulation }: FormulationPage): number {
  const index = Number(params["position"]) - 1;
  if (!formulation.parts[index]) throw new NotFound(`part ${params["position"]}`);
  return index;
}
