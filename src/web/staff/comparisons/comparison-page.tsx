import { planBySlug } from "#domain/plan/index.ts";
import { comparisonFile } from "#export/comparison-paper/comparison-file.ts";
import { NotFound } from "#kernel/result.ts";
import { download, page } from "#web/answer.tsx";
import { comparisonRequest } from "#web/comparison-request.ts";
import { comparisonEnding, ComparisonView, VersionChoice } from "#web/ui/comparison-view.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { versionCrumbs } from "../documents/addresses.ts";
import { choicesFor, tableFor, withUsualPair } from "./pair.ts";

/** Two versions beside each other: with the opinions that changed the text, and what bodies and the assembly said of the older one. */
export async function showComparison(visit: Visit): Promise<Response> {
  const { ctx, params, query } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const choices = await choicesFor(ctx, plan);
  const request = withUsualPair(comparisonRequest(query), choices);
  const path = `/staff/documents/${plan.slug}/compare`;
  return page(
    <StaffPage visit={visit} title="新旧対照表" crumbs={versionCrumbs(plan)} wide>
      {request.from === "" ? (
        <Empty title="くらべられる版が、まだありません">
          <p>版を二つ凍結すると、ここで並べて、変わったところを確かめられます。</p>
        </Empty>
      ) : (
        <>
          <VersionChoice action={path} request={request} versions={choices} />
          <ComparisonView table={await tableFor(ctx, choices, request)} request={request} path={path} />
        </>
      )}
    </StaffPage>,
  );
}

/** The table as Word, PDF or Excel. */
export async function sendComparison({ ctx, params, query }: Visit): Promise<Response> {
  const ending = comparisonEnding(params["file"] ?? "");
  if (!ending) throw new NotFound();
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const table = await tableFor(ctx, await choicesFor(ctx, plan), comparisonRequest(query));
  const { bytes, name, mediaType } = await comparisonFile(ending, table);
  return download(bytes, name, mediaType);
}
