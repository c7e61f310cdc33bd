import type { ReactNode } from "react";
import { evolutionLabels, lineageKindLabels } from "#domain/plan/published.ts";
import { grouped } from "#kernel/grouped.ts";
import type { Site } from "#web/site.ts";
import { nodeHref } from "./addresses.ts";
import type { Kin, Lineage } from "./lineage.ts";

interface LineageProps {
  readonly site: Site;
  readonly lineage: Lineage;
  /** What the page is of: 施策, 政策. */
  readonly levelName: string;
}

/** From what of the plan before the page came and what it became in the plan after; nothing where neither is known. */
export function LineageSection({ site, lineage, levelName }: LineageProps): ReactNode {
  const { isNew, origins, successors, ending } = lineage;
  if (!isNew && origins.length + successors.length === 0 && !ending) return null;
  return (
    <section className="measure-section" id="lineage" aria-labelledby="lineage-title">
      <h2 id="lineage-title">前の計画・次の計画とのつながり</h2>
      {isNew && <p>この計画から始まった新しい{levelName}です。</p>}
      {origins.length > 0 && (
        <KinList site={site} title={`前の計画「${origins[0]?.planName ?? ""}」から`} kin={origins} />
      )}
      {[...grouped(successors, (kin) => kin.planName)].map(([planName, kin]) => (
        <KinList key={planName} site={site} title={`次の計画「${planName}」では`} kin={kin} />
      ))}
      {ending && (
        <p>
          この{levelName}は、この計画で終わりました。次の計画「{ending.planName}」にはありません。
          {ending.note !== "" && `理由：${ending.note}`}
        </p>
      )}
    </section>
  );
}

function KinList({
  site,
  title,
  kin,
}: {
  readonly site: Site;
  readonly title: string;
  readonly kin: readonly Kin[];
}): ReactNode {
  return (
    <>
      <h3 className="kin-title">
        {title}
        {kin.some(({ at }) => at?.edition.head.openness === "discussion") && <span className="stamp">未確定</span>}
      </h3>
      <ul className="list-plain kin">
        {kin.map((each) => (
          <li key={`${each.planName}-${each.code}-${each.title}`}>
            <KinName site={site} kin={each} />
            <span className="kin-kind">{kindWords(each)}</span>
            {each.note !== "" && <span className="kin-note">{each.note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function KinName({ site, kin: { code, title, at } }: { readonly site: Site; readonly kin: Kin }): ReactNode {
  const name = `${code}　${title}`.trim();
  return at ? <a href={nodeHref({ site, edition: at.edition }, at.node)}>{name}</a> : <span>{name}</span>;
}

/** 「継続・拡充」. */
function kindWords({ kind, evolution }: Kin): string {
  return [lineageKindLabels[kind], evolution === null ? "" : evolutionLabels[evolution]].filter(Boolean).join("・");
}
