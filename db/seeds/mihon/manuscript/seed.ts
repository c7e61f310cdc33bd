import type { Ctx } from "#domain/audit/index.ts";
import {
  addSection,
  bindTree,
  bodyKey,
  confirmSections,
  freezeVersion,
  keepTerm,
  keepVersionRemark,
  manuscriptOf,
  publishableDocument,
  returnLoan,
  takeOut,
  versionReference,
  type VersionEntry,
} from "#domain/documents/index.ts";
import { requestPaper, type Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { expectAccepted } from "../../outcome.ts";
import type { DivisionIds } from "../../sample-branches.ts";
import { sampleChapters, sampleTerms, type SampleSection } from "./chapters.ts";

interface Document {
  readonly plan: Plan;
  readonly divisions: DivisionIds;
}

/** Lays the chapters of the sample's document, as its 骨子案 says them; the measures stand in the third one. */
export async function seedManuscript(ctx: Ctx, { plan, divisions }: Document): Promise<void> {
  const lay = async (section: SampleSection, parentId: string | null): Promise<void> => {
    const { title, division, holdsTree, sections = [] } = section;
    const entry = { planId: plan.id, parentId, title, divisionId: divisions.get(division) ?? null, dueOn: null };
    const { id } = expectAccepted(await addSection(ctx, entry), title);
    if (holdsTree) expectAccepted(await bindTree(ctx, { planId: plan.id, parentId: id }), title);
    for (const each of sections) await lay(each, id);
  };
  for (const chapter of sampleChapters) await lay(chapter, null);
  for (const words of sampleTerms) expectAccepted(await keepTerm(ctx, { planId: plan.id, words }), words.term);
  await writeSections(ctx, plan, "outline");
}

/** Writes what the document says from the 素案 on. */
export async function completeManuscript(ctx: Ctx, plan: Plan): Promise<void> {
  await writeSections(ctx, plan, "text");
}

/** Confirms every section as it stands: what was decided is what is written. */
export async function confirmManuscript(ctx: Ctx, plan: Plan): Promise<void> {
  const { lines } = await manuscriptOf(ctx, plan.id);
  const seen = lines.map(({ id, textVersion }) => ({ sectionId: id, textVersion }));
  expectAccepted(await confirmSections(ctx, { planId: plan.id, seen }), "原稿の確定");
}

async function writeSections(ctx: Ctx, plan: Plan, part: "outline" | "text"): Promise<void> {
  const words = new Map(
    sampleChapters.flatMap((chapter) => [chapter, ...(chapter.sections ?? [])]).map((each) => [each.title, each[part]]),
  );
  const { lines } = await manuscriptOf(ctx, plan.id);
  for (const { id, nodeId, title } of lines) {
    const told = words.get(title) ?? "";
    if (nodeId !== null || told === "") continue;
    const { loanId } = expectAccepted(await takeOut(ctx, id), title);
    const texts = { [bodyKey]: richTextOf(told) };
    expectAccepted(await returnLoan(ctx, { loanId, saveNumber: 0, texts }), title);
  }
}

/** Freezes the document as it stands, publishes the version and asks for its papers, which a job makes. @returns the version's id */
export async function seedVersion(
  ctx: Ctx,
  { plan, asking, ...entry }: { readonly plan: Plan; readonly asking: Asking } & Omit<VersionEntry, "planId">,
): Promise<string> {
  const frozen = expectAccepted(await freezeVersion(ctx, { ...entry, planId: plan.id }), entry.name);
  const openness = entry.openness === "decided" ? "decided" : "discussion";
  const words = { ...asking, label: entry.name, openness, note: "" } as const;
  const reference = versionReference(plan.slug, frozen.number);
  const { id } = expectAccepted(await publishNow(ctx, { of: publishableDocument, reference, ...words }), entry.name);
  for (const kind of ["main", "summary"] as const) {
    const paper = { planId: plan.id, publicationId: id, versionId: frozen.id, kind, form: "pdf" } as const;
    expectAccepted(await requestPaper(ctx, paper), entry.name);
  }
  return frozen.id;
}

type Asking = Pick<VersionWords, "divisionName" | "divisionContact">;

/** What the council and the assembly said of the 素案. */
export async function seedVersionRemarks(ctx: Ctx, versionId: string): Promise<void> {
  const saidOn = tokyoDay(ctx.clock.now());
  const said = [
    {
      kind: "body",
      speaker: "総合計画審議会",
      words: "公園は、減らすことより使い方を先に示してほしい。",
      answer: "公園の施策に、地区ごとの使い方を決める手順を加えました。",
    },
    {
      kind: "assembly",
      speaker: "総務委員会",
      words: "通学路の安全を、重点の施策として扱うべきである。",
      answer: "重点の施策としました。",
    },
  ] as const;
  for (const { kind, ...words } of said) {
    const remark = { versionId, kind, words: { ...words, saidOn, section: "" } };
    expectAccepted(await keepVersionRemark(ctx, remark), words.speaker);
  }
}
