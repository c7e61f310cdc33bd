/** A stretch of the text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A point where it stands in the text. */
export interface DeskMark extends TextSpan {
  readonly id: string;
  readonly version: number;
  /** 「12 バスの便を増やしてほしい」, 「対象外：…」; "" while it waits. */
  readonly label: string;
  readonly isExcluded: boolean;
}

/** How a voice stands on the desk. */
export interface DeskState {
  readonly marks: readonly DeskMark[];
  /** Points whose words are no longer in the text. */
  readonly lost: readonly { readonly id: string; readonly version: number; readonly quote: string }[];
  /** Sentences that are in no point. */
  readonly left: readonly TextSpan[];
  /** The last act that can be taken back. */
  readonly undo: { readonly stepId: string; readonly label: string } | null;
}

export interface DeskSplitProps {
  readonly text: string;
  readonly edition: number;
  readonly state: DeskState;
  /** Where acts are sent. */
  readonly acts: string;
  /** Where topics are looked for, with `words=` or `find=` to add. */
  readonly suggestions: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly maySort: boolean;
}

export interface TopicChoice {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** What the server answers to an act. */
export interface DeskAnswer {
  readonly refusal: string | null;
  readonly state: DeskState;
  /** Points that the act made. */
  readonly made: readonly string[];
}
