/** What became of a node from one plan to the next (系譜の区分). */
export const lineageKindLabels = {
  continue: "継続",
  split: "分割",
  merge: "統合",
  new: "新規",
  end: "終了",
} as const;

/** What was deepened in what goes on (深化). */
export const evolutionLabels = { expand: "拡充", improve: "改善", keep: "維持" } as const;

export type LineageKind = keyof typeof lineageKindLabels;
export type Evolution = keyof typeof evolutionLabels;

/** What contradicts itself in a lineage, said to the person who can mend it. */
export const lineageContradictionLabels = {
  endedYetLinked: "「終了」なのに、新しい計画の項目と結ばれています",
  newYetLinked: "「新規」なのに、前の計画の項目と結ばれています",
  continueOfMany: "「継続」なのに、1対1ではありません（「分割」か「統合」にしてください）",
  splitIntoOne: "「分割」なのに、分かれた先が1つです",
  mergeOfOne: "「統合」なのに、もとの項目が1つです",
} as const;

export type LineageContradiction = keyof typeof lineageContradictionLabels;

/** Why two measures are proposed as a pair. */
export const suggestionLabels = { sameTitle: "同じ名前", alikeTitle: "似た名前" } as const;
