import type { Ctx } from "#domain/audit/index.ts";
import {
  acceptFigures,
  addSection,
  bindTree,
  bodyKey,
  confirmSections,
  freezeVersion,
  keepTerm,
  manuscriptOf,
  publishableDocument,
  returnLoan,
  takeOut,
  touchedPlaces,
  versionReference,
  type VersionEntry,
} from "#domain/documents/index.ts";
import { requestPaper, type Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import { expectAccepted } from "../../outcome.ts";
import type { DivisionIds } from "../../sample-branches.ts";
import { sampleChapters, sampleTerms, type SampleSection } from "./chapters.ts";
import { sampleText, seedPicture } from "./texts.ts";

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

/** Writes what the document says from the 素案 on, and binds what the plan has gained since. */
export async function completeManuscript(ctx: Ctx, plan: Plan): Promise<void> {
  const { lines } = await manuscriptOf(ctx, plan.id);
  const chapter = lines.find(({ name }) => sampleChapters.some(({ title, holdsTree }) => holdsTree && title === name));
  expectAccepted(await bindTree(ctx, { planId: plan.id, parentId: chapter?.id ?? null }), "the new goal's sections");
  await writeSections(ctx, plan, "text");
}

/** Puts into the texts what their figures read now (参照の値の反映). */
export async function renewFigures(ctx: Ctx, plan: Plan): Promise<void> {
  const touched = await touchedPlaces(ctx, await manuscriptOf(ctx, plan.id));
  const places = touched.map(({ section, now = "", ...place }) => ({ ...place, sectionId: section.id, now }));
  expectAccepted(await acceptFigures(ctx, places), "the figures");
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
  const picture = part === "text" ? await seedPicture(ctx, plan) : "";
  const { lines } = await manuscriptOf(ctx, plan.id);
  for (const { id, nodeId, title } of lines) {
    const notation = words.get(title) ?? "";
    if (nodeId !== null || notation === "") continue;
    const { loanId } = expectAccepted(await takeOut(ctx, id), title);
    const texts = { [bodyKey]: await sampleText(ctx, plan, { notation, picture }) };
    expectAccepted(await returnLoan(ctx, { loanId, saveNumber: 0, texts }), title);
  }
}

/** A frozen version of the sample's document. */
export interface SampleVersion extends Pick<VersionEntry, "name" | "openness"> {
  readonly id: string;
  readonly number: number;
}

/** Freezes the document as it stands. */
export async function freezeDocument(
  ctx: Ctx,
  plan: Plan,
  entry: Omit<VersionEntry, "planId">,
): Promise<SampleVersion> {
  return { ...entry, ...expectAccepted(await freezeVersion(ctx, { ...entry, planId: plan.id }), entry.name) };
}

/** Publishes a frozen version and asks for its papers, which a job makes. */
export async function publishDocument(
  ctx: Ctx,
  plan: Plan,
  { version, asking }: { readonly version: SampleVersion; readonly asking: Asking },
): Promise<void> {
  const openness = version.openness === "decided" ? "decided" : "discussion";
  const words = { ...asking, label: version.name, openness, note: "" } as const;
  const reference = versionReference(plan.slug, version.number);
  const { id } = expectAccepted(await publishNow(ctx, { of: publishableDocument, reference, ...words }), version.name);
  for (const kind of ["main", "summary"] as const) {
    const paper = { planId: plan.id, publicationId: id, versionId: version.id, kind, form: "pdf" } as const;
    expectAccepted(await requestPaper(ctx, paper), version.name);
  }
}

type Asking = Pick<VersionWords, "divisionName" | "divisionContact">;
