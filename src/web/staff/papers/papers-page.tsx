import { versionPage } from "#domain/documents/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import {
  isPaperForm,
  isPaperKind,
  listPapers,
  paperFile,
  paperRefusals,
  planBySlug,
  requestPaper,
  templateInUse,
  templateNames,
  type PlanPaper,
} from "#domain/plan/index.ts";
import { warmWriter } from "#export/paper-writer.ts";
import type { Refusal } from "#kernel/result.ts";
import { jobById, type JobView } from "#platform/jobs/index.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { papersPath } from "./addresses.ts";
import { PaperTable } from "./paper-table.tsx";
import { RequestForm } from "./request-form.tsx";
import { namesOfSources, sourceNamed, sourcesOf } from "./sources.ts";

/** Whoever looks may soon want one, so the writer is made ready meanwhile. */
export async function showPapers(visit: Visit): Promise<Response> {
  warmWriter();
  return papersPage(visit);
}

/** Asks for the chosen content in the chosen form; the list shows how far it is. */
export async function askForPaper(visit: Visit): Promise<Response> {
  const { ctx, form: sent, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const form = text(sent, "form");
  if (!isPaperForm(form)) return papersPage(visit, paperRefusals.noForm);
  const kind = text(sent, "kind");
  if (!isPaperKind(kind)) return papersPage(visit, paperRefusals.noKind);
  const source = sourceNamed(await sourcesOf(visit, plan), text(sent, "source"));
  if (!source) return papersPage(visit, paperRefusals.notReadable);
  if (kind === "errata" && !(await hasErrata(ctx, source.versionId))) return papersPage(visit, paperRefusals.noErrata);
  const isPlain = texts(sent, "look").includes("plain");
  const asked = await requestPaper(ctx, { planId: plan.id, ...source, kind, form, isPlain });
  return asked.ok ? onwards(papersPath(plan), "requested") : papersPage(visit, asked.refusal);
}

async function hasErrata(ctx: Visit["ctx"], versionId: string | null | undefined): Promise<boolean> {
  return versionId ? (await versionPage(ctx, versionId)).errata.length > 0 : false;
}

export async function downloadPaper(visit: Visit): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const { bytes, name, mediaType } = await paperFile(ctx, plan.id, params["id"] ?? "");
  return download(bytes, name, mediaType);
}

async function papersPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const [sources, papers] = [await sourcesOf(visit, plan), await listPapers(ctx, plan.id)];
  const unfinished = await jobsUnderWay(visit, papers);
  const names = await peopleNames(
    ctx,
    papers.flatMap(({ requestedBy }) => requestedBy ?? []),
  );
  const isUnderWay = [...unfinished.values()].some(({ state }) => state === "waiting" || state === "running");
  const template = await templateInUse(ctx);
  const crumbs = [
    { href: "/staff/plans", label: "計画" },
    { href: `/staff/plans/${plan.slug}`, label: plan.name },
  ];
  const element = (
    <StaffPage visit={visit} title="計画書をつくる" crumbs={crumbs} {...(isUnderWay && { refreshSeconds: 1 })}>
      <p className="prose">
        凍結した版や作成中の案から、本編・概要版・資料編を作ります。原稿の章と節、体系図、施策ごとの見開き、指標などの一覧が1冊になります。同じ内容からは、いつ作っても同じファイルができます。
      </p>
      <RequestForm visit={visit} path={papersPath(plan)} sources={sources} template={template} refusal={refusal} />
      <h2 className="mt-12 mb-4 text-[1.25rem]">作った計画書</h2>
      {papers.length === 0 ? (
        <Empty title="まだ作っていません">
          <p>作ると、日付と内容の確認用の文字とともに、ここに残ります。</p>
        </Empty>
      ) : (
        <PaperTable
          path={papersPath(plan)}
          papers={papers}
          sources={namesOfSources(sources)}
          jobs={unfinished}
          names={names}
          templates={await templateNames(ctx)}
          template={template}
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
