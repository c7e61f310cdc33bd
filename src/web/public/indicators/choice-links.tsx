import type { ReactNode } from "react";
import { hrefIn, type Site } from "#web/site.ts";
import type { Branch } from "#web/public/plan/branches.ts";
import { choicePath, type IndicatorChoice } from "./choice.ts";
import { indicatorsUnder } from "./goal-progress.ts";

interface ChoiceLinksProps {
  readonly site: Site;
  readonly roots: readonly Branch[];
  readonly choice: IndicatorChoice;
}

/** Choosing by links: works without script, and every choice has an address to share. */
export function ChoiceLinks({ site, roots, choice }: ChoiceLinksProps): ReactNode {
  const names = new Set(roots.flatMap(indicatorsUnder).map(({ division }) => division));
  const divisions = [...names].filter((name) => name !== "").sort();
  const closed = { ...choice, isOpen: false };
  return (
    <nav aria-label="指標をしぼる" className="choices no-print">
      <ul className="list-plain choice-row">
        <ChoiceLink site={site} to={{ ...closed, goal: null }} isHere={choice.goal === null} label="すべての目標" />
        {roots.map(({ node, goalNumber }) => (
          <ChoiceLink
            key={node.id}
            site={site}
            to={{ ...closed, goal: goalNumber }}
            isHere={choice.goal === goalNumber}
            label={`${node.code} ${node.keyword || node.title}`}
          />
        ))}
      </ul>
      <details className="fold" open={choice.division !== null}>
        <summary>{choice.division ? `担当する課：${choice.division}` : "担当する課でしぼる"}</summary>
        <ul className="list-plain choice-row">
          <ChoiceLink
            site={site}
            to={{ ...closed, division: null }}
            isHere={choice.division === null}
            label="すべての課"
          />
          {divisions.map((division) => (
            <ChoiceLink
              key={division}
              site={site}
              to={{ ...closed, division }}
              isHere={choice.division === division}
              label={division}
            />
          ))}
        </ul>
      </details>
    </nav>
  );
}

interface ChoiceLinkProps {
  readonly site: Site;
  readonly to: IndicatorChoice;
  readonly isHere: boolean;
  readonly label: string;
}

function ChoiceLink({ site, to, isHere, label }: ChoiceLinkProps): ReactNode {
  return (
    <li>
      <a href={hrefIn(site, choicePath(to))} className="choice-link" aria-current={isHere ? "true" : undefined}>
        {label}
      </a>
    </li>
  );
}
