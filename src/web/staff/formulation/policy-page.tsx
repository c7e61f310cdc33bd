import type { ReactNode } from "react";
import {
  editBodies,
  editHead,
  editMethods,
  editParts,
  mayWriteFormulation,
  movedPart,
  partTableLabels,
  type FormulationHead,
  type FormulationPage,
  type PolicyBody,
  type PolicyMethod,
  writtenPolicy,
} from "#domain/formulation/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { PolicyView } from "#web/ui/policy-view.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, crumbsOf } from "./addresses.ts";
import { carriedVersion, StaleComparison } from "../stale-comparison.tsx";
import { comparedHeads, headIn, HeadFields } from "./head-fields.tsx";
import { backTo, formulationOf, seenIn } from "./found.ts";
import { bodiesIn, BodiesForm, bodyLines, methodLines, methodsIn, MethodsForm } from "./rows-forms.tsx";

export async function showPolicy(visit: Visit): Promise<Response> {
  return policyPage(visit, await formulationOf(visit), {});
}

/** What was entered in one of the page's forms, and refused. */
interface Entered {
  readonly head?: FormulationHead;
  readonly bodies?: readonly PolicyBody[];
  readonly methods?: readonly PolicyMethod[];
  readonly refusal?: Refusal;
}

/** The 策定方針 as it is written now, with the forms of everything that is no part's text. */
function policyPage(visit: Visit, found: FormulationPage, entered: Entered): Response {
  const { plan, formulation } = found;
  const { head = formulation, bodies = formulation.bodies, methods = formulation.methods, refusal } = entered;
  const mayWrite = mayWriteFormulation(visit.ctx.actor);
  const content = writtenPolicy(found);
  const versionOf = (form: "head" | "bodies" | "methods") =>
    entered[form] ? carriedVersion(visit, formulation.version, refusal) : formulation.version;
  return page(
    <StaffPage visit={visit} title="策定方針" crumbs={crumbsOf(plan)}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Ways slug={plan.slug} />
      {mayWrite && <PartList found={found} />}
      {mayWrite && (
        <>
          <Folded id="head" title="計画の枠組み（題名・基本構想・議決）" isOpen={entered.head !== undefined}>
            {entered.head && <StaleComparison refusal={refusal} fields={comparedHeads(formulation, head)} />}
            <Form action={`${addressOf.policy(plan.slug)}/head`}>
              <input type="hidden" name="version" value={versionOf("head")} />
              <HeadFields head={head} refusal={refusal} />
              <p className="actions">
                <button className="button">枠組みを保存する</button>
              </p>
            </Form>
          </Folded>
          <Folded id="bodies" title={`体制（${formulation.bodies.length}）`} isOpen={entered.bodies !== undefined}>
            {entered.bodies && (
              <StaleComparison
                refusal={refusal}
                fields={[{ label: "体制", now: bodyLines(formulation.bodies), mine: bodyLines(bodies) }]}
              />
            )}
            <BodiesForm slug={plan.slug} version={versionOf("bodies")} bodies={bodies} />
          </Folded>
          <Folded
            id="methods"
            title={`市民参加の手法（${formulation.methods.length}）`}
            isOpen={entered.methods !== undefined}
          >
            {entered.methods && (
              <StaleComparison
                refusal={refusal}
                fields={[{ label: "手法", now: methodLines(formulation.methods), mine: methodLines(methods) }]}
              />
            )}
            <MethodsForm slug={plan.slug} version={versionOf("methods")} methods={methods} />
          </Folded>
        </>
      )}
      <section className="mt-10" aria-labelledby="read">
        <h2 id="read" className="text-[1.25rem]">
          いまの策定方針
        </h2>
        <div className="card mt-4 max-w-4xl">
          <PolicyView content={content} level={3} />
        </div>
      </section>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function Ways({ slug }: { readonly slug: string }): ReactNode {
  return (
    <p className="actions">
      <a className="button" href={addressOf.versions(slug)}>
        版を作る・版の一覧
      </a>
      <a className="button button-secondary" href={addressOf.file(slug, "draft.docx")}>
        いまの内容をWordで保存
      </a>
      <a className="button button-secondary" href={addressOf.file(slug, "draft.pdf")}>
        PDFで保存
      </a>
    </p>
  );
}

function Folded({
  id,
  title,
  isOpen,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <details className="card mt-4 max-w-4xl" id={id} open={isOpen}>
      <summary className="font-bold">{title}</summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}

/** The parts by their titles: each is written on a page of its own, and moved here. */
function PartList({ found: { plan, formulation } }: { readonly found: FormulationPage }): ReactNode {
  const { parts, version } = formulation;
  return (
    <section className="mt-8" aria-labelledby="parts">
      <h2 id="parts" className="text-[1.25rem]">
        項目
      </h2>
      <ol className="list-plain mt-2 grid max-w-4xl gap-2">
        {parts.map(({ id, title, text: words, shows }, index) => (
          <li key={id} className="card flex flex-wrap items-center gap-x-4 gap-y-2 !p-3">
            <a className="min-w-60 flex-1 font-bold" href={addressOf.part(plan.slug, id)}>
              {index + 1}　{title}
            </a>
            <span className="text-solid-gray-700">
              {[
                words === "" ? (shows === "nothing" ? "まだ書かれていません" : "") : `${words.length}字`,
                shows === "nothing" ? "" : partTableLabels[shows],
              ]
                .filter(Boolean)
                .join("・")}
            </span>
            <MoveForm slug={plan.slug} id={id} index={index} title={title} version={version} count={parts.length} />
          </li>
        ))}
      </ol>
      <p className="mt-3">
        <a className="button button-secondary" href={addressOf.part(plan.slug, "new")}>
          項目を加える
        </a>
      </p>
    </section>
  );
}

interface MoveProps {
  readonly slug: string;
  readonly id: string;
  readonly index: number;
  readonly title: string;
  readonly version: number;
  readonly count: number;
}

function MoveForm({ slug, id, index, title, version, count }: MoveProps): ReactNode {
  const button = "button button-secondary button-small";
  return (
    <Form action={`${addressOf.policy(slug)}/order`} className="flex gap-2">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="id" value={id} />
      <button className={button} name="by" value="up" disabled={index === 0} aria-label={`「${title}」を上へ`}>
        上へ
      </button>
      <button
        className={button}
        name="by"
        value="down"
        disabled={index === count - 1}
        aria-label={`「${title}」を下へ`}
      >
        下へ
      </button>
    </Form>
  );
}

export async function saveHead(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  const head = headIn(visit.form);
  const done = await editHead(visit.ctx, seenIn(visit, found), head);
  return done.ok ? backTo(found) : policyPage(visit, found, { head, refusal: done.refusal });
}

export async function movePart(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  const by = text(visit.form, "by") === "up" ? -1 : 1;
  const { parts: before } = found.formulation;
  const parts = movedPart(
    before,
    before.findIndex(({ id }) => id === text(visit.form, "id")),
    by,
  );
  const done = await editParts(visit.ctx, seenIn(visit, found), parts);
  return done.ok
    ? onwards(`${addressOf.policy(found.plan.slug)}#parts`, "moved")
    : policyPage(visit, found, { refusal: done.refusal });
}

export async function saveBodies(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  const bodies = bodiesIn(visit.form);
  const done = await editBodies(visit.ctx, seenIn(visit, found), bodies);
  return done.ok ? backTo(found) : policyPage(visit, found, { bodies, refusal: done.refusal });
}

export async function saveMethods(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  const methods = methodsIn(visit.form);
  const done = await editMethods(visit.ctx, seenIn(visit, found), methods);
  return done.ok ? backTo(found) : policyPage(visit, found, { methods, refusal: done.refusal });
}
