import type { ReactNode } from "react";
import { keepTerm, mayShapeManuscript, planTerms, removeTerm, type GlossaryTerm } from "#domain/documents/index.ts";
import { planBySlug, type PlanWithLevels } from "#domain/plan/index.ts";
import { csvText } from "#export/csv.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { carriedVersion, StaleComparison } from "../stale-comparison.tsx";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";

/** The words that are explained in the whole document (用語), in the order of the kana. */
export async function showGlossary(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params, query } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const terms = await planTerms(ctx, plan.id);
  const seen = terms.find(({ id }) => id === (text(visit.form, "id") || query.get("term")));
  return page(
    <StaffPage visit={visit} title="用語" crumbs={manuscriptCrumbs(plan)}>
      <p className="mb-6">
        計画書の全体で説明する言葉です。資料編の用語解説になります。
        {terms.length > 0 && <a href={`${addressOf.glossary(plan)}.csv`}>CSVで保存する</a>}
      </p>
      {terms.length === 0 ? (
        <Empty title="用語は、まだありません。" />
      ) : (
        <Terms visit={visit} plan={plan} terms={terms} />
      )}
      {mayShapeManuscript(ctx.actor) && <TermForm visit={visit} plan={plan} seen={seen} refusal={refusal} />}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface TermsProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly terms: readonly GlossaryTerm[];
}

function Terms({ visit, plan, terms }: TermsProps): ReactNode {
  const mayShape = mayShapeManuscript(visit.ctx.actor);
  return (
    <dl className="space-y-4">
      {terms.map(({ id, term, reading, meaning }) => (
        <div key={id}>
          <dt className="font-bold">
            {term}
            {reading !== "" && <span className="ml-2 font-normal text-solid-gray-700">（{reading}）</span>}
          </dt>
          <dd>
            <p className="whitespace-pre-wrap">{meaning}</p>
            {mayShape && (
              <Form action={`${addressOf.glossary(plan)}/removal`} className="actions !mt-1">
                <input type="hidden" name="id" value={id} />
                <a
                  href={`${addressOf.glossary(plan)}?term=${id}#term-form`}
                  className="button button-secondary button-small"
                >
                  直す<span className="visually-hidden">：{term}</span>
                </a>
                <button className="button button-secondary button-small">
                  削除する<span className="visually-hidden">：{term}</span>
                </button>
              </Form>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface TermFormProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  /** The term that is corrected. */
  readonly seen: GlossaryTerm | undefined;
  readonly refusal: Refusal | undefined;
}

function TermForm({ visit, plan, seen, refusal }: TermFormProps): ReactNode {
  const value = (name: "term" | "reading" | "meaning") => (refusal ? text(visit.form, name) : (seen?.[name] ?? ""));
  return (
    <section id="term-form" aria-labelledby="term-form-title" className="mt-12">
      <h2 id="term-form-title" className="text-[1.25rem]">
        {seen ? `「${seen.term}」を直す` : "用語を加える"}
      </h2>
      {seen && (
        <StaleComparison
          refusal={refusal}
          fields={[
            { label: "用語", now: seen.term, mine: value("term") },
            { label: "読み", now: seen.reading, mine: value("reading") },
            { label: "意味", now: seen.meaning, mine: value("meaning") },
          ]}
        />
      )}
      <Form action={addressOf.glossary(plan)} refusal={refusal} className="form mt-4">
        {seen && (
          <>
            <input type="hidden" name="id" value={seen.id} />
            <input type="hidden" name="version" value={carriedVersion(visit, seen.version, refusal)} />
          </>
        )}
        <TextField name="term" label="用語" value={value("term")} refusal={refusal} required />
        <TextField
          name="reading"
          label="読み"
          value={value("reading")}
          refusal={refusal}
          hint="ひらがなで。並べる順に使います。"
        />
        <TextArea
          name="meaning"
          label="意味"
          value={value("meaning")}
          refusal={refusal}
          required
          rows={3}
          hint="中学生にもわかる言葉で"
        />
        <p className="actions">
          <button className="button">{seen ? "保存する" : "加える"}</button>
        </p>
      </Form>
    </section>
  );
}

export async function saveTerm(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const words = { term: text(form, "term"), reading: text(form, "reading"), meaning: text(form, "meaning") };
  const id = text(form, "id");
  const seen = id === "" ? undefined : { id, version: Number(text(form, "version")) };
  const result = await keepTerm(ctx, { planId: plan.id, words, seen });
  return result.ok ? onwards(addressOf.glossary(plan), "saved") : showGlossary(visit, result.refusal);
}

export async function dropTerm(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const id = text(form, "id");
  if (!(await planTerms(ctx, plan.id)).some((term) => term.id === id)) throw new NotFound();
  const result = await removeTerm(ctx, { planId: plan.id, id });
  return result.ok ? onwards(addressOf.glossary(plan), "termRemoved") : showGlossary(visit, result.refusal);
}

export async function saveGlossaryFile({ ctx, params }: Visit): Promise<Response> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const rows = (await planTerms(ctx, plan.id)).map(({ term, reading, meaning }) => [term, reading, meaning]);
  return download(csvText([["用語", "読み", "意味"], ...rows]), `${plan.name}_用語.csv`, "text/csv; charset=utf-8");
}
