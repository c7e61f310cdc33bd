import { nodeFieldLabels, type NodePart } from "#domain/plan/index.ts";

/** What the parts of a node's page are called. */
export const partLabels: Readonly<Record<NodePart, string>> = {
  title: "名前",
  keyword: "キーワード",
  code: "番号",
  divisionId: "主管課",
  relatedDivisionIds: "関係課",
  isPriority: "重点",
  ...nodeFieldLabels,
  relatedPlans: "関連する個別計画",
  terms: "用語解説",
};
