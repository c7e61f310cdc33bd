/** What the papers behind a plan tell of its making (策定の記録). Days are YYYY-MM-DD. No person: bodies by name. */
export interface PlanRecord {
  /** The day up to which the records go. */
  readonly until: string;
  /** 策定経過, the earliest first. */
  readonly events: readonly { readonly day: string; readonly what: string; readonly detail: string }[];
  /** 意見聴取の結果, as published. */
  readonly hearings: readonly Hearing[];
  /** 会議・議会の意見. */
  readonly remarks: readonly {
    readonly speaker: string;
    readonly saidOn: string;
    readonly version: string;
    readonly words: string;
    readonly answer: string;
  }[];
}

export interface Hearing {
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string | null;
  readonly voices: number;
  readonly points: number;
  /** 反映区分 with how many points were answered so. */
  readonly answers: readonly { readonly name: string; readonly points: number }[];
}
