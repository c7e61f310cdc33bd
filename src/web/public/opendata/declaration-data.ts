import {
  declarerKindLabels,
  partnershipFormLabels,
  proposerLabels,
  type DeclarationSnapshot,
  type PublishedDeclaration,
  type PublishedPartnership,
} from "#domain/declarations/published.ts";
import { dataSet, type Column, type DataSet } from "./data-set.ts";

/** Declarations (宣言) and partnerships (協働の相手) as open data. */
export function declarationDataSets(snapshot: DeclarationSnapshot): DataSet[] {
  return [declarationSet(snapshot), partnershipSet(snapshot)].filter(({ rows }) => rows.length > 0);
}

function declarationSet({ declarations }: DeclarationSnapshot): DataSet {
  const columns: Column<PublishedDeclaration>[] = [
    { key: "number", title: "番号", cell: ({ number }) => number },
    { key: "kind", title: "区分", cell: ({ kind }) => declarerKindLabels[kind] },
    { key: "organisation", title: "名前", cell: ({ organisation }) => organisation },
    { key: "promise", title: "取り組むこと", cell: ({ promise }) => promise },
    { key: "goals", title: "SDGsのゴール", cell: ({ goals }) => goals.join(" ") },
    { key: "measures", title: "施策", cell: ({ measures }) => measures.map(({ code }) => code).join(" ") },
    { key: "declaredOn", title: "宣言した日", cell: ({ declaredOn }) => declaredOn },
    { key: "untilOn", title: "いつまで", cell: ({ untilOn }) => untilOn },
    { key: "hasEnded", title: "終わったもの", cell: ({ hasEnded }) => (hasEnded ? 1 : 0) },
    { key: "confirmedYear", title: "続けていると知らせた年度", cell: ({ confirmedYear }) => confirmedYear },
  ];
  const description = "事業者・団体の宣言。名前は、公表を望むものだけです。";
  return dataSet({ name: "declarations", title: "宣言", description, columns }, declarations);
}

function partnershipSet({ partnerships }: DeclarationSnapshot): DataSet {
  const columns: Column<PublishedPartnership>[] = [
    { key: "code", title: "施策の番号", cell: ({ measure }) => measure.code },
    { key: "measure", title: "施策", cell: ({ measure }) => measure.title },
    { key: "partner", title: "相手", cell: ({ partner }) => partner },
    { key: "form", title: "協働の形", cell: ({ form }) => partnershipFormLabels[form] },
    { key: "detail", title: "内容", cell: ({ detail }) => detail },
    { key: "sinceOn", title: "いつから", cell: ({ sinceOn }) => sinceOn },
    { key: "untilOn", title: "いつまで", cell: ({ untilOn }) => untilOn },
    { key: "proposedBy", title: "言い出した人", cell: ({ proposedBy }) => proposerLabels[proposedBy] },
    { key: "voiceNumber", title: "意見の番号", cell: ({ voiceNumber }) => voiceNumber },
  ];
  const description = "施策を、だれと、どのような形で進めるか。";
  return dataSet({ name: "partnerships", title: "協働の相手", description, columns }, partnerships);
}
