import { newId } from "#kernel/id.ts";
import type { Ctx, PersonActor, Role } from "#domain/audit/index.ts";
import {
  createPlan,
  emptyIndicatorContent,
  insertBranch,
  levelPresets,
  planById,
  planOutline,
  type Branch,
  type IndicatorContent,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import type { TreeNode } from "#domain/plan/tree.ts";
import type { TestCity } from "./city.ts";

/** A tree as one writes it: each name 「code title」, followed by the list of what is below it. */
export type Sketch = readonly (string | Sketch)[];

/** The branches of a sketch. */
export function branchesOf(sketch: Sketch): Branch[] {
  const branches: Branch[] = [];
  for (const part of sketch) {
    const last = branches.pop();
    if (typeof part === "string")
      branches.push(...(last ? [last] : []), { id: newId(), ...nameOf(part), children: [] });
    else if (last) branches.push({ ...last, children: branchesOf(part) });
  }
  return branches;
}

function nameOf(text: string): { code: string; title: string } {
  const [code = "", ...title] = text.split(" ");
  return title.length === 0 ? { code: "", title: code } : { code, title: title.join(" ") };
}

/** A plan on the database with its tree, and a way to name its nodes by title. */
export interface PlanInTest {
  readonly plan: PlanWithLevels;
  /** The id and present version of the node with this title. */
  node(title: string): Promise<{ id: string; version: number }>;
  /** The tree as it stands, one line a node, indented by level. */
  outline(): Promise<string>;
}

let serial = 0;

/** planOf(ctx, "みほん市総合計画", ["1 安全", ["1-1 防災"]]): levels 基本目標－政策－施策 for 2027 to 2031 unless told otherwise. */
export async function planOf(
  ctx: Ctx,
  name: string,
  sketch: Sketch,
  levels = levelPresets[0]?.levels ?? [],
): Promise<PlanInTest> {
  const entry = {
    slug: `plan-${++serial}`,
    kind: "basicPlan",
    name,
    vision: "",
    summary: "",
    startYear: 2027,
    endYear: 2031,
    levels,
  } as const;
  const created = await createPlan(ctx, entry);
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const planId = created.value.id;
  const inserted = await ctx.transaction((tx) =>
    insertBranch(tx, ctx, { planId, parentId: null, branches: branchesOf(sketch) }),
  );
  if (!inserted.ok) throw new Error(JSON.stringify(inserted.refusal));
  return {
    plan: await planById(ctx, planId),
    outline: async () => outlineText(await planOutline(ctx, planId)),
    node: async (title) => {
      const node = (await planOutline(ctx, planId)).find((each) => each.title === title);
      if (!node) throw new Error(`no node 「${title}」`);
      return { id: node.id, version: node.version };
    },
  };
}

/** A tree as text, in the order given: two spaces a level. */
export function outlineText(nodes: readonly (TreeNode & { readonly title: string })[]): string {
  return nodes
    .map((node) => `${"  ".repeat(node.depth - 1)}${node.code ? `${node.code} ` : ""}${node.title}`)
    .join("\n");
}

/** An indented outline written in a test, without the indentation of the test itself. */
export function lines(text: string): string {
  const all = text.split("\n").filter((line) => line.trim() !== "");
  const margin = Math.min(...all.map((line) => line.length - line.trimStart().length));
  return all.map((line) => line.slice(margin)).join("\n");
}

/** A division of the city, standing since 2020. */
export async function divisionIn(city: TestCity, name: string): Promise<string> {
  const db = city.database.inCity(city.municipality.schema);
  const id = newId();
  await db.insertInto("division").values({ id }).execute();
  await db
    .insertInto("division_period")
    .values({ id: newId(), division_id: id, name, phone: "026-000-0000", from_on: "2020-04-01" })
    .execute();
  return id;
}

/** A person who works here, with roles and divisions: the one who acts. */
export async function personIn(
  city: TestCity,
  name: string,
  work: { roles: readonly Role[]; divisionIds?: readonly string[] },
): Promise<PersonActor> {
  const id = newId();
  const db = city.database.inCity(city.municipality.schema);
  await db
    .insertInto("person")
    .values({ id, name, email: `${id}@mihon.example` })
    .execute();
  return { kind: "person", id, name, roles: work.roles, divisionIds: work.divisionIds ?? [] };
}

/** An indicator with all its parts: baseline, one target, one actual that is not there yet. */
export const trainingIndicator: IndicatorContent = {
  ...emptyIndicatorContent,
  code: "",
  name: "防災訓練に参加した人の割合",
  unit: "％",
  decimals: 1,
  direction: "up",
  accumulation: "singleYear",
  description: "参加者÷人口",
  source: "危機管理課調べ",
  divisionId: null,
  baseline: { year: 2025, value: 12.5, words: "" },
  targets: [{ year: 2031, value: 20, upperValue: null, words: "" }],
  actuals: [
    { year: 2026, value: null, absence: "counting", note: "", state: "confirmed", numerator: null, denominator: null },
  ],
};

/** The cast of the plan's tests: 佐藤 of the planning division, 加藤 of 危機管理課, each with a context. */
export async function castOf(city: TestCity) {
  const crisis = await divisionIn(city, "危機管理課");
  const sato = await personIn(city, "佐藤", { roles: ["planning"] });
  const kato = await personIn(city, "加藤", { roles: ["clerk"], divisionIds: [crisis] });
  return { crisis, sato, kato, planning: city.as(sato), clerk: city.as(kato) };
}

/** A plan of six nodes on three levels. */
export function smallPlan(ctx: Ctx): Promise<PlanInTest> {
  return planOf(ctx, "みほん市総合計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"], "1-2 消防"], "2 福祉"]);
}
