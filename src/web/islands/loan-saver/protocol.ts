/** What the server tells of a save behind the typing. */
export type SaveAnswer =
  | {
      readonly ok: true;
      readonly saveNumber: number;
      /** 「10:32」. */
      readonly savedAt: string;
      /** Why the texts are not on the copy but kept beside the section; "" for an ordinary save. */
      readonly kept: string;
    }
  | { readonly ok: false; readonly message: string; readonly remedy: string };
