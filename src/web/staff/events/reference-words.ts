import type { Ctx, EventRow } from "#domain/audit/index.ts";
import { roleLabels, isRole, divisionHistory, maySeeDivisions, peopleNames } from "#domain/identity/index.ts";
import {
  indicatorNames,
  listPlans,
  mayReadPlans,
  nodeFieldLabels,
  planOutline,
  revisionActLabels,
  type Plan,
} from "#domain/plan/index.ts";
import { listPublications, mayReadPublications, stateLabels } from "#domain/publication/index.ts";
import { isDay } from "#kernel/day.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { ledgerNamesIn } from "./voice-names.ts";

/** What an id of the trail stands for, and where it can be looked at. */
export interface Named {
  readonly words: string;
  readonly href?: string;
}

export type Names = ReadonlyMap<string, Named>;

/** The names of what events point at, as far as the person may know them. */
export async function namesIn(ctx: Ctx, events: readonly EventRow[]): Promise<Names> {
  const ids = (key: string) => [...new Set(events.flatMap(({ reference }) => idsUnder(reference, key)))];
  return new Map([
    ...(await peopleIn(ctx, ["personId", "personIds", "actingFor", "deputyId"].flatMap(ids))),
    ...(await divisionsIn(ctx, ids("divisionId"))),
    ...(await plansIn(ctx, ["planId", "fromPlanId"].flatMap(ids))),
    ...(await indicatorsIn(ctx, [...ids("indicatorId"), ...ids("indicatorIds")])),
    ...(await publicationsIn(ctx, [...ids("publicationId"), ...ids("publicationIds")])),
    ...(await ledgerNamesIn(ctx, {
      occasions: ids("occasionId"),
      voices: ids("voiceId"),
      topics: ["topicId", "topicIds"].flatMap(ids),
    })),
    ...ids("jobId").map((id) => [id, { words: "処理の状況", href: `/staff/jobs/${id}` }] as const),
  ]);
}

function idsUnder(reference: unknown, key: string): string[] {
  const value: unknown = Object.entries(reference ?? {}).find(([name]) => name === key)?.[1];
  return [value].flat().filter((each): each is string => typeof each === "string" && isId(each));
}

export type Entries = readonly (readonly [string, Named])[];

async function peopleIn(ctx: Ctx, ids: readonly string[]): Promise<Entries> {
  const names = await peopleNames(ctx, ids);
  return [...names].map(([id, words]) => [id, { words, href: `/staff/people/${id}` }]);
}

async function divisionsIn(ctx: Ctx, ids: readonly string[]): Promise<Entries> {
  if (!maySeeDivisions(ctx.actor)) return [];
  return Promise.all(
    ids.map(async (id) => [id, { words: await lastName(ctx, id), href: `/staff/divisions/${id}` }] as const),
  );
}

async function lastName(ctx: Ctx, id: string): Promise<string> {
  try {
    return (await divisionHistory(ctx, id)).periods.at(-1)?.name ?? "";
  } catch (error) {
    if (error instanceof NotFound) return "（今はありません）";
    throw error;
  }
}

/** Plans and their nodes: who only administers reads no content, and so no names of it. */
async function plansIn(ctx: Ctx, ids: readonly string[]): Promise<Entries> {
  if (!mayReadPlans(ctx.actor)) return [];
  const plans = (await listPlans(ctx)).filter((plan) => ids.includes(plan.id));
  return (await Promise.all(plans.map((plan) => planAndNodes(ctx, plan)))).flat();
}

async function indicatorsIn(ctx: Ctx, ids: readonly string[]): Promise<Entries> {
  if (!mayReadPlans(ctx.actor)) return [];
  const slugs = new Map((await listPlans(ctx)).map(({ id, slug }) => [id, slug]));
  const named = await indicatorNames(ctx, ids);
  return named.map(({ id, planId, code, name, isRemoved }) => {
    const slug = isRemoved ? undefined : slugs.get(planId);
    const label = `${code} ${name}`.trim();
    return [id, { words: label, ...(slug && { href: `/staff/plans/${slug}/indicators/${id}` }) }];
  });
}

async function planAndNodes(ctx: Ctx, { id, name, slug }: Plan): Promise<Entries> {
  const nodes = await planOutline(ctx, id);
  const href = `/staff/plans/${slug}`;
  return [
    [id, { words: name, href }],
    ...nodes.map(
      (node) => [node.id, { words: `${node.code} ${node.title}`.trim(), href: `${href}/nodes/${node.id}` }] as const,
    ),
  ];
}

async function publicationsIn(ctx: Ctx, ids: readonly string[]): Promise<Entries> {
  if (ids.length === 0 || !mayReadPublications(ctx.actor)) return [];
  const all = await listPublications(ctx);
  return all
    .filter(({ id }) => ids.includes(id))
    .map(({ id, label }) => [id, { words: label, href: `/staff/publications/${id}` }]);
}

const words: Readonly<Record<string, string>> = {
  ...stateLabels,
  plan: "計画",
  name: "名前",
  title: "名前",
  kana: "ふりがな",
  email: "メールアドレス",
  code: "コード・番号",
  contact: "問い合わせ先",
  slug: "アドレスの言葉",
  kind: "種別",
  startYear: "始まりの年度",
  endYear: "終わりの年度",
  predecessorId: "前の計画",
  summary: "計画の概要",
  divisionId: "主管課",
  relatedDivisionIds: "関係課",
  keyword: "キーワード",
  isPriority: "重点",
  relatedPlans: "関連する個別計画",
  terms: "用語解説",
  sdgs: "SDGs",
  invitation: "招待",
  newPassword: "パスワードの再設定",
  setUp: "初期設定",
  rename: "名前の変更",
  move: "移動",
  remove: "削除",
  renumber: "番号の付け直し",
  ...revisionActLabels,
  ...nodeFieldLabels,
};

const shownOfHash = 12; // letters: enough to tell two apart
const shownOfId = 8; // its last letters: ids begin with the time and look alike there

/** One value of a reference in words: a name with its page, a day, a word of ours; an id nobody can name is cut short. */
export function valueWords(key: string, value: unknown, names: Names): Named {
  if (value === null) return { words: "−" };
  if (typeof value !== "string")
    return { words: typeof value === "boolean" ? (value ? "はい" : "いいえ") : String(value) };
  const named = names.get(value);
  if (named) return named;
  if (isId(value)) return { words: `記録番号 ${value.slice(-shownOfId)}` };
  if (isDay(value)) return { words: dateWithBoth(value) };
  if (key === "hash") return { words: value.slice(0, shownOfHash) };
  if (isRole(value)) return { words: roleLabels[value] };
  return { words: Object.hasOwn(words, value) ? (words[value] ?? value) : value };
}

const systemLabels: Readonly<Record<string, string>> = {
  seed: "はじめのデータ",
  start: "起動",
  restore: "復元",
  "audit.verify": "記録の検証",
};

/** Which part of the system acted. */
export function systemWords(label: string): string {
  return systemLabels[label] ?? label;
}
