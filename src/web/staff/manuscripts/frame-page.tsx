import type { ReactNode } from "react";
import {
  editSection,
  manuscriptOf,
  moveSection,
  removeSection,
  sectionPage,
  type ManuscriptLine,
  type SectionPage,
  sectionName,
} from "#domain/documents/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { divisionOptions } from "../plan/division-options.ts";
import { carriedVersion, StaleComparison, type ComparedField } from "../stale-comparison.tsx";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { dayIn, idIn } from "./outline-acts.ts";
import { placeOptions } from "./outline-page.tsx";

/** The section of the address, within the plan of the address. */
export async function sectionOf({ ctx, params }: Visit): Promise<SectionPage> {
  const found = await sectionPage(ctx, params["id"] ?? "");
  if (found.plan.slug !== params["slug"]) throw new NotFound();
  return found;
}

interface Refused {
  readonly at: "frame" | "move" | "remove";
  readonly refusal: Refusal;
}

/** What a section is called, who answers for it by when, where it stands. */
export async function showFrame(visit: Visit, refused?: Refused): Promise<Response> {
  const { ctx, form } = visit;
  const found = await sectionOf(visit);
  const { plan, section } = found;
  const { lines } = await manuscriptOf(ctx, plan.id);
  const refusal = (at: Refused["at"]) => (refused?.at === at ? refused.refusal : undefined);
  const entered = (name: string, stored: string) => (form.has(name) ? text(form, name) : stored);
  const address = addressOf.frame(plan, section.id);
  const divisions = await divisionOptions(ctx);
  return page(
    <StaffPage
      visit={visit}
      title={`${sectionName(section)}：節を直す`}
      crumbs={[...manuscriptCrumbs(plan), { href: addressOf.outline(plan), label: "章と節を組む" }]}
    >
      <StaleComparison
        refusal={refusal("frame")}
        fields={comparedFrames(section, divisions, (name) => text(form, name))}
      />
      <Form action={address} refusal={refusal("frame")}>
        <input type="hidden" name="version" value={carriedVersion(visit, section.version, refusal("frame"))} />
        {section.nodeId === null ? (
          <>
            <TextField
              name="title"
              label="名前"
              value={entered("title", section.title)}
              refusal={refusal("frame")}
              required
            />
            <SelectField
              name="divisionId"
              label="担当課"
              blank="（決まっていない）"
              options={divisions}
              value={entered("divisionId", section.divisionId ?? "")}
            />
          </>
        ) : (
          <p>この節の名前と担当課は、施策体系の項目と同じです。施策のページで直します。</p>
        )}
        <TextField
          name="dueOn"
          label="期限"
          type="date"
          value={entered("dueOn", section.dueOn ?? "")}
          refusal={refusal("frame")}
          short
        />
        {lines.some(({ parentId }) => parentId === section.id) && (
          <label className="choice">
            <input type="checkbox" name="isForAll" value="1" defaultChecked={form.has("isForAll")} />
            <span>下の節にも、同じ期限を付ける</span>
          </label>
        )}
        <p className="actions">
          <button className="button">保存する</button>
          <a href={addressOf.outline(plan)}>章と節を組むページへ戻る</a>
        </p>
      </Form>
      <Moving found={found} lines={lines} refusal={refusal("move")} />
      <Removal found={found} refusal={refusal("remove")} />
    </StaffPage>,
    refused ? 422 : 200,
  );
}

/** The frame as it stands now and as it was sent; a bound section has only its due date. */
function comparedFrames(
  { nodeId, title, divisionId, dueOn }: SectionPage["section"],
  divisions: readonly Option[],
  sent: (name: string) => string,
): ComparedField[] {
  const nameOf = (id: string) => divisions.find(({ value }) => value === id)?.label ?? "";
  const due = { label: "期限", now: dueOn ?? "", mine: sent("dueOn") };
  if (nodeId !== null) return [due];
  return [
    { label: "名前", now: title, mine: sent("title") },
    { label: "担当課", now: nameOf(divisionId ?? ""), mine: nameOf(sent("divisionId")) },
    due,
  ];
}

interface PartProps {
  readonly found: SectionPage;
  readonly refusal: Refusal | undefined;
}

function Moving({ found, lines, refusal }: PartProps & { readonly lines: readonly ManuscriptLine[] }): ReactNode {
  const { plan, section } = found;
  return (
    <section className="mt-12" aria-labelledby="moving">
      <h2 id="moving" className="text-[1.25rem]">
        ほかの章へ移す
      </h2>
      <Form action={`${addressOf.frame(plan, section.id)}/move`} refusal={refusal} className="form mt-4">
        <SelectField
          name="parentId"
          label="移す先"
          blank="章として、いちばん後ろに"
          options={placeOptions(lines.filter(({ id }) => id !== section.id))}
          value={section.parentId ?? ""}
          hint="下にある節も、いっしょに移ります。"
        />
        <p className="actions">
          <button className="button button-secondary">移す</button>
        </p>
      </Form>
    </section>
  );
}

function Removal({ found, refusal }: PartProps): ReactNode {
  const { plan, section } = found;
  return (
    <section className="mt-12" aria-labelledby="removal">
      <h2 id="removal" className="text-[1.25rem]">
        計画書から外す
      </h2>
      <Form action={`${addressOf.frame(plan, section.id)}/removal`} refusal={refusal} className="form mt-4">
        <p>
          {section.nodeId === null
            ? "節の文章は計画書に載らなくなります。これまでの版歴は残ります。"
            : "計画書から外しても、施策体系の項目と文章はそのまま残ります。"}
        </p>
        <p className="actions">
          <button className="button button-secondary">外す</button>
        </p>
      </Form>
    </section>
  );
}

export async function saveFrame(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { plan, section } = await sectionOf(visit);
  const { day, fault } = dayIn(form, "dueOn");
  if (fault) return showFrame(visit, { at: "frame", refusal: fault });
  const result = await editSection(ctx, {
    planId: plan.id,
    id: section.id,
    version: Number(text(form, "version")),
    title: text(form, "title"),
    divisionId: section.nodeId === null ? idIn(form, "divisionId") : null,
    dueOn: day,
    isForAll: form.has("isForAll"),
  });
  return result.ok
    ? onwards(`${addressOf.outline(plan)}#section-${section.id}`, "saved")
    : showFrame(visit, { at: "frame", refusal: result.refusal });
}

export async function moveFrame(visit: Visit): Promise<Response> {
  const { plan, section } = await sectionOf(visit);
  const parentId = idIn(visit.form, "parentId");
  const result = await moveSection(visit.ctx, { planId: plan.id, id: section.id, parentId });
  return result.ok
    ? onwards(addressOf.outline(plan), "moved")
    : showFrame(visit, { at: "move", refusal: result.refusal });
}

export async function removeFrame(visit: Visit): Promise<Response> {
  const { plan, section } = await sectionOf(visit);
  const result = await removeSection(visit.ctx, { planId: plan.id, id: section.id });
  return result.ok
    ? onwards(addressOf.outline(plan), "leftOut")
    : showFrame(visit, { at: "remove", refusal: result.refusal });
}
