import type { ReactNode } from "react";
import {
  groupName,
  inGroupOrder,
  pathKindLabels,
  totalKey,
  valueAt,
  yearsOf,
  type PopulationSnapshot,
} from "#domain/strategy/published.ts";
import { figure } from "#kernel/figures.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { PopulationChart } from "./population-chart.tsx";

type Path = PopulationSnapshot["paths"][number];

/** The population vision (人口ビジョン): the picture of all paths, what is aimed at, and a table of each path with its source. */
export function PopulationView({ population }: { readonly population: PopulationSnapshot }): ReactNode {
  const { paths, aims, frame } = population;
  return (
    <>
      {aims.length > 0 && (
        <ul className="list-disc pl-6">
          {aims.map(({ name, year, value, source }) => (
            <li key={`${name}${year}`}>
              <strong>{name}</strong>：{year}年に{figure(value, 0)}人{source !== "" && `（出典：${source}）`}
            </li>
          ))}
        </ul>
      )}
      {frame && (
        <p className="mt-2">
          計画の枠組みとする人口（計画人口）：{frame.year}年に{figure(frame.value, 0)}人（{frame.path}）
        </p>
      )}
      <PopulationChart population={population} id="population" />
      {paths.map((path) => (
        <PathTable key={path.code} path={path} level="h3" />
      ))}
    </>
  );
}

/** One path: every year, every group that it has; 「−」 where nothing is known. */
export function PathTable({
  path,
  level: Heading,
}: {
  readonly path: Path;
  /** The heading that fits below the page's others. */
  readonly level: "h2" | "h3";
}): ReactNode {
  const years = yearsOf(path.figures);
  const groups = inGroupOrder([totalKey, ...path.figures.map(({ group }) => group)]);
  return (
    <section className="mt-8" aria-labelledby={`path-${path.code}`}>
      <Heading id={`path-${path.code}`} className="text-[1.125rem]">
        {path.name}（{pathKindLabels[path.kind]}）
      </Heading>
      <p className="mt-1">
        基準年：{path.baseYear}年　出典：{path.source}
      </p>
      {path.method !== "" && <p className="mt-1">{path.method}</p>}
      {years.length > 0 && (
        <div className="mt-3">
          <TableFrame label={`${path.name}の表`}>
            <table className="table">
              <caption className="visually-hidden">{path.name}（人）</caption>
              <thead>
                <tr>
                  <th scope="col">年</th>
                  {groups.map((group) => (
                    <th key={group} scope="col" className="number">
                      {groupName(group)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {years.map((year) => (
                  <tr key={year}>
                    <th scope="row" className="whitespace-nowrap">
                      {year}年
                    </th>
                    {groups.map((group) => {
                      const value = valueAt(path.figures, year, group);
                      return (
                        <td key={group} className="number">
                          {value === undefined ? "−" : figure(value, 0)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </div>
      )}
    </section>
  );
}
