/** A note (付箋) as a card. */
export interface BoardCard {
  /** The point's, with the version that was seen: the ledger refuses to move another one. */
  readonly id: string;
  readonly version: number;
  readonly words: string;
  /** 「第1回 2班・シール3・意見12」 */
  readonly about: string;
  /** Why it is left out; "" where it is not. */
  readonly exclusion: string;
}

/** The notes without a heading, those left out, or a heading with its notes; its key is the topic's id. */
export interface BoardColumn {
  readonly key: string;
  readonly kind: "waiting" | "heading" | "excluded";
  readonly title: string;
  readonly version: number;
  /** How far どう生かしたか is; "" where nothing can be said. */
  readonly standing: string;
  /** A decided heading keeps its words and its notes. */
  readonly isFixed: boolean;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly cards: readonly BoardCard[];
}

export interface BoardState {
  readonly columns: readonly BoardColumn[];
  /** Topics of other procedures to which notes can go as well. */
  readonly elsewhere: readonly { readonly key: string; readonly title: string }[];
  /** The last act that can be taken back. */
  readonly undo: { readonly stepId: string; readonly label: string } | null;
}

export const waitingKey = "waiting";
export const excludedKey = "excluded";

export type BoardAct =
  | { readonly kind: "move"; readonly ids: readonly string[]; readonly to: string }
  | { readonly kind: "exclude"; readonly ids: readonly string[]; readonly reason: string }
  | { readonly kind: "new"; readonly ids: readonly string[]; readonly title: string }
  | { readonly kind: "rename"; readonly key: string; readonly title: string }
  | { readonly kind: "join"; readonly key: string; readonly into: string }
  | { readonly kind: "undo" };

export interface NoteBoardProps {
  readonly state: BoardState;
  /** Where acts are sent. */
  readonly acts: string;
  /** The same board by forms. */
  readonly plain: string;
}

/** What the server answers to an act: how the board stands now, also where it refused. */
export interface BoardAnswer {
  readonly refusal: string | null;
  readonly state: BoardState;
}
