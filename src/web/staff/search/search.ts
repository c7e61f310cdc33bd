import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn, maySeeDivisions, type DivisionOnDay } from "#domain/identity/index.ts";
import {
  listPlans,
  mayReadPlans,
  planOutline,
  searchIndicators,
  searchNodes,
  type OutlineNode,
  type Plan,
} from "#domain/plan/index.ts";
import { everyTopic, listVoices, mayReadVoices, topicBoard, type VoiceLine } from "#domain/voices/index.ts";
import { listFormulations, formulationPage, mayReadFormulation } from "#domain/formulation/index.ts";
import { manuscriptOf, mayReadManuscripts, planVersions, sectionName } from "#domain/documents/index.ts";
import { folded, wordsOf } from "#kernel/folding.ts";
import { plainText } from "#kernel/rich-text.ts";
import { addressOf as deskAddress } from "../desk/addresses.ts";
import { addressOf as documentAddress } from "../documents/addresses.ts";
import { addressOf as manuscriptAddress } from "../manuscripts/addresses.ts";
import { addressOf as formulationAddress } from "../formulation/addresses.ts";
import { addressOf as voiceAddress } from "../voices/addresses.ts";

/** Something found, with where it stands. */
export interface Hit {
  readonly href: string;
  readonly label: string;
  /** From the plan down to what is above it. */
  readonly path: string;
}

export interface HitGroup {
  readonly title: string;
  readonly hits: readonly Hit[];
}

const mostHits = 50;

/** Everything in the staff site whose words hold all that are asked for: measures, indicators, sections, versions, opinions, divisions. Widths of letters do not matter. */
export async function searchStaff(ctx: Ctx, words: string): Promise<HitGroup[]> {
  const plans = mayReadPlans(ctx.actor) ? await listPlans(ctx) : [];
  const outlines = new Map(
    await Promise.all(plans.map(async (plan) => [plan.id, await planOutline(ctx, plan.id)] as const)),
  );
  const nodes = await Promise.all(
    plans.map((plan) => nodeHits(ctx, plan, { words, outline: outlines.get(plan.id) ?? [] })),
  );
  const indicators = plans.length === 0 ? [] : await searchIndicators(ctx, { words, limit: mostHits });
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const groups = [
    { title: "施策体系", hits: nodes.flat().slice(0, mostHits) },
    {
      title: "指標",
      hits: indicators.map(({ id, planId, nodeId, code, name }) => ({
        href: `/staff/plans/${byId.get(planId)?.slug}/indicators/${id}`,
        label: `${code} ${name}`,
        path: pathWords(byId.get(planId), outlines.get(planId) ?? [], nodeId),
      })),
    },
    { title: "原稿", hits: (await Promise.all(plans.map((plan) => manuscriptHits(ctx, plan, words)))).flat() },
    { title: "版", hits: (await Promise.all(plans.map((plan) => versionHits(ctx, plan, words)))).flat() },
    { title: "同趣旨の意見", hits: await topicHits(ctx, plans, words) },
    { title: "意見", hits: await voiceHits(ctx, words) },
    { title: "策定", hits: await formulationHits(ctx, words) },
    {
      title: "部・課",
      hits: maySeeDivisions(ctx.actor) ? divisionHits(await divisionsOn(ctx, ctx.clock.today()), words) : [],
    },
  ];
  return groups.filter((group) => group.hits.length > 0);
}

interface NodeSearch {
  readonly words: string;
  readonly outline: readonly OutlineNode[];
}

async function nodeHits(ctx: Ctx, plan: Plan, { words, outline }: NodeSearch): Promise<Hit[]> {
  const found = await searchNodes(ctx, plan.id, { words, limit: mostHits });
  return found.map(({ id, parentId, code, title }) => ({
    href: `/staff/plans/${plan.slug}/nodes/${id}`,
    label: `${code} ${title}`,
    path: pathWords(plan, outline, parentId),
  }));
}

