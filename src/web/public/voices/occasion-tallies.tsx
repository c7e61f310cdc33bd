import type { ReactNode } from "react";
import { channelLabels, dutyLabels } from "#domain/voices/published.ts";
import { spanText } from "#web/public/consultations/words.ts";
import type { Site } from "#web/site.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { occasionHref } from "./addresses.ts";
import type { VoicesEdition } from "./edition.ts";
import { isAnswered, isReflected } from "./ledger.ts";

interface OccasionsProps {
  readonly site: Site;
  readonly editions: readonly VoicesEdition[];
}

/** How many voices each occasion brought and what became of them. */
export function OccasionTable({ site, editions }: OccasionsProps): ReactNode {
  return (
    <TableFrame label="募集・会合ごとの数">
      <table className="table">
        <caption>募集・会合ごとの数</caption>
        <thead>
          <tr>
            <th scope="col">募集・会合</th>
            <th scope="col">期間</th>
            {["意見", "論点", "まとめた意見", "回答", "反映"].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <OccasionRow key={edition.head.id} site={site} edition={edition} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function OccasionRow({ site, edition }: { readonly site: Site; readonly edition: VoicesEdition }): ReactNode {
  const { occasion, tallies, topics } = edition.snapshot;
  const answered = topics.filter(isAnswered).length;
  const reflected = topics.filter(isReflected).length;
  return (
    <tr>
      <th scope="row" className="min-w-40">
        <a href={occasionHref(site, edition.head.reference)}>{occasion.title}</a>
        <span className="trace-note">
          {channelLabels[occasion.channel]}（{dutyLabels[occasion.duty]}）
        </span>
      </th>
      <td className="min-w-40">{spanText(occasion)}</td>
      {[tallies.voices, tallies.points, topics.length, answered, reflected].map((count, index) => (
        <td key={index} className="number">
          {count}
        </td>
      ))}
    </tr>
  );
}

const tallyNames = [
  ["byWay", "受付の方法"],
  ["byKind", "提出した人の区分"],
  ["byAge", "年代"],
  ["byDistrict", "地区"],
] as const;

/** Who sent the voices of an occasion and how, as counts; a table in which everybody gave no answer says nothing and is left out. */
export function Tallies({ edition }: { readonly edition: VoicesEdition }): ReactNode {
  const { tallies } = edition.snapshot;
  const shown = tallyNames.filter(([key]) => tallies[key].some(({ label }) => label !== "無回答"));
  if (shown.length === 0) return null;
  return (
    <div className="tallies">
      {shown.map(([key, name]) => (
        <table key={key} className="table table-small">
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col" className="number">
                件数
              </th>
            </tr>
          </thead>
          <tbody>
            {tallies[key].map(({ label, count }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

/** Why small counts are not told. */
export function TalliesNote(): ReactNode {
  return <p className="trace-note">人数の少ない区分は、だれか分からないように「その他」にまとめています。</p>;
}
