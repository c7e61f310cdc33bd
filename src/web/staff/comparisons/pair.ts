import type { Ctx } from "#domain/audit/index.ts";
import {
  planVersions,
  remarksOf,
  versionPage,
  versionsBetween,
  type DraftVersion,
  type VersionPage,
  type VersionRemark,
} from "#domain/documents/index.ts";
import { planById, type PlanWithLevels } from "#domain/plan/index.ts";
import { undecidedStamp } from "#domain/publication/index.ts";
import { answerTable, mayReadVoices } from "#domain/voices/index.ts";
import type { ComparisonTable } from "#export/comparison-paper/comparison-table.ts";
import {
  versionComparison,
  type Cause,
  type ComparedVersion,
  type VersionRemarkNote,
} from "#export/comparison-paper/version-comparison.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { NotFound } from "#kernel/result.ts";
import type { ComparisonRequest } from "#web/comparison-request.ts";
import { addressOf as desk } from "../desk/addresses.ts";

/** A version that may be chosen: its number within the plan, or 「前の計画の版」 by its plan's word and number. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly version: DraftVersion;
}

/** The versions of a plan that still have their content, the newest first, and behind them those of the plan before. */
export async function choicesFor(ctx: Ctx, plan: PlanWithLevels): Promise<Choice[]> {
  const own = (await planVersions(ctx, plan.id)).map((version) => ({
    value: String(version.number),
    label: `第${version.number}版　${version.name}`,
    version,
  }));
  const before = plan.predecessorId === null ? undefined : await planById(ctx, plan.predecessorId);
  const older = before ? await planVersions(ctx, before.id) : [];
  const others = older.map((version) => ({
    value: `${before?.slug}-${version.number}`,
    label: `${before?.name}　第${version.number}版　${version.name}`,
    version,
  }));
  return [...own, ...others].filter(({ version }) => version.purgedAt === null);
}

/** Without a choice, the newest version and the one before it. */
export function withUsualPair(request: ComparisonRequest, [newest, before]: readonly Choice[]): ComparisonRequest {
  if (request.from !== "" || !newest || !before) return request;
  return { ...request, from: before.value, to: newest.value };
}

/** The table of the two versions that are asked for. @throws NotFound where one is not to choose */
export async function tableFor(
  ctx: Ctx,
  choices: readonly Choice[],
  request: ComparisonRequest,
): Promise<ComparisonTable> {
  const [old, fresh] = [await chosen(ctx, choices, request.from), await chosen(ctx, choices, request.to)];
  const isSample = ctx.municipality.notice.includes("見本");
  const marks = [isSample ? "見本" : "", fresh.version.openness === "decided" ? "" : undecidedStamp].filter(Boolean);
  return versionComparison(
    { city: ctx.municipality.name, marks, orientation: request.orientation },
    {
      old: comparedOf(old),
      fresh: comparedOf(fresh),
      causes: await causesIn(ctx),
      remarks: await remarksIn(ctx, choices, { old: old.version, fresh: fresh.version }),
    },
    request.extent,
  );
}

async function chosen(ctx: Ctx, choices: readonly Choice[], value: string): Promise<VersionPage> {
  const choice = choices.find((each) => each.value === value);
  if (!choice) throw new NotFound();
  return versionPage(ctx, choice.version.id);
}

/** @throws NotFound for one whose content was purged */
function comparedOf({ version: { number, name, frozenAt, hash }, content }: VersionPage): ComparedVersion {
  if (!content) throw new NotFound();
  return { number, name, day: tokyoDay(frozenAt), hash, content };
}

/** What opinions changed in the plan, for who may read the ledger. */
async function causesIn(ctx: Ctx): Promise<Cause[]> {
  if (!mayReadVoices(ctx.actor)) return [];
  const lines = await answerTable(ctx, {});
  return lines.flatMap(({ topic, category, decision, changes }) =>
    changes.map(({ nodeId, field, before, after }) => ({
      nodeId,
      field,
      before,
      after,
      gist: topic.title,
      voices: topic.points,
      category: category ? `${category.symbol} ${category.name}` : "",
      decidedBy: decision?.body ?? "",
      decidedOn: decision?.decidedOn ?? null,
      href: desk.topic(topic.id),
    })),
  );
}

/** What was said of every version from the older one to the newer, which answers it; said of another than the older, it names that. */
async function remarksIn(
  ctx: Ctx,
  choices: readonly Choice[],
  pair: { readonly old: DraftVersion; readonly fresh: DraftVersion },
): Promise<VersionRemarkNote[]> {
  const between = versionsBetween(
    choices.map(({ version }) => version),
    pair,
  );
  const named = new Map(
    between.filter(({ id }) => id !== pair.old.id).map(({ id, number, name }) => [id, `第${number}版「${name}」に：`]),
  );
  const remarks = await remarksOf(
    ctx,
    between.map(({ id }) => id),
  );
  return remarks.map((remark) => remarkNote(remark, named.get(remark.versionId) ?? ""));
}

function remarkNote(
  { kind, speaker, saidOn, section, words, answer }: VersionRemark,
  ofVersion: string,
): VersionRemarkNote {
  const said = `${ofVersion}${words}${answer === "" ? "" : `（対応：${answer}）`}`;
  if (kind === "body") return { section, note: { kind, body: speaker, day: saidOn, words: said } };
  return { section, note: { kind, meeting: speaker, day: saidOn, words: said } };
}
