/** Parts of the list of checks before a version (版の前の点検), in the order of the list. */
export const checkGroupLabels = {
  measure: "施策のページ",
  indicator: "指標",
  sdgs: "SDGs",
  lineage: "前の計画との対応",
  period: "計画期間",
} as const;

export type CheckGroup = keyof typeof checkGroupLabels;

/** Where a finding is mended. */
export type CheckPlace =
  | { readonly kind: "node" | "nodeSdgs" | "indicator" | "link"; readonly id: string }
  | { readonly kind: "sdgs" | "lineage" };
