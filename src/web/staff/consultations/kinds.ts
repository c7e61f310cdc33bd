import { addressOf } from "./addresses.ts";

/** The kinds of which a new one can be made, each with its page. A kind is a line here. */
export const newConsultations: readonly { readonly href: string; readonly label: string }[] = [
  { href: addressOf.newRound, label: "意見募集を作る" },
];
