import type { ReactNode } from "react";
import { sdgGoals, strengthSigns, type NodeSnapshot } from "#domain/plan/published.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { SdgSwatch } from "#web/public/sdgs/swatch.tsx";

export const strengthWords = { direct: "直接つながる", related: "関係する" } as const;

/** Which goals of the SDGs the measure serves, how closely, and why. */
export function SdgLinks({ site, node }: { readonly site: Site; readonly node: NodeSnapshot }): ReactNode {
  return (
    <ul className="list-plain sdg-links">
      {node.sdgs.map(({ goal, strength, targets, reason }) => (
        <li key={goal}>
          <SdgSwatch goal={goal} />
          <p>
            <a href={hrefIn(site, `/sdgs#goal-${goal}`)}>
              {goal} {sdgGoals.find((each) => each.number === goal)?.name}
            </a>
            <span className="sdg-strength">
              <span aria-hidden="true">{strengthSigns[strength]} </span>
              {strengthWords[strength]}
            </span>
            {reason !== "" && <span className="sdg-reason">{reason}</span>}
            {targets.length > 0 && <span className="sdg-targets">ターゲット {targets.join("、")}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function RelatedPlans({ node }: { readonly node: NodeSnapshot }): ReactNode {
  return (
    <ul className="list-plain related-plans">
      {node.relatedPlans.map(({ name, period }) => (
        <li key={name}>
          {name}
          {period !== "" && <span>（{period}）</span>}
        </li>
      ))}
    </ul>
  );
}

export function Terms({ node }: { readonly node: NodeSnapshot }): ReactNode {
  return (
    <dl className="terms">
      {node.terms.map(({ term, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
