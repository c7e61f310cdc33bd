import type { ReactNode } from "react";
import type { CandidateCheck } from "#domain/publication/index.ts";
import {
  listDataSets,
  publishableStatistics,
  statisticsReference,
  type DataSetOverview,
  type StatisticsSnapshot,
} from "#domain/statistics/index.ts";
import { addressOf } from "../../statistics/addresses.ts";
import type { PublicationKind } from "./kind.ts";

export const statisticsKind: PublicationKind<StatisticsSnapshot> = {
  publishable: publishableStatistics,
  name: "統計",
  example: "令和8年度版の統計",
  things: async () => [{ reference: statisticsReference, name: "統計", href: addressOf.home, divisionId: "" }],
  contents: async (ctx) => (
    <Contents dataSets={(await listDataSets(ctx)).filter(({ publicItems }) => publicItems > 0)} />
  ),
  pages: () => [
    { path: "/statistics", label: "統計のページを見る" },
    { path: "/opendata", label: "オープンデータ" },
  ],
  changes: (check) => <Changes check={check} />,
};

function Contents({ dataSets }: { readonly dataSets: readonly DataSetOverview[] }): ReactNode {
  return (
    <section aria-labelledby="contents" className="card mb-8 max-w-3xl">
      <h2 id="contents" className="text-[1.125rem]">
        公開する統計
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {dataSets.map(({ id, code, name, publicItems, items }) => (
          <li key={id}>
            <a href={addressOf.dataSet(code)}>{name}</a>：{items}項目のうち{publicItems}項目
          </li>
        ))}
      </ul>
      <p className="mt-2">県内の市町村とグループの団体の値、出典、施策への引用が、いっしょに公開されます。</p>
    </section>
  );
}

type Items = StatisticsSnapshot["items"];

/** Items by what becomes of them for citizens. */
function sortedOut(before: Items, after: Items) {
  const textsOf = (items: Items) => new Map(items.map((item) => [item.code, JSON.stringify(item)]));
  const known = textsOf(before);
  const next = textsOf(after);
  return [
    { title: "新しく出る項目", items: after.filter(({ code }) => !known.has(code)) },
    {
      title: "値か説明が変わる項目",
      items: after.filter(({ code }) => known.has(code) && known.get(code) !== next.get(code)),
    },
    { title: "出なくなる項目", items: before.filter(({ code }) => !next.has(code)) },
  ];
}

function Changes({ check }: { readonly check: CandidateCheck<StatisticsSnapshot> }): ReactNode {
  const { before, after, standing } = check;
  return (
    <>
      <p>
        {standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}
        施策への引用は{after.citations.length}件です。
      </p>
      <ul className="mt-2 list-disc pl-6">
        {sortedOut(before?.items ?? [], after.items).map(({ title, items }) => (
          <li key={title}>
            {title}：{items.length}
            {items.length > 0 && items.length <= 20 && `（${items.map(({ name }) => name).join("、")}）`}
          </li>
        ))}
      </ul>
    </>
  );
}
