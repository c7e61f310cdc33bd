import { write } from "#export/paper-writer.ts";
import { planPaper } from "#export/plan-paper/plan-paper.ts";
import { compare, userTime } from "./measure.ts";
import { planEditionOf } from "./plan-edition.ts";

/**
 * A whole plan as Word with its page numbers against the same as PDF, each in the worker that stays warm, in the processor's time of
 * the program (a busy machine makes the clock on the wall longer, not this). The promise is five seconds for 60 measures.
 */
export async function paper(print: (line: string) => void): Promise<void> {
  for (const measures of [15, 30, 60]) {
    const whole = planPaper(planEditionOf(measures));
    const pdf = () => userTime(() => write({ form: "pdf", paper: whole }));
    const word = () => userTime(() => write({ form: "word", paper: whole }));
    print(
      await compare({
        name: "paper",
        ours: word,
        reference: pdf,
        unit: "ms of CPU",
        n: `施策 ${measures}, Word / PDF`,
      }),
    );
  }
}
