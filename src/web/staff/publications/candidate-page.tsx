import type { ReactNode } from "react";
import { divisionsOn } from "#domain/identity/index.ts";
import {
  indicatorFaultLabels,
  missingLabels,
  planBySlug,
  planPayload,
  planSnapshot,
  planSnapshotSchema,
  planState,
  requestPaper,
  snapshotDifference,
  type Finding,
  type PlanSnapshot,
  type PlanWithLevels,
  type SnapshotDifference,
} from "#domain/plan/index.ts";
import {
  candidatePayload,
  canonicalPayload,
  findCandidate,
  headFor,
  mayPublish,
  publish,
  stateOf,
  storedPublications,
  type Candidate,
  type PublicationHead,
} from "#domain/publication/index.ts";
import type { Ctx } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, listCrumb } from "./addresses.ts";
import { Changes } from "./changes.tsx";
import { Fact, Hash, OpennessMark } from "./words.tsx";

/** Everything the check page says of a candidate. */
interface Check {
  readonly candidate: Candidate;
  readonly plan: PlanWithLevels;
  /** What is public of this plan now, if anything. */
  readonly current: PublicationHead | undefined;
  readonly difference: SnapshotDifference;
  readonly findings: readonly Finding[];
  /** The division to ask, as the form for preparing names it. */
  readonly divisionId: string;
  /** Whether somebody changed the plan since the candidate was prepared. */
  readonly isOutdated: boolean;
}

/** The last page before publishing: what appears, what changes, what is missing. */
export async function showCandidate(visit: Visit): Promise<Response> {
  const candidate = await findCandidate(visit.ctx, visit.params["candidate"] ?? "");
  return page(<CandidatePage visit={visit} check={await checkOf(visit.ctx, candidate)} />);
}

/** Publishes the candidate, if the plan is still what the person saw. */
export async function publishCandidate(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const candidate = await findCandidate(ctx, text(visit.form, "candidate"));
  const plan = await planBySlug(ctx, candidate.reference);
  const { label, openness, divisionName, divisionContact, note } = candidate;
  const words = { label, openness, divisionName, divisionContact, note };
  const payload = await planSnapshot(ctx, plan.id);
  const result = await publish(ctx, {
    kind: planPayload,
    reference: plan.slug,
    payload,
    ...words,
    expectedHash: candidate.hash,
  });
  if (result.ok) {
    await requestPaper(ctx, { planId: plan.id, publicationId: result.value.id, form: "pdf" });
    return onwards(addressOf.publication(result.value.id), "published");
  }
  return page(<CandidatePage visit={visit} check={await checkOf(ctx, candidate)} refusal={result.refusal} />, 422);
}

async function checkOf(ctx: Ctx, candidate: Candidate): Promise<Check> {
  const plan = await planBySlug(ctx, candidate.reference);
  const publications = storedPublications(ctx);
  const head = headFor(await publications.heads(), "plan", candidate.reference);
  const current = head && stateOf(head) === "current" ? head : undefined;
  const before = current && (await publications.payload(current.id));
  const after = planSnapshotSchema.parse(await candidatePayload(candidate));
  const now = canonicalPayload(planPayload, await planSnapshot(ctx, plan.id));
  const division = (await divisionsOn(ctx, ctx.clock.today())).find(({ path }) => path === candidate.divisionName);
  return {
    candidate,
    plan,
    current,
    divisionId: division?.id ?? "",
    difference: snapshotDifference(snapshotIn(before), after),
    findings: (await planState(ctx, plan)).findings,
    isOutdated: !now.ok || now.value.hash !== candidate.hash,
  };
}

function snapshotIn(payload: unknown): PlanSnapshot | undefined {
  const parsed = planSnapshotSchema.safeParse(payload);
  return parsed.success ? parsed.data : undefined;
}

interface CandidatePageProps {
  readonly visit: Visit;
  readonly check: Check;
  readonly refusal?: Refusal;
}

function CandidatePage({ visit, check, refusal }: CandidatePageProps): ReactNode {
  const { candidate, plan, current, difference } = check;
  const hrefOf = (code: string) => addressOf.preview(candidate.id, `/plan/${plan.slug}/${encodeURIComponent(code)}`);
  return (
    <StaffPage
      visit={visit}
      title="公開前の確認"
      crumbs={[listCrumb, { href: addressOf.preparation(plan.slug), label: "公開の準備" }]}
    >
      {(refusal || check.isOutdated) && <Outdated check={check} refusal={refusal} />}
      <dl className="card grid max-w-3xl gap-2">
        <Fact name="計画">{plan.name}</Fact>
        <Fact name="版の名前">{candidate.label}</Fact>
        <Fact name="公開の段階">
          <OpennessMark openness={candidate.openness} />
        </Fact>
        <Fact name="問い合わせ先">
          {candidate.divisionName}　{candidate.divisionContact}
        </Fact>
        {candidate.note !== "" && <Fact name="説明">{candidate.note}</Fact>}
        <Fact name="内容のハッシュ">
          <Hash hash={candidate.hash} />
        </Fact>
      </dl>
      <PreviewLinks candidate={candidate} />
      <section className="mt-10" aria-labelledby="changes">
        <h2 id="changes" className="mb-3 text-[1.25rem]">
          2. 変わるところを確かめる
        </h2>
        <Changes difference={difference} against={current?.label} hrefOf={hrefOf} />
      </section>
      <Findings check={check} />
      {mayPublish(visit.ctx.actor) ? (
        <Publishing check={check} />
      ) : (
        <p className="mt-10">公開は、企画担当が行います。</p>
      )}
    </StaffPage>
  );
}

