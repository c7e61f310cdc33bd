import {
  partOf,
  strengthSigns,
  type NodeContent,
  type NodePart,
  type RelatedPlan,
  type SdgLink,
  type Term,
} from "#domain/plan/index.ts";
import { plainText } from "#kernel/rich-text.ts";
import type { Option } from "#web/ui/forms.tsx";
import { labelOf } from "./division-options.ts";

/** One part of a node's content in plain lines, for comparing and for the history; "" when it is empty. */
export function wordsOfPart(content: NodeContent, part: NodePart, divisions: readonly Option[]): string {
  switch (part) {
    case "divisionId":
      return labelOf(divisions, content.divisionId);
    case "relatedDivisionIds":
      return content.relatedDivisionIds.map((id) => labelOf(divisions, id)).join("、");
    case "isPriority":
      return content.isPriority ? "重点" : "";
    case "relatedPlans":
      return content.relatedPlans.map(planWords).join("\n");
    case "terms":
      return content.terms.map(termWords).join("\n");
    case "title":
    case "keyword":
    case "code":
      return content[part];
    default: {
      const rich = content.fields[part];
      return rich ? plainText(rich) : "";
    }
  }
}

/** Links to the SDGs in plain lines: 「ゴール3 ◎ 3.1、3.4：理由」; "" where there are none. */
export function wordsOfLinks(links: readonly SdgLink[]): string {
  return links
    .map(({ goal, strength, targets, reason }) =>
      [
        `ゴール${goal} ${strengthSigns[strength]}`,
        targets.length > 0 && ` ${targets.join("、")}`,
        reason && `：${reason}`,
      ]
        .filter(Boolean)
        .join(""),
    )
    .join("\n");
}

function planWords({ name, period }: RelatedPlan): string {
  return period ? `${name}（${period}）` : name;
}

function termWords({ term, meaning }: Term): string {
  return `${term}：${meaning}`;
}

/** One part as it travels in a form; null for what is not there. */
export function jsonOfPart(content: NodeContent, part: NodePart): string {
  return JSON.stringify(partOf(content, part) ?? null);
}
