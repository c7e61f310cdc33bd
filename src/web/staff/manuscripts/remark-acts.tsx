import type { ReactNode } from "react";
import {
  addRemark,
  dispositionLabels,
  disposeRemark,
  manuscriptOf,
  openRemarksOn,
  type Disposition,
  sectionName,
} from "#domain/documents/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import { NotFound } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { sectionOf } from "./frame-page.tsx";
import { remarkNames, RemarkWords } from "./remarks.tsx";
import { showSection } from "./section-page.tsx";

export async function putRemark(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { plan, section } = await sectionOf(visit);
  const replacement = text(form, "replacement");
  const result = await addRemark(ctx, {
    sectionId: section.id,
    textKey: text(form, "textKey"),
    quote: text(form, "quote"),
    words: text(form, "words"),
    replacement: replacement === "" && !form.has("removes") ? null : replacement,
  });
  return result.ok
    ? onwards(`${addressOf.section(plan, section.id)}#remarks`, "saved")
    : showSection(visit, { at: "remark", refusal: result.refusal });
}

export async function tellDisposition(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { plan, section } = await sectionOf(visit);
  const disposition = text(form, "disposition");
  if (!isDisposition(disposition)) throw new NotFound();
  const told = { sectionId: section.id, remarkId: text(form, "remarkId"), disposition, reason: text(form, "reason") };
  const result = await disposeRemark(ctx, told);
  return result.ok
    ? onwards(`${addressOf.section(plan, section.id)}#remarks`, "saved")
    : showSection(visit, { at: "top", refusal: result.refusal });
}

function isDisposition(word: string): word is Disposition {
  return Object.hasOwn(dispositionLabels, word);
}

/** The open remarks of a plan's manuscript, in reading order. */
export async function showRemarks(visit: Visit): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const { lines } = await manuscriptOf(ctx, plan.id);
  const open = await openRemarksOn(ctx, lines);
  const names = await remarkNames(
    visit,
    open.map(({ remark }) => remark),
  );
  const item = ({ section, remark }: (typeof open)[number]): ReactNode => (
    <li key={remark.id} className="card">
      <p className="mb-2 font-bold">
        <a href={`${addressOf.section(plan, section.id)}#remarks`}>{sectionName(section)}</a>
      </p>
      <RemarkWords remark={remark} names={names} today={ctx.clock.today()} />
    </li>
  );
  return page(
    <StaffPage visit={visit} title="意見と修正案" crumbs={manuscriptCrumbs(plan)}>
      {open.length === 0 ? (
        <Empty title="扱いの決まっていない意見はありません。">
          <p>節のページで意見や修正案を付けると、扱いが決まるまで、ここに並びます。</p>
        </Empty>
      ) : (
        <>
          <p className="mb-4">
            扱いの決まっていないものが{open.length}件あります。節を書く人が、節のページで決めます。
          </p>
          <ul className="list-plain space-y-4">{open.map(item)}</ul>
        </>
      )}
    </StaffPage>,
  );
}
