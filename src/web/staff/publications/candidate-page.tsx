import type { ReactNode } from "react";
import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { mayPublish, type Candidate } from "#domain/publication/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, listCrumb } from "./addresses.ts";
import { offeredCandidate, type Offer, type ShownCheck } from "./kinds/index.ts";
import type { SeenPage } from "./kinds/kind.ts";
import { Fact, Hash, OpennessMark } from "./words.tsx";

/** Everything the check page says of a candidate. */
interface Check extends Offer, ShownCheck {
  readonly pages: readonly SeenPage[];
  readonly warnings: ReactNode;
  /** The division to ask, as the form for preparing names it. */
  readonly divisionId: string;
}

/** The last page before publishing: what appears, what changes, what is missing. */
export async function showCandidate(visit: Visit): Promise<Response> {
  return page(<CandidatePage visit={visit} check={await checkOf(visit.ctx, visit.params["candidate"] ?? "")} />);
}

/** Publishes the candidate, if the thing is still what the person saw. */
export async function publishCandidate(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const { kind, candidate } = await offeredCandidate(ctx, text(visit.form, "candidate"));
  const result = await kind.publish(ctx, candidate);
  if (result.ok) return onwards(addressOf.publication(result.value.id), "published");
  return page(<CandidatePage visit={visit} check={await checkOf(ctx, candidate.id)} refusal={result.refusal} />, 422);
}

async function checkOf(ctx: Ctx, id: string): Promise<Check> {
  const { kind, thing, candidate } = await offeredCandidate(ctx, id);
  const division = (await divisionsOn(ctx, ctx.clock.today())).find(({ path }) => path === candidate.divisionName);
  return {
    ...(await kind.check(ctx, candidate, (path) => addressOf.preview(id, path))),
    kind,
    thing,
    pages: kind.pages(thing.reference),
    warnings: await kind.warnings?.(ctx, thing.reference),
    divisionId: division?.id ?? "",
  };
}

interface CandidatePageProps {
  readonly visit: Visit;
  readonly check: Check;
  readonly refusal?: Refusal;
}

function CandidatePage({ visit, check, refusal }: CandidatePageProps): ReactNode {
  const { kind, thing, candidate, isOutdated } = check;
  const preparing = { href: addressOf.preparation(kind.subject, thing.reference), label: "公開の準備" };
  return (
    <StaffPage visit={visit} title="公開前の確認" crumbs={[listCrumb, preparing]}>
      {(refusal || isOutdated) && <Outdated check={check} refusal={refusal} />}
      <Words offer={check} candidate={candidate} />
      <Step id="preview" title="1. 公開されるページを見る">
        <PreviewLinks candidate={candidate} pages={check.pages} />
      </Step>
      <Step id="changes" title="2. 変わるところを確かめる">
        {check.changes}
      </Step>
      {check.warnings !== undefined && (
        <Step id="findings" title="3. 足りない項目を確かめる">
          {check.warnings}
        </Step>
      )}
      {!mayPublish(visit.ctx.actor) && <p className="mt-10">公開は、企画担当が行います。</p>}
      {mayPublish(visit.ctx.actor) && !isOutdated && (
        <Step id="publishing" title={`${check.warnings === undefined ? 3 : 4}. 公開する`}>
          <Publishing check={check} />
        </Step>
      )}
    </StaffPage>
  );
}

interface StepProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ id, title, children }: StepProps): ReactNode {
  return (
    <section className="mt-10" aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-[1.25rem]">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Words({ offer, candidate }: { readonly offer: Offer; readonly candidate: Candidate }): ReactNode {
  return (
    <dl className="card grid max-w-3xl gap-2">
      <Fact name={offer.kind.name}>{offer.thing.name}</Fact>
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
  );
}

/** The thing went on being written: publishing is refused until it is prepared anew. */
function Outdated({
  check: { kind, thing, candidate, divisionId },
  refusal,
}: {
  readonly check: Check;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <div className="notice notice-caution mb-6" role="alert">
      <p className="notice-title">{refusal?.message ?? "確認のあとに内容が変わりました。"}</p>
      <p>{refusal?.remedy ?? "この画面の内容は、いまの内容と違います。いまの内容で、もう一度準備してください。"}</p>
      <Form action={addressOf.candidates} className="mt-3">
        <input type="hidden" name="subject" value={kind.subject} />
        <input type="hidden" name="reference" value={thing.reference} />
        <input type="hidden" name="label" value={candidate.label} />
        <input type="hidden" name="openness" value={candidate.openness} />
        <input type="hidden" name="note" value={candidate.note} />
        <input type="hidden" name="divisionId" value={divisionId} />
        <button className="button">いまの内容で準備し直す</button>
      </Form>
    </div>
  );
}

interface PreviewLinksProps {
  readonly candidate: Candidate;
  readonly pages: readonly SeenPage[];
}

function PreviewLinks({ candidate, pages }: PreviewLinksProps): ReactNode {
  return (
    <>
      <p>市民が見るとおりの画面です。中のリンクもたどれます。</p>
      <p className="actions mt-3">
        {pages.map(({ path, label }, index) => (
          <a
            key={path}
            className={index === 0 ? "button" : "button button-secondary"}
            href={addressOf.preview(candidate.id, path)}
          >
            {label}
          </a>
        ))}
      </p>
    </>
  );
}

function Publishing({ check: { candidate, standing } }: { readonly check: Check }): ReactNode {
  const replaces = standing && (candidate.openness === "decided" || standing.openness === "discussion");
  return (
    <>
      <p className="prose">
        公開すると、市民のページがすぐに変わります。
        {replaces && `いまの「${standing.label}」は、前の版として残ります。`}
        あとで取り下げることはできますが、公開した記録は残ります。
      </p>
      <Form action={addressOf.list} className="actions mt-4">
        <input type="hidden" name="candidate" value={candidate.id} />
        <button className="button">公開する</button>
        <a className="button button-quiet" href={addressOf.list}>
          やめる
        </a>
      </Form>
    </>
  );
}
