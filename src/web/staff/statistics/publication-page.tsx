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
  listDataSets,
  prepareStatistics,
  publishStatistics,
  statisticsPayload,
  statisticsReference,
  statisticsSnapshot,
  statisticsSnapshotSchema,
  type DataSetOverview,
} from "#domain/statistics/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Empty, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { atVersionField, Publishing, VersionFields, versionWordsIn } from "../publications/version-form.tsx";
import { addressOf, homeCrumb } from "./addresses.ts";

/** What would go public, and the words of the version. */
export async function showPreparation(visit: Visit): Promise<Response> {
  return preparation(visit);
}

async function preparation(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const dataSets = (await listDataSets(ctx)).filter(({ publicItems }) => publicItems > 0);
  const divisions = await divisionsOn(ctx, ctx.clock.today());
  const element = (
    <StaffPage visit={visit} title="統計の公開の準備" crumbs={[homeCrumb]}>
      {dataSets.length === 0 ? (
        <Empty title="公開する項目がまだありません">
          <p>
            <a href={addressOf.home}>統計データ</a>のページで、公開する項目に印を付けてください。
          </p>
        </Empty>
      ) : (
        <>
          <Contents dataSets={dataSets} />
          <Form action={addressOf.publication} refusal={refusal} className="form max-w-2xl">
            <VersionFields form={form} divisions={divisions} example="令和8年度版の統計" refusal={refusal} />
            <p className="actions">
              <button className="button">公開前の確認へ進む</button>
              <a className="button button-quiet" href={addressOf.home}>
                やめる
              </a>
            </p>
          </Form>
        </>
      )}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function Contents({ dataSets }: { readonly dataSets: readonly DataSetOverview[] }): ReactNode {
  return (
    <section aria-labelledby="contents" className="card mb-8 max-w-3xl">
      <h2 id="contents" className="text-[1.125rem]">
        公開する統計
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {dataSets.map(({ id, code, name, publicItems, items }) => (
          <li key={id}>
            <a href={addressOf.dataSet(code)}>{name}</a>：{items}項目のうち{publicItems}項目
          </li>
        ))}
      </ul>
      <p className="mt-2">県内の市町村とグループの団体の値、出典、施策への引用が、いっしょに公開されます。</p>
    </section>
  );
}

export async function prepareVersion(visit: Visit): Promise<Response> {
  const prepared = await prepareStatistics(visit.ctx, await versionWordsIn(visit));
  if (prepared.ok) return onwards(addressOf.candidate(prepared.value.id));
  return preparation(visit, atVersionField(prepared.refusal));
}

/** The candidate with what stands now. @throws NotFound for one of another subject */
async function checkOf(ctx: Ctx, id: string) {
  const candidate = await findCandidate(ctx, id);
  if (candidate.subject !== statisticsPayload.subject) throw new NotFound();
  const publications = storedPublications(ctx);
  const head = headFor(await publications.heads(), candidate.subject, statisticsReference);
  const standing = head && stateOf(head) === "current" ? head : undefined;
  const before = standing && statisticsSnapshotSchema.safeParse(await publications.payload(standing.id)).data;
  const after = statisticsSnapshotSchema.parse(await candidatePayload(candidate));
  const now = canonicalPayload(statisticsPayload, await statisticsSnapshot(ctx));
  return { candidate, standing, before, after, isOutdated: !now.ok || now.value.hash !== candidate.hash };
}

type Check = Awaited<ReturnType<typeof checkOf>>;

/** The last page before publishing: the pages as citizens will see them, and what changes. */
export async function showStatisticsCandidate(visit: Visit): Promise<Response> {
  return candidatePage(visit, await checkOf(visit.ctx, visit.params["candidate"] ?? ""));
}

function candidatePage(visit: Visit, check: Check, refusal?: Refusal): Response {
  const { candidate, isOutdated } = check;
  const preview = (path: string) => `/staff/publications/previews/${candidate.id}${path}`;
  const element = (
    <StaffPage
      visit={visit}
      title="統計の公開前の確認"
      crumbs={[homeCrumb, { href: addressOf.publication, label: "公開の準備" }]}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {isOutdated && !refusal && (
        <Notice tone="caution" title="確認のあとに内容が変わりました。">
          <p>
            <a href={addressOf.publication}>公開の準備</a>から、もう一度準備してください。まだ何も公開していません。
          </p>
        </Notice>
      )}
      <p className="mb-4">
        {candidate.label}（{opennessLabels[candidate.openness]}）／問い合わせ先：{candidate.divisionName}
      </p>
      <h2 className="mb-3 text-[1.25rem]">1. 公開されるページを見る</h2>
      <p className="actions">
        <a className="button" href={preview("/statistics")}>
          統計のページを見る
        </a>
        <a className="button button-secondary" href={preview("/opendata")}>
          オープンデータ
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
          action={addressOf.candidate(candidate.id)}
          back={addressOf.home}
        />
      )}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function Differences({ check: { before, after, standing } }: { readonly check: Check }): ReactNode {
  const known = new Map((before?.items ?? []).map((item) => [item.code, JSON.stringify(item)]));
  const added = after.items.filter(({ code }) => !known.has(code));
  const changed = after.items.filter((item) => known.has(item.code) && known.get(item.code) !== JSON.stringify(item));
  const removed = (before?.items ?? []).filter(({ code }) => !after.items.some((item) => item.code === code));
  const lines = [
    { title: "新しく出る項目", items: added },
    { title: "値か説明が変わる項目", items: changed },
    { title: "出なくなる項目", items: removed },
  ];
  return (
    <>
      <p>
        {standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}
        施策への引用は{after.citations.length}件です。
      </p>
      <ul className="mt-2 list-disc pl-6">
        {lines.map(({ title, items }) => (
          <li key={title}>
            {title}：{items.length}
            {items.length > 0 && items.length <= 20 && `（${items.map(({ name }) => name).join("、")}）`}
          </li>
        ))}
      </ul>
    </>
  );
}

export async function publishVersion(visit: Visit): Promise<Response> {
  const check = await checkOf(visit.ctx, visit.params["candidate"] ?? "");
  const { label, openness, divisionName, divisionContact, note, hash } = check.candidate;
  const words = { label, openness, divisionName, divisionContact, note };
  const published = await publishStatistics(visit.ctx, { ...words, expectedHash: hash });
  return published.ok ? onwards(addressOf.home, "published") : candidatePage(visit, check, published.refusal);
}
