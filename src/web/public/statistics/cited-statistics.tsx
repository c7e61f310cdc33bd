import type { ReactNode } from "react";
import { hrefIn, type Site } from "#web/site.ts";
import { besideOf, type StatisticsEdition } from "./edition.ts";
import { ItemChart, itemCourse, LatestWords } from "./item-figure.tsx";

interface Props {
  readonly site: Site;
  readonly edition: StatisticsEdition;
  readonly nodeId: string;
}

/** Whether a measure cites anything that was published. */
export function isCiting({ snapshot }: StatisticsEdition, nodeId: string): boolean {
  return snapshot.citations.some((each) => each.nodeId === nodeId);
}

/** The statistics that a measure rests on: picture, place, what it is to say, and the source. */
export function CitedStatistics({ site, edition, nodeId }: Props): ReactNode {
  const { snapshot, head } = edition;
  const cited = snapshot.citations.filter((each) => each.nodeId === nodeId);
  return (
    <>
      <div className="indicator-grid">
        {cited.map((citation) => {
          const item = snapshot.items.find(({ code }) => code === citation.item);
          if (!item) return null;
          const course = itemCourse(snapshot, item, besideOf(snapshot, citation));
          const set = snapshot.dataSets.find(({ code }) => code === item.dataSet);
          return (
            <figure key={item.code} className="indicator" aria-labelledby={`cited-${item.code}`}>
              <figcaption>
                <h3 id={`cited-${item.code}`}>
                  <a href={hrefIn(site, `/statistics/${item.code}`)}>{item.name}</a>
                </h3>
                <LatestWords course={course} />
              </figcaption>
              <ItemChart course={course} id={`cited-chart-${item.code}`} />
              {citation.note !== "" && <p className="mt-2">{citation.note}</p>}
              <p className="chart-caption">出典：{set?.source}</p>
            </figure>
          );
        })}
      </div>
      <p className="chart-caption mt-2">統計の版：{head.label}</p>
    </>
  );
}
