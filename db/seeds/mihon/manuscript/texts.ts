import type { Ctx } from "#domain/audit/index.ts";
import { addPicture, figuresOf, sourceWord } from "#domain/documents/index.ts";
import { planSnapshot, type Plan } from "#domain/plan/index.ts";
import { richOf } from "#kernel/rich-notation.ts";
import type { RichText } from "#kernel/rich-text.ts";
import { barsPicture, type Bar } from "../../drawing/bars.ts";
import { expectAccepted } from "../../outcome.ts";
import { samplePaths } from "../population.ts";

/** Takes in the picture of the population. @returns its file */
export async function seedPicture(ctx: Ctx, plan: Plan): Promise<string> {
  const picture = { planId: plan.id, name: "人口の動きと見通し.png", bytes: barsPicture(populationBars()) };
  return expectAccepted(await addPicture(ctx, picture), picture.name).file;
}

function populationBars(): Bar[] {
  const expected = totals("own").filter(({ year }) => year === 2031);
  return [
    ...totals("record").map((bar) => ({ ...bar, isExpected: false })),
    ...expected.map((bar) => ({ ...bar, isExpected: true })),
  ];
}

function totals(code: string): Omit<Bar, "isExpected">[] {
  return Object.entries(samplePaths.find(({ words }) => words.code === code)?.years ?? {}).map(([year, groups]) => ({
    year: Number(year),
    value: groups.reduce((sum, people) => sum + people, 0),
  }));
}

const lastYear = 2031;

/** A text in plain notation as rich text, with what its 「[[…]]」 stand for: the picture, or a figure as it reads now. */
export async function sampleText(
  ctx: Ctx,
  plan: Plan,
  { notation, picture }: { readonly notation: string; readonly picture: string },
): Promise<RichText> {
  const wanted = [...notation.matchAll(/\[\[(.+?)\]\]/g)].map(([, name = ""]) => name);
  const words = new Map<string, string>([["picture", picture]]);
  for (const name of wanted.filter((each) => each !== "picture")) {
    const source = await sourceOf(ctx, plan, name);
    words.set(name, `{{${source}|${(await figuresOf(ctx, plan.id, [source])).get(source) ?? ""}}}`);
  }
  const { rich, faults } = richOf(notation.replaceAll(/\[\[(.+?)\]\]/g, (_, name: string) => words.get(name) ?? ""));
  if (faults.length > 0) throw new Error(`seed: ${faults[0]?.message} (${notation.slice(0, 30)})`);
  return rich;
}

async function sourceOf(ctx: Ctx, plan: Plan, name: string): Promise<string> {
  if (name === "measures" || name === "priorities") return sourceWord({ kind: "count", of: name });
  const { nodes } = await planSnapshot(ctx, plan.id);
  const wanted = name.replace(/^target /, "");
  const id = nodes.flatMap(({ indicators }) => indicators).find((each) => each.name === wanted)?.id ?? "";
  return sourceWord({ kind: "indicator", id, part: "target", year: lastYear });
}