async function topicHits(ctx: Ctx, plans: readonly Plan[], words: string): Promise<Hit[]> {
  if (!mayReadVoices(ctx.actor)) return [];
  const boards = await Promise.all(
    plans.map(async ({ id: planId, name }) =>
      (await topicBoard(ctx, { ...everyTopic, planId, words })).map(({ id, number, title }) => ({
        href: deskAddress.topic(id),
        label: `${number}　${title}`,
        path: name,
      })),
    ),
  );
  return boards.flat().slice(0, mostHits);
}

async function voiceHits(ctx: Ctx, words: string): Promise<Hit[]> {
  if (!mayReadVoices(ctx.actor)) return [];
  const { voices } = await listVoices(ctx, { words }, { order: "newest", limit: mostHits });
  return voices.map(({ number, beginning, occasionTitle }: VoiceLine) => ({
    href: voiceAddress.voice(number),
    label: `意見 ${number}　${beginning ?? ""}`,
    path: occasionTitle,
  }));
}

/** Sections of their own words; those bound to the tree are found as its nodes. */
async function manuscriptHits(ctx: Ctx, plan: Plan, words: string): Promise<Hit[]> {
  if (!mayReadManuscripts(ctx.actor)) return [];
  const fits = holdingAll(words);
  const { lines } = await manuscriptOf(ctx, plan.id);
  return lines
    .filter(({ nodeId }) => nodeId === null)
    .filter(({ name, body }) => fits(`${name} ${plainText(body)}`))
    .slice(0, mostHits)
    .map((line) => ({
      href: manuscriptAddress.section(plan, line.id),
      label: sectionName(line),
      path: `${plan.name} › 原稿`,
    }));
}

async function versionHits(ctx: Ctx, plan: Plan, words: string): Promise<Hit[]> {
  if (!mayReadManuscripts(ctx.actor)) return [];
  const fits = holdingAll(words);
  return (await planVersions(ctx, plan.id))
    .filter(({ name, reason }) => fits(`${name} ${reason}`))
    .map(({ number, name }) => ({
      href: documentAddress.version(plan, number),
      label: `第${number}版　${name}`,
      path: `${plan.name} › 版`,
    }));
}

function holdingAll(words: string): (text: string) => boolean {
  const parts = wordsOf(words);
  return (text) => parts.every((part) => folded(text).includes(part));
}

/** Parts of the policies and stages whose words hold all that were asked for. */
async function formulationHits(ctx: Ctx, words: string): Promise<Hit[]> {
  if (!mayReadFormulation(ctx.actor)) return [];
  const fits = holdingAll(words);
  const begun = (await listFormulations(ctx)).filter(({ isBegun }) => isBegun);
  const pages = await Promise.all(begun.map(({ plan }) => formulationPage(ctx, plan.slug)));
  return pages.flatMap(({ plan, formulation, stages }) => [
    ...formulation.parts
      .filter(({ title, text }) => fits(`${title} ${text}`))
      .map(({ title }) => ({
        href: formulationAddress.policy(plan.slug),
        label: title,
        path: `${plan.name} › 策定方針`,
      })),
    ...stages
      .filter(({ name }) => fits(name))
      .map(({ id, name }) => ({
        href: formulationAddress.stage(plan.slug, id),
        label: name,
        path: `${plan.name} › 段階`,
      })),
  ]);
}

/** 「第3次総合計画 › 1 安全 › 1-1 防災」. */
function pathWords(plan: Plan | undefined, outline: readonly OutlineNode[], nodeId: string | null): string {
  const byId = new Map(outline.map((node) => [node.id, node]));
  const steps: string[] = [];
  for (let node = byId.get(nodeId ?? ""); node; node = byId.get(node.parentId ?? ""))
    steps.unshift(`${node.code} ${node.title}`.trim());
  return [plan?.name ?? "", ...steps].join(" › ");
}

function divisionHits(divisions: readonly DivisionOnDay[], words: string): Hit[] {
  const fits = holdingAll(words);
  return divisions
    .filter(({ path }) => fits(path))
    .map(({ id, name, path }) => ({ href: `/staff/divisions/${id}`, label: name, path }));
}
