import type { ReactNode } from "react";
import {
  acceptDeclaration,
  declarationPage,
  declarationStateLabels,
  declarerKindLabels,
  disposeContact,
  isOver,
  mayCheckDeclarations,
  maySeeContacts,
  refuseDeclaration,
  seeContact,
  yearlyAnswerLabels,
  type Contact,
  type DeclarationPage,
} from "#domain/declarations/index.ts";
import { sdgGoals, treePath } from "#domain/plan/index.ts";
import { markKindLabels } from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, RefusalNotice, TextArea } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { linesIn, spansIn } from "../consultations/proposals/entered.ts";
import { addressOf, homeCrumb } from "./addresses.ts";

export async function showDeclaration(visit: Visit): Promise<Response> {
  return declarationAnswer(visit, {});
}

interface Shown {
  readonly refusal?: Refusal;
  readonly contact?: Contact;
}

/** One declaration: what was sent, what to mind, what can be done. */
async function declarationAnswer(visit: Visit, { refusal, contact }: Shown): Promise<Response> {
  const { ctx } = visit;
  const found = await declarationPage(ctx, numberOf(visit));
  const { declaration, alike } = found;
  const paths = await Promise.all(declaration.nodeIds.map((id) => treePath(ctx, id)));
  const measures = paths.flatMap((path) => path.at(-1) ?? []).map(({ code, title }) => `${code} ${title}`);
  const element = (
    <StaffPage visit={visit} title={`宣言 第${declaration.number}号`} crumbs={[homeCrumb]}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {alike.length > 0 && (
        <Notice title="同じ文面の宣言が、ほかにもあります。" tone="caution">
          <p>第{alike.join("号、第")}号</p>
        </Notice>
      )}
      <Facts found={found} measures={measures} />
      <ContactPart visit={visit} found={found} contact={contact} />
      {mayCheckDeclarations(ctx.actor) && <CheckForms found={found} refusal={refusal} />}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function numberOf({ params }: Visit): number {
  return Number(params["number"]);
}

function Facts({
  found: { declaration },
  measures,
}: {
  readonly found: DeclarationPage;
  readonly measures: readonly string[];
}): ReactNode {
  const { state, reason, organisation, kind, showsName, promise, goals, untilOn, years, shownPromise } = declaration;
  const names = new Map(sdgGoals.map(({ number, name }) => [number, name]));
  const rows = [
    { term: "扱い", words: `${declarationStateLabels[state]}${reason && `（${reason}）`}` },
    { term: "名前", words: `${organisation}（${declarerKindLabels[kind]}）` },
    { term: "名前の公表", words: showsName ? "公表してよい" : "公表しないでほしい" },
    { term: "取り組むこと", words: promise },
    ...(shownPromise !== "" && shownPromise !== promise ? [{ term: "公表する文", words: shownPromise }] : []),
    { term: "SDGs", words: goals.map((goal) => `${goal} ${names.get(goal) ?? ""}`).join("、") },
    { term: "施策", words: measures.join("、") || "−" },
    { term: "いつまで", words: untilOn ? dateWithBoth(untilOn) : "−" },
    ...years.map(({ year, answer }) => ({ term: `${year}年度`, words: yearlyAnswerLabels[answer] })),
  ];
  return (
    <dl className="card mt-4 grid max-w-3xl gap-2">
      {rows.map(({ term, words }) => (
        <div key={term}>
          <dt className="font-bold">{term}</dt>
          <dd className="whitespace-pre-line">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ContactProps {
  readonly visit: Visit;
  readonly found: DeclarationPage;
  readonly contact: Contact | undefined;
}

function ContactPart({ visit, found: { declaration, hasContact }, contact }: ContactProps): ReactNode {
  if (!maySeeContacts(visit.ctx.actor)) return null;
  if (!hasContact) return <p className="mt-4">連絡先は廃棄しました。</p>;
  if (contact)
    return (
      <p className="card mt-4 max-w-3xl">
        担当の方：{[contact.name, contact.email, contact.phone].filter(Boolean).join("　")}
      </p>
    );
  const action = `${addressOf.declaration(declaration.number)}/contact`;
  return (
    <div className="actions mt-4">
      <Form action={action}>
        <button className="button button-secondary">連絡先を見る（見たことは記録に残ります）</button>
      </Form>
      {isOver(declaration, visit.ctx.clock.today()) && (
        <Form action={`${action}/disposal`}>
          <button className="button button-danger">連絡先を廃棄する（元に戻せません）</button>
        </Form>
      )}
    </div>
  );
}

function CheckForms({
  found,
  refusal,
}: {
  readonly found: DeclarationPage;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const { declaration, marks } = found;
  const action = addressOf.declaration(declaration.number);
  return (
    <>
      <section className="mt-8 max-w-3xl" aria-labelledby="accept-title">
        <h2 id="accept-title" className="mb-2 text-[1.25rem]">
          受け入れる
        </h2>
        <Form action={`${action}/acceptance`}>
          <input type="hidden" name="version" value={declaration.version} />
          {marks.length > 0 && (
            <Choices
              name="mark"
              label="公開しない部分（■に替える）"
              kind="checkbox"
              options={marks.map(({ start, end, kind }) => ({
                value: `${start}-${end}`,
                label: `${declaration.promise.slice(start, end)}（${markKindLabels[kind]}）`,
              }))}
              chosen={marks.map(({ start, end }) => `${start}-${end}`)}
            />
          )}
          <TextArea name="words" label="ほかに公開しない言葉" hint="1行に1つ。" rows={2} />
          <p className="actions">
            <button className="button">受け入れる</button>
          </p>
        </Form>
      </section>
      <section className="mt-8 max-w-3xl" aria-labelledby="refuse-title">
        <h2 id="refuse-title" className="mb-2 text-[1.25rem]">
          公表しない
        </h2>
        <Form action={`${action}/refusal`}>
          <input type="hidden" name="version" value={declaration.version} />
          <TextArea
            name="reason"
            label="理由"
            hint="送った人が、受付番号で読みます。"
            rows={2}
            value={declaration.reason}
            required
            refusal={refusal}
          />
          <p className="actions">
            <button className="button button-secondary">公表しない</button>
          </p>
        </Form>
      </section>
    </>
  );
}

export async function accept(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const marks = spansIn(texts(form, "mark"));
  const done = await acceptDeclaration(ctx, { ...(await seenIn(visit)), marks, words: linesIn(text(form, "words")) });
  return done.ok ? backTo(visit) : declarationAnswer(visit, { refusal: done.refusal });
}

export async function refuse(visit: Visit): Promise<Response> {
  const done = await refuseDeclaration(visit.ctx, { ...(await seenIn(visit)), reason: text(visit.form, "reason") });
  return done.ok ? backTo(visit) : declarationAnswer(visit, { refusal: done.refusal });
}

export async function showContact(visit: Visit): Promise<Response> {
  const { id } = (await declarationPage(visit.ctx, numberOf(visit))).declaration;
  return declarationAnswer(visit, { contact: await seeContact(visit.ctx, id) });
}

export async function removeContact(visit: Visit): Promise<Response> {
  const { id } = (await declarationPage(visit.ctx, numberOf(visit))).declaration;
  const done = await disposeContact(visit.ctx, id);
  return done.ok
    ? onwards(addressOf.declaration(numberOf(visit)), "erased")
    : declarationAnswer(visit, { refusal: done.refusal });
}

async function seenIn(visit: Visit) {
  const { id } = (await declarationPage(visit.ctx, numberOf(visit))).declaration;
  return { id, version: Number(text(visit.form, "version")) };
}

function backTo(visit: Visit): Response {
  return onwards(addressOf.declaration(numberOf(visit)), "saved");
}
