/** What a person may ask of their own data (個人情報保護法): 訂正 corrects the words, 利用停止 takes the voice from the public. */
export const requestKinds = ["correction", "suspension"] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestOutcomes = ["granted", "partly", "refused"] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/** PersonalRequest (訂正・利用停止の請求). */
export interface PersonalRequest {
  readonly id: string;
  readonly voiceId: string;
  readonly kind: RequestKind;
  readonly receivedOn: string;
  /** Null while it is not decided. */
  readonly outcome: RequestOutcome | null;
  readonly reason: string;
  readonly decidedOn: string | null;
}
