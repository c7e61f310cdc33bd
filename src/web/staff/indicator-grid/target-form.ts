import { z } from "zod";
import { readTargetText, type RegisterLine, type Target, type TargetsOfOne } from "#domain/plan/index.ts";
import { text, texts, type Visit } from "#web/visit.ts";
import { wordsOfTarget } from "../plan/indicator-form.ts";
import { cellName } from "./grid-form.ts";

/** A row as it travels with its form: whose it is, and what was seen in it. */
const rowSchema = z.object({ id: z.string(), version: z.number().int(), unit: z.string(), seen: z.array(z.string()) });

/** Targets of the years, as a person types them. */
export function targetTexts({ indicator }: RegisterLine, years: readonly number[]): string[] {
  const targets = new Map(indicator.targets.map((target) => [target.year, target]));
  return years.map((year) => wordsIn(targets.get(year)));
}

function wordsIn(target: Target | undefined): string {
  return target ? wordsOfTarget(target) : "";
}

export function targetRow(line: RegisterLine, years: readonly number[]): string {
  const { id, version, unit } = line.indicator;
  return JSON.stringify({ id, version, unit, seen: targetTexts(line, years) });
}

/** Of a posted form the targets whose text was changed. */
export function enteredTargets({ form }: Visit): TargetsOfOne[] {
  const years = text(form, "years").split(" ").map(Number);
  return texts(form, "row").flatMap((sent, row) => {
    const { id, version, unit, seen } = rowSchema.parse(JSON.parse(sent));
    const changed = years.flatMap((year, column) => {
      const name = cellName(row, year);
      const words = text(form, name);
      if (!form.has(name) || words === (seen[column] ?? "")) return [];
      return [{ year, target: readTargetText(words, year, unit) }];
    });
    return changed.length === 0 ? [] : [{ indicatorId: id, version, years: changed }];
  });
}
