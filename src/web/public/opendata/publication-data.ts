import { opennessLabels, stateLabels, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import { tokyoIso } from "#kernel/clock.ts";
import type { Site } from "#web/site.ts";
import { dataSet, type Column, type DataSet } from "./data-set.ts";

function takenBackAt(head: PublicationHead): string | null {
  const end = head.purge ?? head.withdrawal;
  return end && tokyoIso(end.at);
}

/** Everything the city ever made public, withdrawn and purged versions among them, with their hashes. */
export function publicationSet(site: Site, heads: readonly PublicationHead[]): DataSet {
  const columns: Column<PublicationHead>[] = [
    { key: "municipalityCode", title: "全国地方公共団体コード", cell: () => site.code },
    { key: "municipalityName", title: "自治体名", cell: () => site.name },
    { key: "id", title: "ID", cell: (head) => head.id },
    { key: "reference", title: "対象", cell: (head) => head.reference },
    { key: "label", title: "版", cell: (head) => head.label },
    { key: "openness", title: "公開の段階", cell: (head) => opennessLabels[head.openness] },
    { key: "publishedAt", title: "公表日時", cell: (head) => tokyoIso(head.publishedAt) },
    { key: "hash", title: "SHA-256", cell: (head) => head.hash },
    { key: "state", title: "状態", cell: (head) => stateLabels[stateOf(head)] },
    { key: "supersededById", title: "後の版のID", cell: (head) => head.supersededById },
    {
      key: "withdrawnAt",
      title: "取り下げた日時",
      cell: (head) => takenBackAt(head),
    },
    { key: "reason", title: "取り下げの理由", cell: (head) => (head.purge ?? head.withdrawal)?.reason ?? "" },
    { key: "division", title: "担当課", cell: (head) => head.divisionName },
    { key: "contact", title: "連絡先", cell: (head) => head.divisionContact },
    { key: "note", title: "備考", cell: (head) => head.note },
  ];
  const description = "これまでに公表したすべての版と、その内容のハッシュ。取り下げた版も残ります。";
  return dataSet({ name: "publications", title: "公表の記録", description, columns }, heads);
}
