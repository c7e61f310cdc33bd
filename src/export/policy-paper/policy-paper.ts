import {
  policyLines,
  resolutionLabels,
  reviewLabels,
  type PolicyContent,
  type PolicyLine,
} from "#domain/formulation/index.ts";
import { periodLabel } from "#kernel/period.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Block, List, Paper, Run, Table } from "../paper/paper.ts";

/** What a 策定方針 on paper is made from. */
export interface PolicyPaperContent {
  readonly city: string;
  /** The version's name: 「骨子案」; "" while it is being written. */
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly marks: readonly string[];
  readonly content: PolicyContent;
}

/** The 策定方針 as offices hand it out: without a cover, its parts numbered 1 → (1) → ア. */
export function policyPaper({ city, version, day, marks, content }: PolicyPaperContent): Paper {
  const title = version === "" ? content.title : `${content.title}（${version}）`;
  return {
    title,
    city,
    version: warekiDate(day),
    madeOn: day,
    marks,
    cover: null,
    contentsDepth: 2,
    parts: [
      {
        title: version === "" ? content.title : `${content.title}\n（${version}）`,
        blocks: content.parts.flatMap((part, index) => partBlocks(part, index, content)),
      },
    ],
  };
}

type Part = PolicyContent["parts"][number];

function partBlocks({ title, text, shows }: Part, index: number, content: PolicyContent): Block[] {
  const table = shows === "nothing" ? undefined : tables[shows](content);
  return [
    { kind: "heading", level: 2, text: `${index + 1}　${title}` },
    ...textBlocks(policyLines(text)),
    ...(table ? [table] : []),
  ];
}

/** Paragraphs as they are; items that follow each other as one list, those below an item inside it. */
function textBlocks(lines: readonly PolicyLine[], depth = 1): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    if (line.depth === 0) {
      blocks.push(paragraph(line.text));
      at += 1;
      continue;
    }
    const end = lines.findIndex((each, place) => place > at && each.depth === 0);
    const items = lines.slice(at, end < 0 ? undefined : end);
    blocks.push(listOf(items, Math.min(depth, ...items.map((each) => each.depth))));
    at += items.length;
  }
  return blocks;
}

/** The items of one depth, each with what lies deeper up to the next one. */
function listOf(lines: readonly PolicyLine[], depth: number): List {
  const starts = lines.flatMap((line, at) => (at === 0 || (line.depth <= depth && line.sign !== "") ? [at] : []));
  const items = starts.map((start, index) => {
    const own = lines.slice(start, starts[index + 1]);
    const deeper = own.findIndex((line, at) => at > 0 && line.depth > depth);
    const texts = deeper < 0 ? own : own.slice(0, deeper);
    return [...texts.map(({ text }) => paragraph(text)), ...(deeper < 0 ? [] : [listOf(own.slice(deeper), depth + 1)])];
  });
  const signs = starts.map((start) => lines[start]?.sign ?? "");
  return { kind: "list", isOrdered: true, items, official: { depth: depth + 1, signs } };
}

const tables: Readonly<Record<Exclude<Part["shows"], "nothing">, (content: PolicyContent) => Block | undefined>> = {
  outline: ({ plan, review, reviewReason, resolution, ordinance }) => ({
    kind: "facts",
    items: [
      fact("計画の名称", plan.name),
      fact("計画の期間", periodLabel(plan)),
      fact("基本構想", [reviewLabels[review], reviewReason].filter(Boolean).join("\n")),
      fact("議決", [resolutionLabels[resolution], ordinance && `根拠：${ordinance}`].filter(Boolean).join("\n")),
    ],
  }),
  bodies: ({ bodies }) =>
    tableOf(
      "体制",
      ["会議・組織", "役割"],
      bodies.map(({ name, role }) => [name, role]),
    ),
  methods: ({ methods }) =>
    tableOf(
      "市民参加の手法",
      ["手法", "時期", "内容"],
      methods.map(({ name, timing, detail }) => [name, timing, detail]),
    ),
  schedule: ({ stages }) =>
    tableOf(
      "日程",
      ["段階", "予定"],
      stages.map((stage) => [stage.name, plannedWords(stage)]),
    ),
};

function plannedWords({ plannedFrom, plannedUntil }: PolicyContent["stages"][number]): string {
  const [from, until] = [plannedFrom && warekiDate(plannedFrom), plannedUntil && warekiDate(plannedUntil)];
  if (from && until) return `${from}から${until}まで`;
  return from ? `${from}から` : until ? `${until}まで` : "未定";
}

function tableOf(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Table | undefined {
  if (rows.length === 0) return undefined;
  const columns = headings.map((heading, index) => ({ heading, share: index === 0 ? 3 : 4, align: "start" as const }));
  return { kind: "table", caption, columns, rows: rows.map((row) => row.map((text) => [{ text }])) };
}

function fact(name: string, text: string): { readonly name: string; readonly runs: readonly Run[] } {
  return { name, runs: [{ text }] };
}

function paragraph(text: string): Block {
  return { kind: "text", tone: "body", runs: [{ text }] };
}
