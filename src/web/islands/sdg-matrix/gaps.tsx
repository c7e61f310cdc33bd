import type { ReactNode } from "react";
import { directLimit, sdgGaps } from "#domain/plan/sdg-gaps.ts";
import type { MatrixGoal, MatrixMeasure, SdgMatrixProps } from "./model.ts";

interface GapsProps {
  readonly goals: readonly MatrixGoal[];
  readonly measures: readonly MatrixMeasure[];
  readonly gapNotes: SdgMatrixProps["gapNotes"];
}

/** What the table leaves open, told again at every change. */
export function Gaps({ goals, measures, gapNotes }: GapsProps): ReactNode {
  const nodes = measures.map((measure) => ({ ...measure, depth: 1, sdgs: measure.links }));
  const gaps = sdgGaps({ levels: [{ depth: 1, hasPage: true }], nodes, sdgGapNotes: gapNotes });
  const goalNames = (numbers: readonly number[]) =>
    numbers.map((number) => `${number} ${goals.find((goal) => goal.number === number)?.shortName ?? ""}`).join("、");
  const isClean =
    gaps.measuresWithoutGoal.length + gaps.measuresWithManyDirect.length + gaps.unexplainedGoals.length === 0;
  return (
    <section className="no-print mt-8" aria-labelledby="gaps">
      <h2 id="gaps" className="text-[1.25rem]">
        点検
      </h2>
      {isClean && <p className="mt-2">足りないところはありません。</p>}
      <dl className="mt-2 space-y-4">
        <GapList title="どのゴールにも結びついていない施策" measures={gaps.measuresWithoutGoal} />
        <GapList title={`◎が${directLimit}つより多い施策`} measures={gaps.measuresWithManyDirect} />
        {gaps.unexplainedGoals.length > 0 && (
          <div>
            <dt className="font-bold">施策も説明もないゴール（{gaps.unexplainedGoals.length}）</dt>
            <dd>{goalNames(gaps.unexplainedGoals)}</dd>
          </div>
        )}
        {gaps.explainedGoals.length > 0 && (
          <div>
            <dt className="font-bold">施策がなく、説明があるゴール</dt>
            <dd>{goalNames(gaps.explainedGoals)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function GapList({
  title,
  measures,
}: {
  readonly title: string;
  readonly measures: readonly MatrixMeasure[];
}): ReactNode {
  if (measures.length === 0) return null;
  return (
    <div>
      <dt className="font-bold">
        {title}（{measures.length}）
      </dt>
      {measures.map((measure) => (
        <dd key={measure.id}>
          <a href={measure.href}>
            {measure.code} {measure.title}
          </a>
        </dd>
      ))}
    </div>
  );
}
