import { periodLabel } from "#kernel/period.ts";
import { dateWithBoth, warekiDate } from "#kernel/wareki.ts";
import type { Block, Paper, Part, Table } from "../../paper/paper.ts";
import type { PlanEdition } from "../edition.ts";
import { indicatorPart } from "../indicator-part.ts";
import { imprintPart } from "../imprint-part.ts";
import { withLivingLinks } from "../living-links.ts";
import { correctedParts, wordsAround } from "../plan-paper.ts";
import { plainBlock } from "../rich-blocks.ts";
import { removedIndicatorPart } from "../removed-indicator-part.ts";
import { termPart } from "../term-part.ts";
import type { Hearing, PlanRecord } from "./record.ts";

/** 資料編: how the plan came about, what was heard, its words and its indicators. */
export function annexPaper(edition: PlanEdition, record: PlanRecord): Paper {
  const { plan } = edition.snapshot;
  const told = [() => coursePart(record), () => hearingPart(record), () => remarkPart(record)];
  return withLivingLinks({
    ...wordsAround(edition),
    title: `${plan.name}　資料編`,
    cover: { vision: "", lines: [periodLabel(plan), dateWithBoth(edition.day)] },
    contentsDepth: 2,
    parts: correctedParts([...told, indicatorPart, removedIndicatorPart, termPart, imprintPart], edition),
  });
}

function coursePart({ events, until }: PlanRecord): Part {
  const told: Block[] =
    events.length === 0
      ? [plainBlock("策定の段階や意見募集の記録は、まだありません。")]
      : [
          table(
            "策定の経過",
            ["年月日", "できごと", "内容"],
            [4.2, 6, 7.4],
            events.map(({ day, what, detail }) => [warekiDate(day), what, detail]),
          ),
        ];
  return {
    title: "策定の経過",
    blocks: [plainBlock(`${warekiDate(until)}までの記録です。`, "note"), ...told],
  };
}

function hearingPart({ hearings }: PlanRecord): Part | undefined {
  if (hearings.length === 0) return undefined;
  return {
    title: "意見を聴いた結果",
    blocks: [
      plainBlock("届いた意見を論点に分け、論点ごとに市の考え方をまとめました。件数は、公表した結果のものです。"),
      table(
        "意見を聴いた機会と件数",
        ["機会", "期間", "意見", "論点に分けた数", "市の考え方"],
        [5, 4.6, 1.6, 2.2, 4.6],
        hearings.map((hearing) => [
          hearing.title,
          spanOf(hearing),
          String(hearing.voices),
          String(hearing.points),
          hearing.answers.map(({ name, points }) => `${name} ${points}`).join("\n"),
        ]),
      ),
    ],
  };
}

function spanOf({ opensOn, closesOn }: Hearing): string {
  if (closesOn === null) return `${warekiDate(opensOn)}から`;
  return closesOn === opensOn ? warekiDate(opensOn) : `${warekiDate(opensOn)}から\n${warekiDate(closesOn)}まで`;
}

function remarkPart({ remarks }: PlanRecord): Part | undefined {
  if (remarks.length === 0) return undefined;
  return {
    title: "会議・議会の意見",
    blocks: [
      table(
        `会議・議会の意見（${remarks.length}）`,
        ["会議", "版", "意見", "市の考え方"],
        [4.6, 1.8, 5.6, 5.6],
        remarks.map(({ speaker, saidOn, version, words, answer }) => [
          `${speaker}\n（${warekiDate(saidOn)}）`,
          version,
          words,
          answer === "" ? "−" : answer,
        ]),
      ),
    ],
  };
}

function table(
  caption: string,
  headings: readonly string[],
  shares: readonly number[],
  rows: readonly string[][],
): Table {
  return {
    kind: "table",
    caption,
    columns: headings.map((heading, index) => ({ heading, share: shares[index] ?? 1, align: "start" })),
    rows: rows.map((row) => row.map((text) => [{ text }])),
  };
}
