import { consultationKindLabels } from "#domain/consultations/published.ts";
import type { ConsultationEdition } from "#web/public/consultations/edition.ts";
import { dataSet, type Column, type DataSet } from "./data-set.ts";

const columns: readonly Column<ConsultationEdition>[] = [
  { key: "slug", title: "アドレスの言葉", cell: ({ snapshot }) => snapshot.slug },
  { key: "kind", title: "種類", cell: ({ snapshot }) => consultationKindLabels[snapshot.detail.kind] },
  { key: "title", title: "名前", cell: ({ snapshot }) => snapshot.title },
  { key: "plan", title: "計画", cell: ({ snapshot }) => snapshot.plan.name },
  { key: "opensOn", title: "始まりの日", cell: ({ snapshot }) => snapshot.opensOn },
  { key: "closesOn", title: "終わりの日", cell: ({ snapshot }) => snapshot.closesOn },
  { key: "periodChanges", title: "期間を変えた回数", cell: ({ snapshot }) => snapshot.periodChanges.length },
  { key: "division", title: "担当課", cell: ({ snapshot }) => snapshot.contact.division },
  { key: "hasResults", title: "結果を公表した", cell: ({ results }) => (results ? 1 : 0) },
];

/** Opportunities to be heard (意見募集・会合) as open data: none of those who came. */
export function consultationSet(editions: readonly ConsultationEdition[]): DataSet {
  const description = "市民の意見を聴く募集と会合の、種類・期間・担当課。1行に1つです。";
  return dataSet({ name: "consultations", title: "意見募集と会合", description, columns }, editions);
}