/** The plan went on being written: publishing is refused until it is prepared anew. */
function Outdated({
  check: { candidate, plan, divisionId },
  refusal,
}: {
  readonly check: Check;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <div className="notice notice-caution mb-6" role="alert">
      <p className="notice-title">{refusal?.message ?? "確認のあとに内容が変わりました。"}</p>
      <p>{refusal?.remedy ?? "この画面の内容は、いまの計画と違います。いまの内容で、もう一度準備してください。"}</p>
      <Form action={addressOf.candidates} className="mt-3">
        <input type="hidden" name="plan" value={plan.slug} />
        <input type="hidden" name="label" value={candidate.label} />
        <input type="hidden" name="openness" value={candidate.openness} />
        <input type="hidden" name="note" value={candidate.note} />
        <input type="hidden" name="divisionId" value={divisionId} />
        <button className="button">いまの内容で準備し直す</button>
      </Form>
    </div>
  );
}

const pages = [
  { path: "/", label: "トップページ" },
  { path: "/indicators", label: "進みぐあい" },
  { path: "/sdgs", label: "SDGs" },
  { path: "/opendata", label: "オープンデータ" },
] as const;

function PreviewLinks({ candidate }: { readonly candidate: Candidate }): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="preview">
      <h2 id="preview" className="mb-3 text-[1.25rem]">
        1. 公開されるページを見る
      </h2>
      <p>市民が見るとおりの画面です。中のリンクもたどれます。</p>
      <p className="actions mt-3">
        <a className="button" href={addressOf.preview(candidate.id, `/plan/${candidate.reference}`)}>
          計画のページを見る
        </a>
        {pages.map(({ path, label }) => (
          <a key={path} className="button button-secondary" href={addressOf.preview(candidate.id, path)}>
            {label}
          </a>
        ))}
      </p>
    </section>
  );
}

/** Missing parts warn and stop nobody: a draft under discussion may be unfinished. */
function Findings({ check: { findings, plan } }: { readonly check: Check }): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="findings">
      <h2 id="findings" className="mb-3 text-[1.25rem]">
        3. 足りない項目を確かめる
      </h2>
      {findings.length === 0 ? (
        <Notice tone="good" title="足りない項目はありません。" />
      ) : (
        <>
          <p>{findings.length}の施策に、足りない項目があります。このままでも公開できます。</p>
          <details className="card mt-3" open={findings.length <= 10}>
            <summary className="font-bold">足りない項目の一覧</summary>
            <ul className="mt-2 list-disc pl-6">
              {findings.map(({ measure, missing, indicators }) => (
                <li key={measure.id}>
                  <a href={`/staff/plans/${plan.slug}/nodes/${measure.id}`}>
                    {measure.code} {measure.title}
                  </a>
                  {missing.length > 0 && `：${missing.map((each) => missingLabels[each]).join("、")}がない`}
                  {indicators.map(({ id, code, name, faults }) => (
                    <span key={id} className="block">
                      {code} {name}：{faults.map((fault) => indicatorFaultLabels[fault]).join("、")}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}

function Publishing({ check: { candidate, current, isOutdated } }: { readonly check: Check }): ReactNode {
  if (isOutdated) return null;
  const replaces = current && (candidate.openness === "decided" || current.openness === "discussion");
  return (
    <section className="mt-10" aria-labelledby="publishing">
      <h2 id="publishing" className="mb-3 text-[1.25rem]">
        4. 公開する
      </h2>
      <p className="prose">
        公開すると、市民のページがすぐに変わります。
        {replaces && `いまの「${current.label}」は、前の版として残ります。`}
        あとで取り下げることはできますが、公開した記録は残ります。
      </p>
      <Form action={addressOf.list} className="actions mt-4">
        <input type="hidden" name="candidate" value={candidate.id} />
        <button className="button">公開する</button>
        <a className="button button-quiet" href={addressOf.list}>
          やめる
        </a>
      </Form>
    </section>
  );
}
