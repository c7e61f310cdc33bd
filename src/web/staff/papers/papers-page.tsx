import type { ReactNode } from "react";
import { peopleNames } from "#domain/identity/index.ts";
import {
  isPaperForm,
  listPapers,
  paperFile,
  paperFormLabels,
  paperRefusals,
  planBySlug,
  requestPaper,
  type PlanPaper,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { opennessLabels, stateOf, storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { warmWriter } from "#export/paper-writer.ts";
import { tokyoDay } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { jobById, type JobView } from "#platform/jobs/index.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Choices, Form, SelectField, type Option } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { PaperTable } from "./paper-table.tsx";

export function papersPath({ slug }: Pick<PlanWithLevels, "slug">): string {
  return `/staff/plans/${slug}/papers`;
}

/** Whoever looks may soon want one, so the writer is made ready meanwhile. */
export async function showPapers(visit: Visit): Promise<Response> {
  warmWriter();
  return papersPage(visit);
}

const draft = "draft";

/** Asks for the chosen content in the chosen form; the list shows how far it is. */
export async function askForPaper(visit: Visit): Promise<Response> {
  const { ctx, form: sent, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const form = text(sent, "form");
  if (!isPaperForm(form)) return papersPage(visit, paperRefusals.noForm);
  const source = text(sent, "source");
  if (source !== draft && !(await headsOf(visit, plan)).some(({ id }) => id === source))
    return papersPage(visit, paperRefusals.notReadable);
  const asked = await requestPaper(ctx, { planId: plan.id, publicationId: source === draft ? null : source, form });
  return asked.ok ? onwards(papersPath(plan), "requested") : papersPage(visit, asked.refusal);
}

export async function downloadPaper(visit: Visit): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const { bytes, name, mediaType } = await paperFile(ctx, plan.id, params["id"] ?? "");
  return download(bytes, name, mediaType);
}

/** The publications of the plan that may be read, the newest first. */
async function headsOf({ ctx }: Visit, plan: PlanWithLevels): Promise<readonly PublicationHead[]> {
  const heads = await storedPublications(ctx).heads();
  return heads.filter(
    (head) =>
      head.subject === "plan" && head.reference === plan.slug && ["current", "superseded"].includes(stateOf(head)),
  );
}

async function papersPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const [heads, papers] = [await headsOf(visit, plan), await listPapers(ctx, plan.id)];
  const unfinished = await jobsUnderWay(visit, papers);
  const names = await peopleNames(
    ctx,
    papers.flatMap(({ requestedBy }) => requestedBy ?? []),
  );
  const isUnderWay = [...unfinished.values()].some(({ state }) => state === "waiting" || state === "running");
  const crumbs = [
    { href: "/staff/plans", label: "計画" },
    { href: `/staff/plans/${plan.slug}`, label: plan.name },
  ];
  const element = (
    <StaffPage visit={visit} title="計画書をつくる" crumbs={crumbs} {...(isUnderWay && { refreshSeconds: 1 })}>
      <p className="prose">
        計画の全体を、表紙・目次・体系図・施策ごとの見開き・指標の一覧・総合戦略編・SDGs・前の計画との対応・ことばの説明をそろえた1冊にします。同じ内容からは、いつ作っても同じファイルができます。
      </p>
      <RequestForm plan={plan} heads={heads} refusal={refusal} />
      <h2 className="mt-12 mb-4 text-[1.25rem]">作った計画書</h2>
      {papers.length === 0 ? (
        <Empty title="まだ作っていません">
          <p>作ると、日付と内容の確認用の文字とともに、ここに残ります。</p>
        </Empty>
      ) : (
        <PaperTable
          path={papersPath(plan)}
          papers={papers}
          versions={versionsOf(heads)}
          jobs={unfinished}
          names={names}
        />
      )}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

/** What became of the jobs of papers that are not there yet, by paper. */
async function jobsUnderWay({ ctx }: Visit, papers: readonly PlanPaper[]): Promise<Map<string, JobView>> {
  const jobs = new Map<string, JobView>();
  for (const { id, fileId, jobId } of papers) {
    const job = fileId === null && jobId !== null ? await jobById(ctx, ctx.municipality.code, jobId) : undefined;
    if (job) jobs.set(id, job);
  }
  return jobs;
}

function versionsOf(heads: readonly PublicationHead[]): ReadonlyMap<string, string> {
  return new Map(heads.map(({ id, label }) => [id, label]));
}

interface RequestFormProps {
  readonly plan: PlanWithLevels;
  readonly heads: readonly PublicationHead[];
  readonly refusal: Refusal | undefined;
}

function RequestForm({ plan, heads, refusal }: RequestFormProps): ReactNode {
  const published = heads.map((head): Option => ({
    value: head.id,
    label: `${head.label}（${warekiDate(tokyoDay(head.publishedAt))}・${opennessLabels[head.openness]}）`,
  }));
  return (
    <Form action={papersPath(plan)} refusal={refusal} className="form mt-8 max-w-2xl">
      <SelectField
        name="source"
        label="内容"
        hint="作成中の案には、全ページに「未確定」の印が付きます。"
        options={[{ value: draft, label: "作成中の案（いまの内容）" }, ...published]}
        refusal={refusal}
      />
      <Choices
        name="form"
        label="形式"
        required
        options={Object.entries(paperFormLabels).map(([value, label]) => ({ value, label }))}
        chosen={["pdf"]}
        refusal={refusal}
      />
      <p className="actions">
        <button className="button">計画書をつくる</button>
      </p>
    </Form>
  );
}
