import type { ReactNode } from "react";
import type { FormulationEdition } from "#web/public/formulation/edition.ts";
import { stageNow, StageWords } from "#web/public/formulation/stage-now.tsx";
import { hrefIn, type Site } from "#web/site.ts";

interface Props {
  readonly site: Site;
  readonly formulations: readonly FormulationEdition[];
}

/** Where the plans stand that are being made, high on the entrance. Absent when none is. */
export function MakingWords({ site, formulations }: Props): ReactNode {
  return formulations
    .map(({ head, snapshot }) => ({ id: head.id, name: snapshot.plan.name, at: stageNow(snapshot) }))
    .filter(({ at }) => at.now !== undefined)
    .map(({ id, name, at }) => (
      <p key={id} className="hero-text">
        {name}　<StageWords {...at} />　<a href={hrefIn(site, "/formulation")}>計画づくりの進み方を見る</a>
      </p>
    ));
}
