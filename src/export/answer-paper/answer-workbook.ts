import type { AnswerPaperContent } from "./answer-paper.ts";
import { categoryCounts } from "./answer-paper.ts";
import type { Sheet, Workbook } from "../workbook/index.ts";

/** The table of answers as a workbook: the answers, the counts, and what changed, a sheet each. */
export function answerWorkbook(content: AnswerPaperContent): Workbook {
  return { title: content.title, madeOn: content.day, sheets: [answers(content), counts(content), changes(content)] };
}

function answers({ rows }: AnswerPaperContent): Sheet {
  return {
    name: "意見と市の考え方",
    frozenColumns: 1,
    columns: [
      { heading: "番号", width: 8, kind: "number" },
      { heading: "該当箇所", width: 20, kind: "text" },
      { heading: "意見の概要", width: 50, kind: "text" },
      { heading: "件数", width: 8, kind: "number" },
      { heading: "市の考え方", width: 70, kind: "text" },
      { heading: "記号", width: 8, kind: "text" },
      { heading: "対応区分", width: 24, kind: "text" },
      { heading: "決めた人・会議", width: 20, kind: "text" },
      { heading: "決裁日", width: 14, kind: "day" },
    ],
    rows: rows.map(({ number, place, title, points, response, category, decision }) => [
      number,
      place,
      title,
      points,
      response,
      category?.symbol ?? "",
      category?.name ?? "",
      decision?.body ?? "",
      decision?.decidedOn ?? null,
    ]),
  };
}

function counts({ rows }: AnswerPaperContent): Sheet {
  return {
    name: "件数",
    columns: [
      { heading: "対応区分", width: 40, kind: "text" },
      { heading: "まとめた意見", width: 16, kind: "number" },
      { heading: "意見の件数", width: 16, kind: "number" },
    ],
    rows: categoryCounts(rows).map(({ name, topics, points }) => [name, topics, points]),
  };
}

function changes({ rows }: AnswerPaperContent): Sheet {
  return {
    name: "変わった文章",
    columns: [
      { heading: "意見の番号", width: 12, kind: "number" },
      { heading: "施策", width: 30, kind: "text" },
      { heading: "欄", width: 16, kind: "text" },
      { heading: "変えた後", width: 60, kind: "text" },
      { heading: "変える前", width: 60, kind: "text" },
    ],
    rows: rows.flatMap(({ number, changes: own }) =>
      own.map(({ code, title, fieldLabel, before, after }) => [number, `${code} ${title}`, fieldLabel, after, before]),
    ),
  };
}
