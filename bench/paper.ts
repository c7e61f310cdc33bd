import { write } from "#export/paper-writer.ts";
import type { PlanEdition } from "#export/plan-paper/edition.ts";
import { planPaper } from "#export/plan-paper/plan-paper.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { mihonSnapshot } from "../test/support/snapshot.ts";
import { compare, userTime } from "./measure.ts";

const state = richTextOf(
  Array.from(
    { length: 4 },
    () => `・${"市民意識調査では、備えをしていると答えた方の割合が若い世代ほど低い傾向があります。".repeat(2)}`,
  ).join("\n"),
);

/** A plan of so many measures, each with the texts, the charts and the table of a full page. */
function editionOf(measures: number): PlanEdition {
  const sample = mihonSnapshot();
  const page = sample.nodes.find(({ indicators }) => indicators.length > 1) ?? sample.nodes[0];
  if (!page) throw new Error("the sample has no measure");
  const goals = Array.from({ length: 7 }, (_, index) => ({
    ...page,
    id: `goal-${index}`,
    parentId: null,
    depth: 1,
    order: index,
    code: String(index + 1),
    indicators: [],
  }));
  const policies = goals.map((goal) => ({
    ...goal,
    id: `${goal.id}-1`,
    parentId: goal.id,
    depth: 2,
    code: `${goal.code}-1`,
  }));
  const pages = Array.from({ length: measures }, (_, index) => {
    const above = policies[index % policies.length];
    return {
      ...page,
      id: `measure-${index}`,
      parentId: above?.id ?? null,
      depth: 3,
      order: index,
      code: `${above?.code}-${index + 1}`,
      fields: { ...page.fields, currentState: state, initiatives: state },
    };
  });
  const levels = ["基本目標", "政策", "施策"].map((name, index) => ({ depth: index + 1, name, hasPage: index === 2 }));
  const snapshot = { ...sample, levels, nodes: [...goals, ...policies, ...pages] };
  return {
    city: "みほん市",
    standing: "sample",
    version: "計測用",
    isUndecided: false,
    day: "2027-03-26",
    division: { name: "企画課", contact: "" },
    hash: "0".repeat(64),
    snapshot,
    strategies: [],
  };
}

/**
 * A plan as PDF in a worker, against the same plan as Word with its page numbers, in the processor's time of the program (a busy
 * machine makes the clock on the wall longer, not this). The promise is five seconds for 60 measures.
 */
export async function paper(print: (line: string) => void): Promise<void> {
  for (const measures of [15, 30, 60]) {
    const whole = planPaper(editionOf(measures));
    const pdf = () => userTime(() => write({ form: "pdf", paper: whole }));
    const word = () => userTime(() => write({ form: "word", paper: whole }));
    print(
      await compare({
        name: "paper",
        ours: pdf,
        reference: word,
        unit: "ms of CPU",
        n: `施策 ${measures}, PDF / Word`,
        rounds: 3,
      }),
    );
  }
}
