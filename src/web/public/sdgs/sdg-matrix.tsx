import type { ReactNode } from "react";
import { sdgGoals, strengthSigns, type NodeSnapshot } from "#domain/plan/published.ts";
import { hueOf } from "#web/public/hue.ts";
import { nodeHref, type Reading } from "#web/public/plan/addresses.ts";
import type { Branch } from "#web/public/plan/branches.ts";
import { strengthWords } from "#web/public/plan/measure-links.tsx";
import { SdgSwatch } from "./swatch.tsx";

interface SdgMatrixProps {
  readonly reading: Reading;
  readonly branches: readonly Branch[];
}

/** Measures × 17 goals. Heads stay in sight; every sign has its word for those who listen. */
export function SdgMatrix({ reading, branches }: SdgMatrixProps): ReactNode {
  return (
    <div className="matrix-frame" role="region" aria-label="施策と17のゴールの表" tabIndex={0}>
      <table className="matrix">
        <caption className="visually-hidden">施策と、SDGsの17のゴールとのつながり</caption>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              施策
            </th>
            {sdgGoals.map(({ number, shortName }) => (
              <th key={number} scope="col">
                <SdgSwatch goal={number} />
                <b>{number}</b>
                <span className="matrix-goal">{shortName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {branches.map((branch) => (
            <tr key={branch.node.id} className={hueOf(branch.goalNumber)}>
              <th scope="row">
                <a href={nodeHref(reading, branch.node)}>
                  <span className="branch-code">{branch.node.code}</span>
                  {branch.node.title}
                </a>
              </th>
              {sdgGoals.map(({ number }) => (
                <Cell key={number} node={branch.node} goal={number} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">つながる施策の数</th>
            {sdgGoals.map(({ number }) => (
              <td key={number}>
                {branches.filter(({ node }) => node.sdgs.some(({ goal }) => goal === number)).length}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cell({ node, goal }: { readonly node: NodeSnapshot; readonly goal: number }): ReactNode {
  const link = node.sdgs.find((each) => each.goal === goal);
  if (!link) return <td />;
  return (
    <td className={`matrix-${link.strength}`}>
      <span aria-hidden="true">{strengthSigns[link.strength]}</span>
      <span className="visually-hidden">{strengthWords[link.strength]}</span>
    </td>
  );
}
