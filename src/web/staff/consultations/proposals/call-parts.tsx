import type { ReactNode } from "react";
import { callOf, listProposals, moderationLabels, ruleList, type ProposalLine } from "#domain/consultations/index.ts";
import type { Scene } from "../overview-page.tsx";
import { proposalAddress } from "./addresses.ts";

/** What of a consultation's page is an idea call's own: what waits, and the words of the call. */
export async function callParts({ visit, consultation, mayManage }: Scene): Promise<ReactNode> {
  const call = await callOf(visit.ctx, consultation.id);
  const lines = await listProposals(visit.ctx, consultation.id);
  return (
    <section aria-labelledby="call-title">
      <h2 id="call-title" className="text-[1.25rem]">
        提案
      </h2>
      <p className="mt-2">{standingWords(lines)}</p>
      <p className="actions mt-4">
        <a className="button button-secondary" href={proposalAddress.queue(consultation.slug)}>
          提案を確かめる
        </a>
        {mayManage && (
          <a className="button button-secondary" href={proposalAddress.call(consultation.slug)}>
            募集の内容を書く
          </a>
        )}
      </p>
      <dl className="card mt-6 grid max-w-3xl gap-2">
        <Fact term="テーマ" words={call.theme} />
        <Fact term="提案できる人" words={call.eligibility} />
        <Fact
          term="公開のしかた"
          words={`${moderationLabels[call.moderation]}${call.twoPersons ? "（二人で確かめる）" : ""}`}
        />
        <Fact term="公開しないもの" words={ruleList(call).join("\n")} />
      </dl>
    </section>
  );
}

function standingWords(lines: readonly ProposalLine[]): string {
  const waiting = lines.filter(({ proposal: { state } }) => state === "waiting" || state === "looked").length;
  const reported = lines.filter(({ reports }) => reports.length > 0).length;
  const shown = lines.filter(({ proposal: { state } }) => state === "public").length;
  if (lines.length === 0) return "まだ届いていません。";
  return `届いたもの${lines.length}件、確認待ち${waiting}件、公開中${shown}件、知らせのあるもの${reported}件`;
}

function Fact({ term, words }: { readonly term: string; readonly words: string }): ReactNode {
  return (
    <div>
      <dt className="font-bold">{term}</dt>
      <dd className="whitespace-pre-line">{words}</dd>
    </div>
  );
}
