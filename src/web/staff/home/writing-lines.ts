import { belongsTo, type Ctx } from "#domain/audit/index.ts";
import {
  manuscriptOf,
  mayConfirmSections,
  mayWorkOnManuscripts,
  mayWriteSections,
  openRemarksOn,
  touchedPlaces,
  sectionName,
} from "#domain/documents/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { addressOf } from "../manuscripts/addresses.ts";
import type { WaitingLine } from "./listening-lines.ts";

const mostSections = 5;

/** What of the manuscripts waits for this person: sections of their division, kept copies, figures that changed. */
export async function writingLines(ctx: Ctx, plans: readonly Plan[]): Promise<WaitingLine[]> {
  if (!mayWorkOnManuscripts(ctx.actor)) return [];
  const lines = await Promise.all(plans.map((plan) => linesOf(ctx, plan)));
  return lines.flat();
}

async function linesOf(ctx: Ctx, plan: Plan): Promise<WaitingLine[]> {
  const manuscript = await manuscriptOf(ctx, plan.id);
  const { lines } = manuscript;
  if (lines.length === 0) return [];
  const due = lines
    .filter(
      ({ divisionIds, dueOn, state }) =>
        dueOn !== null && state !== "confirmed" && belongsTo(ctx.actor, ...divisionIds),
    )
    .toSorted((a, b) => (a.dueOn ?? "").localeCompare(b.dueOn ?? ""));
  const copies = lines.filter((line) => line.copies > 0 && mayWriteSections(ctx.actor, line));
  const asked = lines.filter((line) => line.state === "checking" && mayConfirmSections(ctx.actor, line));
  const remarks = await openRemarksOn(
    ctx,
    lines.filter((line) => mayWriteSections(ctx.actor, line)),
  );
  const touched = (await touchedPlaces(ctx, manuscript)).filter(({ section }) => mayWriteSections(ctx.actor, section));
  return [
    ...due.slice(0, mostSections).map((line) => ({
      href: addressOf.section(plan, line.id),
      label: `原稿「${sectionName(line)}」`,
      words: dueWords(line.dueOn ?? "", ctx.clock.today()),
    })),
    ...copies.map((line) => ({
      href: `${addressOf.section(plan, line.id)}#copies`,
      label: `原稿「${sectionName(line)}」の控え`,
      words: `${line.copies}件を見くらべます`,
    })),
    ...(asked.length > 0
      ? [
          {
            href: addressOf.confirming(plan),
            label: "課長確認を待つ節",
            words: `${asked.length}件（${plan.name}の原稿）`,
          },
        ]
      : []),
    ...(remarks.length > 0
      ? [
          {
            href: addressOf.remarks(plan),
            label: "扱いを決める意見と修正案",
            words: `${remarks.length}件（${plan.name}の原稿）`,
          },
        ]
      : []),
    ...(touched.length > 0
      ? [
          {
            href: addressOf.figures(plan),
            label: "数値の変わった箇所",
            words: `${touched.length}か所（${plan.name}の原稿）`,
          },
        ]
      : []),
  ];
}

function dueWords(dueOn: string, today: string): string {
  return dueOn < today ? `期限切れ（${warekiDate(dueOn)}まで）` : `${warekiDate(dueOn)}まで`;
}
