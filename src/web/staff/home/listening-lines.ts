import type { waitingProposals } from "#domain/consultations/index.ts";
import type { WaitingWork } from "#domain/voices/index.ts";
import { proposalAddress } from "../consultations/proposals/addresses.ts";
import { addressOf as deskAddress, withQuery } from "../desk/addresses.ts";
import { addressOf as entryAddress } from "../entry/addresses.ts";
import { addressOf as responseAddress } from "../responses/addresses.ts";

/** A piece of work that waits: what it is, where it is done, how much of it there is. */
export interface WaitingLine {
  readonly href: string;
  readonly label: string;
  readonly words: string;
}

/** What of the listening waits, in the order in which it is done. */
export function listeningLines({ entering, sorting, answers, overdue, copies }: WaitingWork): WaitingLine[] {
  const late = overdue > 0 ? `（期限を過ぎたもの${overdue}件）` : "";
  return [
    ...entering.map(({ occasion, batches, imports }) => ({
      href: entryAddress.occasion(occasion.id),
      label: "紙・ファイルの意見",
      words: `${[counted("読み合わせ待ち", batches), counted("途中の取込み", imports)].filter(Boolean).join("、")}（${occasion.title}）`,
    })),
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

function counted(what: string, count: number): string {
  return count > 0 ? `${what}${count}件` : "";
}

/** Proposals that wait for a look before they go public. */
export function proposalLines(calls: Awaited<ReturnType<typeof waitingProposals>>): WaitingLine[] {
  return calls.map(({ slug, title, proposals }) => ({
    href: proposalAddress.queue(slug),
    label: "確認を待つ提案",
    words: `${proposals}件（${title}）`,
  }));
}
