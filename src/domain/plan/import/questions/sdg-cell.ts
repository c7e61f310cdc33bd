import { halfWidth } from "#kernel/japanese-number.ts";
import { importWords } from "../labels.ts";
import type { ImportSdgLink, Place } from "../model.ts";
import type { Notebook } from "./notebook.ts";

const circled = /[①-⑳]/gu;
const entry = /(?<mark>[◎○◯〇●])?\s*(?:目標|ゴール|SDG)?\s*(?<goal>\d{1,2})(?:\.(?<target>\d{1,2}|[a-d]))?/gu;

/**
 * The goals that a cell lists: 「3、4、11」「◎3 ○4」「11.5」「③④」. A goal without a mark is taken as related (○).
 * Undefined, with an error noted, when a number is no goal.
 */
export function readSdgs(text: string, place: Place, notebook: Notebook): ImportSdgLink[] | undefined {
  const line = halfWidth(text).replaceAll(circled, (sign) => ` ${(sign.codePointAt(0) ?? 0) - 0x245f} `);
  const links = new Map<number, ImportSdgLink>();
  for (const { groups } of line.matchAll(entry)) {
    const goal = Number(groups?.goal);
    if (goal < 1 || goal > 17) {
      notebook.error(place, text, importWords.notAGoal(goal));
      return undefined;
    }
    const earlier = links.get(goal);
    const target = groups?.target === undefined ? [] : [`${goal}.${groups.target}`];
    const strength =
      groups?.mark === "◎" || groups?.mark === "●" || earlier?.strength === "direct" ? "direct" : "related";
    links.set(goal, { goal, strength, targets: [...(earlier?.targets ?? []), ...target] });
  }
  return [...links.values()].sort((one, other) => one.goal - other.goal);
}
