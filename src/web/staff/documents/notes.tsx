import { addErratum, dropVersionRemark, keepVersionRemark, mayFreezeVersions } from "#domain/documents/index.ts";
import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, versionCrumbs } from "./addresses.ts";
import { NoteSections } from "./note-parts.tsx";
import { versionAt } from "./version-page.tsx";

/** Tells a typing error of a version. */
export async function takeErratum(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { plan, version } = await versionAt(visit);
  const words = {
    place: text(form, "place"),
    wrong: text(form, "wrong"),
    corrected: text(form, "corrected"),
    reason: text(form, "reason"),
  };
  const added = await addErratum(ctx, { ...words, versionId: version.id });
  return added.ok
    ? onwards(addressOf.version(plan, version.number), "saved")
    : refusedPage(visit, { erratumRefusal: added.refusal });
}

/** Notes what a body or the assembly said of a version. */
export async function takeRemark(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { plan, version } = await versionAt(visit);
  const saidOn = text(form, "saidOn");
  const words = {
    speaker: text(form, "speaker"),
    saidOn: isDay(saidOn) ? saidOn : "",
    section: text(form, "section"),
    words: text(form, "words"),
    answer: text(form, "answer"),
  };
  const kind = text(form, "kind") === "assembly" ? "assembly" : "body";
  const kept = await keepVersionRemark(ctx, { versionId: version.id, kind, words });
  return kept.ok
    ? onwards(addressOf.version(plan, version.number), "saved")
    : refusedPage(visit, { remarkRefusal: kept.refusal });
}

export async function removeRemark(visit: Visit): Promise<Response> {
  const { plan, version } = await versionAt(visit);
  const removed = await dropVersionRemark(visit.ctx, { versionId: version.id, id: text(visit.form, "id") });
  return removed.ok
    ? onwards(addressOf.version(plan, version.number), "cancelled")
    : refusedPage(visit, { remarkRefusal: removed.refusal });
}

/** What was refused, with what was entered. */
async function refusedPage(
  visit: Visit,
  refusals: { readonly erratumRefusal?: Refusal; readonly remarkRefusal?: Refusal },
): Promise<Response> {
  const seen = await versionAt(visit);
  const title = `第${seen.version.number}版　${seen.version.name}`;
  return page(
    <StaffPage visit={visit} title={title} crumbs={versionCrumbs(seen.plan)}>
      <p>
        <a href={addressOf.version(seen.plan, seen.version.number)}>版のページへ戻る</a>
      </p>
      <NoteSections visit={visit} seen={seen} mayWrite={mayFreezeVersions(visit.ctx.actor)} {...refusals} />
    </StaffPage>,
    422,
  );
}
