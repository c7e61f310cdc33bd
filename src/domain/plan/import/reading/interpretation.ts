import type { Sheet } from "#kernel/sheet.ts";
import { grouped } from "#kernel/grouped.ts";
import { headerTexts } from "../mapping/header.ts";
import { readIndicator } from "./indicators.ts";
import { importWords } from "../labels.ts";
import type { Answers, ImportError, ImportIndicator, ImportPlan, Mapping, PlanFrame } from "../model.ts";
import { Notebook } from "../questions/notebook.ts";
import { readRows } from "./rows.ts";
import { readTree, withCodes } from "./tree.ts";

/** What a sheet says under a mapping and the answers given so far. Pure: the same file, mapping and answers give the same plan. */
export function interpret(sheet: Sheet, mapping: Mapping, frame: PlanFrame, answers: Answers): ImportPlan {
  const notebook = new Notebook(headerTexts(sheet, mapping.header), answers);
  const { rows, skipped } = readRows(sheet, mapping);
  const tree = readTree(rows, mapping, frame, notebook);
  const indicators = rows.flatMap(
    (row) => readIndicator({ row, home: tree.nodeOfRow.get(row.row), mapping, frame, notebook }) ?? [],
  );
  noteDoubles(indicators, mapping, notebook);
  const nodes = withCodes(tree, mapping, frame, notebook);
  return {
    nodes,
    indicators,
    errors: notebook.errors.toSorted(byPlace),
    remarks: notebook.remarks,
    questions: notebook.questions,
    openQuestions: notebook.openQuestions,
    skipped,
  };
}

function byPlace(one: ImportError, other: ImportError): number {
  return one.row - other.row || one.column - other.column;
}

function noteDoubles(indicators: readonly ImportIndicator[], mapping: Mapping, notebook: Notebook): void {
  const column = mapping.columns.findIndex(({ role }) => role === "indicatorName");
  const codeColumn = mapping.columns.findIndex(({ role }) => role === "indicatorCode");
  const names = new Map<string, ImportIndicator>();
  const codes = new Map<string, ImportIndicator>();
  for (const indicator of indicators) {
    const name = `${indicator.nodeKey}\n${indicator.name}`;
    const sameName = names.get(name);
    if (sameName)
      notebook.error({ row: indicator.row, column }, indicator.name, importWords.sameIndicator(sameName.row));
    names.set(name, sameName ?? indicator);
    if (indicator.code === undefined) continue;
    const sameCode = codes.get(indicator.code);
    if (sameCode)
      notebook.error(
        { row: indicator.row, column: codeColumn },
        indicator.code,
        importWords.sameIndicatorCode(sameCode.row),
      );
    codes.set(indicator.code, sameCode ?? indicator);
  }
}

/** The tree as an indented outline with its indicators: what the preview shows, and tests compare. */
export function outlineOf(plan: Pick<ImportPlan, "nodes" | "indicators">): string[] {
  const byNode = grouped(plan.indicators, (indicator) => indicator.nodeKey);
  return plan.nodes.flatMap((node) => {
    const indent = "  ".repeat(node.depth - 1);
    const indicators = byNode.get(node.key) ?? [];
    return [
      `${indent}${node.code} ${node.title}`,
      ...indicators.map((indicator) => `${indent}  ・${indicatorLine(indicator)}`),
    ];
  });
}

function indicatorLine({ name, unit, baseline, targets }: ImportIndicator): string {
  const from = baseline?.value ?? (baseline?.words || "−");
  const to = (targets ?? []).map((target) => `${target.value ?? target.words}（${target.year}）`).join("、");
  return `${name} ${from}→${to || "−"}${unit === "" ? "" : ` ${unit}`}`;
}
