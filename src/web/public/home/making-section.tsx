import type { ReactNode } from "react";
import type { FormulationEdition } from "#web/public/formulation/edition.ts";
import { stageNow, StageWords } from "#web/public/formulation/stage-now.tsx";
import { hrefIn, type Site } from "#web/site.ts";
import { Icon } from "#web/ui/icons.tsx";

interface Props {
  readonly site: Site;
  readonly formulations: readonly FormulationEdition[];
}

/** Where the plans stand that are being made, high on the entrance. Absent when none is. */
export function MakingSection({ site, formulations }: Props): ReactNode {
  const inMaking = formulations.filter(({ snapshot }) => stageNow(snapshot).now !== undefined);
  if (inMaking.length === 0) return null;
  return (
    <section className="page section" aria-labelledby="making-title">
      <h2 id="making-title">計画づくりは、いま</h2>
      {inMaking.map(({ head, snapshot }) => (
        <p key={head.id} className="stage-now">
          {snapshot.plan.name}　<StageWords {...stageNow(snapshot)} />
        </p>
      ))}
      <p className="mt-4">
        <a href={hrefIn(site, "/formulation")} className="forward-link">
          計画づくりの進み方を見る
          <Icon name="forward" />
        </a>
      </p>
    </section>
  );
}
