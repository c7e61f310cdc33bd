import type { ReactNode } from "react";
import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import {
  canonicalPayload,
  candidatePayload,
  findCandidate,
  headFor,
  opennessLabels,
  stateOf,
  storedPublications,
} from "#domain/publication/index.ts";
import {
  prepareStrategy,
  publishStrategy,
  strategyBySlug,
  strategyPayload,
  strategySnapshotSchema,
  strategyView,
  type StrategySnapshot,
} from "#domain/strategy/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { atVersionField, Publishing, VersionFields, versionWordsIn } from "../publications/version-form.tsx";
import { addressOf, strategyCrumbs } from "./addresses.ts";

function slugOf({ params }: Visit): string {
  return params["slug"] ?? "";
}

/** The words of the version that is to go public. */
export async function showPreparation(visit: Visit): Promise<Response> {
  return preparation(visit);
}

async function preparation(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const { strategy } = await strategyBySlug(ctx, slugOf(visit));
  const divisions = await divisionsOn(ctx, ctx.clock.today());
  return page(
    <StaffPage visit={visit} title="総合戦略の公開の準備" crumbs={strategyCrumbs(strategy)}>
      <p className="prose mb-6">
        基本目標・施策・KPI、人口ビジョン、位置づけのある交付金事業が公開されます。点検の指摘と、認めた理由は公開されません。
      </p>
      <Form action={addressOf.publication(strategy.slug)} refusal={refusal} className="form max-w-2xl">
        <VersionFields form={form} divisions={divisions} example="令和9年3月策定版" refusal={refusal} />
        <p className="actions">
          <button className="button">公開前の確認へ進む</button>
          <a className="button button-quiet" href={addressOf.strategy(strategy.slug)}>
            やめる
          </a>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function prepareVersion(visit: Visit): Promise<Response> {
  const prepared = await prepareStrategy(visit.ctx, slugOf(visit), await versionWordsIn(visit));
  if (prepared.ok) return onwards(addressOf.candidate(slugOf(visit), prepared.value.id));
  return preparation(visit, atVersionField(prepared.refusal));
}

/** The candidate with what stands now. @throws NotFound for one of another strategy or subject */
async function checkOf(ctx: Ctx, { slug, id }: { readonly slug: string; readonly id: string }) {
  const { strategy } = await strategyBySlug(ctx, slug);
  const candidate = await findCandidate(ctx, id);
  if (candidate.subject !== strategyPayload.subject || candidate.reference !== slug) throw new NotFound();
  const publications = storedPublications(ctx);
  const head = headFor(await publications.heads(), candidate.subject, slug);
  const standing = head && stateOf(head) === "current" ? head : undefined;
  const before = standing && strategySnapshotSchema.safeParse(await publications.payload(standing.id)).data;
  const after = strategySnapshotSchema.parse(await candidatePayload(candidate));
  const now = canonicalPayload(strategyPayload, await strategyView(ctx, slug));
  return { strategy, candidate, standing, before, after, isOutdated: !now.ok || now.value.hash !== candidate.hash };
}

type Check = Awaited<ReturnType<typeof checkOf>>;

function checkIn({ ctx, params }: Visit): Promise<Check> {
  return checkOf(ctx, { slug: params["slug"] ?? "", id: params["prepared"] ?? "" });
}

/** The last page before publishing: the page as citizens will see it, and what changes. */
export async function showStrategyCandidate(visit: Visit): Promise<Response> {
  return candidatePage(visit, await checkIn(visit));
}

function candidatePage(visit: Visit, check: Check, refusal?: Refusal): Response {
  const { strategy, candidate, isOutdated } = check;
  const preparing = addressOf.publication(strategy.slug);
  return page(
    <StaffPage
      visit={visit}
      title="総合戦略の公開前の確認"
      crumbs={[...strategyCrumbs(strategy), { href: preparing, label: "公開の準備" }]}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {isOutdated && !refusal && (
        <Notice tone="caution" title="確認のあとに内容が変わりました。">
          <p>
            <a href={preparing}>公開の準備</a>から、もう一度準備してください。まだ何も公開していません。
          </p>
        </Notice>
      )}
      <p className="mb-4">
        {candidate.label}（{opennessLabels[candidate.openness]}）／問い合わせ先：{candidate.divisionName}
      </p>
      <h2 className="mb-3 text-[1.25rem]">1. 公開されるページを見る</h2>
      <p className="actions">
        <a className="button" href={`/staff/publications/previews/${candidate.id}/strategy/${strategy.slug}`}>
          総合戦略のページを見る
        </a>
      </p>
      <h2 className="mt-10 mb-3 text-[1.25rem]">2. 変わるところを確かめる</h2>
      <Differences check={check} />
      <h2 className="mt-10 mb-3 text-[1.25rem]">3. 公開する</h2>
      {isOutdated ? (
        <p>いまの内容で準備し直すと、公開できます。</p>
      ) : (
        <Publishing
          candidate={candidate}
          standing={check.standing}
          action={addressOf.candidate(strategy.slug, candidate.id)}
          back={addressOf.strategy(strategy.slug)}
        />
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

/** How much of each part there is. */
function countsOf({ goals, population, grants }: StrategySnapshot) {
  const measures = goals.flatMap((goal) => goal.measures);
  return [
    { name: "基本目標", count: goals.length },
    { name: "数値目標", count: goals.flatMap(({ figures }) => figures).length },
    { name: "施策", count: new Set(measures.map(({ id }) => id)).size },
    { name: "KPI", count: new Set(measures.flatMap(({ kpis }) => kpis.map(({ id }) => id))).size },
    { name: "人口の推計", count: population.paths.length },
    { name: "交付金事業", count: grants.length },
  ];
}

function Differences({ check: { before, after, standing } }: { readonly check: Check }): ReactNode {
  const earlier = before && countsOf(before);
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  return (
    <>
      <p>
        {standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}
        {standing && isSame && "中身は同じです。"}
      </p>
      <ul className="mt-2 list-disc pl-6">
        {countsOf(after).map(({ name, count }, index) => (
          <li key={name}>
            {name}：{count}
            {earlier && earlier[index]?.count !== count && `（いまは${earlier[index]?.count}）`}
          </li>
        ))}
      </ul>
    </>
  );
}

export async function publishVersion(visit: Visit): Promise<Response> {
  const check = await checkIn(visit);
  const { label, openness, divisionName, divisionContact, note, hash } = check.candidate;
  const words = { label, openness, divisionName, divisionContact, note, expectedHash: hash };
  const published = await publishStrategy(visit.ctx, check.strategy.slug, words);
  if (!published.ok) return candidatePage(visit, check, published.refusal);
  return onwards(addressOf.strategy(check.strategy.slug), "published");
}
