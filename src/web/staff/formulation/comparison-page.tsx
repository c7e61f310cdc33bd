import { standingPolicy, type FormulationPage } from "#domain/formulation/index.ts";
import { undecidedStamp } from "#domain/publication/index.ts";
import { comparisonFile } from "#export/comparison-paper/comparison-file.ts";
import type { ComparisonTable } from "#export/comparison-paper/comparison-table.ts";
import { policyComparison, type ComparedPolicy } from "#export/comparison-paper/policy-comparison.ts";
import { NotFound } from "#kernel/result.ts";
import { download, page } from "#web/answer.tsx";
import { comparisonRequest, type ComparisonRequest } from "#web/comparison-request.ts";
import { comparisonEnding, ComparisonView, VersionChoice } from "#web/ui/comparison-view.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, policyCrumbs } from "./addresses.ts";
import { formulationOf } from "./found.ts";

/** Two versions of a 策定方針 beside each other (新旧対照表). */
export async function showPolicyComparison(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  const { plan } = found;
  const versions = found.versions.filter(({ purgedAt }) => purgedAt === null);
  const request = withUsualPair(comparisonRequest(visit.query), found);
  const path = addressOf.comparison(plan.slug);
  const choices = versions.map(({ number, name }) => ({ value: String(number), label: `第${number}版　${name}` }));
  return page(
    <StaffPage visit={visit} title="策定方針の新旧対照表" crumbs={policyCrumbs(plan)} wide>
      {request.from === "" ? (
        <Empty title="くらべられる版が、まだありません">
          <p>策定方針の版を二つ作ると、ここで並べて、変わったところを確かめられます。</p>
        </Empty>
      ) : (
        <>
          <VersionChoice action={path} request={request} versions={choices} />
          <ComparisonView table={await tableFor(visit, found, request)} request={request} path={path} />
        </>
      )}
    </StaffPage>,
  );
}

/** The table as Word, PDF or Excel. */
export async function sendPolicyComparison(visit: Visit): Promise<Response> {
  const ending = comparisonEnding(visit.params["file"] ?? "");
  if (!ending) throw new NotFound();
  const table = await tableFor(visit, await formulationOf(visit), comparisonRequest(visit.query));
  const { bytes, name, mediaType } = await comparisonFile(ending, table);
  return download(bytes, name, mediaType);
}

/** Without a choice, the newest version and the one before it. */
function withUsualPair(request: ComparisonRequest, { versions }: FormulationPage): ComparisonRequest {
  const [newest, before] = versions.filter(({ purgedAt }) => purgedAt === null);
  if (request.from !== "" || !newest || !before) return request;
  return { ...request, from: String(before.number), to: String(newest.number) };
}

async function tableFor(
  { ctx }: Visit,
  { plan }: FormulationPage,
  { from, to, orientation, extent }: ComparisonRequest,
): Promise<ComparisonTable> {
  const [old, fresh] = [
    await standingPolicy(ctx, { planId: plan.id, number: Number(from) }),
    await standingPolicy(ctx, { planId: plan.id, number: Number(to) }),
  ];
  const isSample = ctx.municipality.notice.includes("見本");
  const marks = [isSample ? "見本" : "", fresh.version.openness === "decided" ? "" : undecidedStamp].filter(Boolean);
  const head = { city: ctx.municipality.name, marks, orientation };
  return policyComparison(head, { old: comparedOf(old), fresh: comparedOf(fresh) }, extent);
}

function comparedOf({ version, content }: Awaited<ReturnType<typeof standingPolicy>>): ComparedPolicy {
  const { number, name, datedOn: day, hash } = version;
  return { number, name, day, hash, content };
}
