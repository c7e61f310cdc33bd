/** Texts that are kept: why, and the link to them. */
export interface KeptPlace {
  readonly message: string;
  readonly href: string;
  readonly words: string;
}

/** What the server tells of a save behind the typing. */
export type SaveAnswer =
  | {
      readonly ok: true;
      readonly saveNumber: number;
      /** 「10:32」. */
      readonly savedAt: string;
      /** Why this page writes no more, and where its texts are read; undefined for an ordinary save. */
      readonly kept: KeptPlace | undefined;
    }
  | { readonly ok: false; readonly message: string; readonly remedy: string };
