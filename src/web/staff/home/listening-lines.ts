import type { WaitingWork } from "#domain/voices/index.ts";
import { addressOf as deskAddress, withQuery } from "../desk/addresses.ts";
import { addressOf as responseAddress } from "../responses/addresses.ts";

/** A piece of work that waits: what it is, where it is done, how much of it there is. */
export interface WaitingLine {
  readonly href: string;
  readonly label: string;
  readonly words: string;
}

/** What of the listening waits, in the order in which it is done. */
export function listeningLines({ sorting, answers, overdue, copies }: WaitingWork): WaitingLine[] {
  const late = overdue > 0 ? `（期限を過ぎたもの${overdue}件）` : "";
  return [
    ...sorting.map(({ occasion, voices }) => ({
      href: withQuery(deskAddress.inbox, { occasion: occasion.id }),
      label: "仕分けの残っている意見",
      words: `${voices}件（${occasion.title}）`,
    })),
    ...(answers > 0
      ? [{ href: responseAddress.list, label: "あなたの課が書く市の考え方", words: `${answers}件${late}` }]
      : []),
    ...(copies > 0
      ? [{ href: "/staff/voices/redactions", label: "公開用の写しを確かめる意見", words: `${copies}件` }]
      : []),
  ];
}
