import type { Ctx } from "#domain/audit/index.ts";
import type { SectionRemark } from "../remark.ts";
import type { OutlineSection } from "../section.ts";
import { remarksOn } from "../store/remarks.ts";

/** The remarks on a section, the oldest first. */
export async function remarksOfSection(ctx: Ctx, sectionId: string): Promise<SectionRemark[]> {
  return remarksOn(ctx.db, [sectionId]);
}

/** The remarks on some sections of which nobody told yet what became of them, in the order of the sections. */
export async function openRemarksOn<T extends Pick<OutlineSection, "id">>(
  ctx: Ctx,
  sections: readonly T[],
): Promise<{ readonly section: T; readonly remark: SectionRemark }[]> {
  const remarks = await remarksOn(
    ctx.db,
    sections.map(({ id }) => id),
  );
  return sections.flatMap((section) =>
    remarks
      .filter(({ sectionId, disposition }) => sectionId === section.id && disposition === null)
      .map((remark) => ({ section, remark })),
  );
}
