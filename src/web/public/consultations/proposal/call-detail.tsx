import type { ReactNode } from "react";
import { roleFieldLabels, type ProposalSnapshot } from "#domain/consultations/published.ts";
import { stateOf } from "#domain/publication/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Icon } from "#web/ui/icons.tsx";
import type { EditionOf } from "../edition.ts";
import { spanText } from "../words.ts";
import { proposalsEach, type PublicProposal } from "./edition.ts";

interface Props {
  readonly site: Site;
  readonly edition: EditionOf<"proposal">;
}

/** A page of the call's proposals. */
export interface ProposalShelf {
  readonly page: number;
  readonly total: number;
  readonly proposals: readonly PublicProposal[];
}

/** The call for citizens: what it is about, how to take part, and what was proposed. */
export function CallDetail({ site, edition, shelf }: Props & { readonly shelf: ProposalShelf | undefined }): ReactNode {
  const { detail } = edition.snapshot;
  return (
    <>
      <p className="prose mt-6 whitespace-pre-line">{detail.theme}</p>
      {edition.phase === "open" && (
        <p className="actions mt-6 no-print">
          <a className="button" href={callHref({ site, edition }, "/propose")}>
            提案を書く
          </a>
        </p>
      )}
      <Proposals site={site} edition={edition} shelf={shelf ?? { page: 1, total: 0, proposals: [] }} />
      <Guide edition={edition} />
      <p className="mt-6 no-print">
        <a href={hrefIn(site, "/receipts")} className="forward-link">
          受付番号で、自分の提案のその後を見る
          <Icon name="forward" />
        </a>
      </p>
    </>
  );
}

export function callHref({ site, edition }: Props, rest = ""): string {
  return hrefIn(site, `/consultations/${edition.head.reference}${rest}`);
}

function Proposals({ site, edition, shelf }: Props & { readonly shelf: ProposalShelf }): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="proposals-title">
      <h2 id="proposals-title" className="text-[1.5rem]">
        届いた提案{shelf.total > 0 && `（${shelf.total}件）`}
      </h2>
      {shelf.total === 0 ? (
        <p className="mt-3">公開した提案は、まだありません。届いた提案は、確かめたものから、ここに載ります。</p>
      ) : (
        <>
          <p className="prose mt-3">
            新しい順です。「同じ意見」の件数は、検討の参考として数えています。件数の多い少ないで、採否を決めることはありません。
          </p>
          <ul className="list-plain proposal-list mt-4">
            {shelf.proposals.map((proposal) => (
              <li key={proposal.number} className="card">
                <ProposalCard site={site} edition={edition} proposal={proposal} />
              </li>
            ))}
          </ul>
          <Pages site={site} edition={edition} shelf={shelf} />
        </>
      )}
    </section>
  );
}

function ProposalCard({ site, edition, proposal }: Props & { readonly proposal: PublicProposal }): ReactNode {
  const { number, snapshot, joined } = proposal;
  const why = whyNotShown(proposal);
  if (!snapshot || why !== "")
    return (
      <>
        <p className="proposal-number">第{number}号</p>
        <p>公開していません。理由：{why}</p>
      </>
    );
  return (
    <>
      <p className="proposal-number">
        第{number}号　{dateWithBoth(snapshot.receivedOn)}
      </p>
      <h3>
        <a href={callHref({ site, edition }, `/proposals/${number}`)}>{snapshot.title}</a>
      </h3>
      <About snapshot={snapshot} />
      <p className="proposal-excerpt">{excerptOf(snapshot.words ?? "")}</p>
      <p className="proposal-joined">同じ意見：{joined}件</p>
    </>
  );
}

/** Which measure and whose part it speaks of, in words. */
export function About({ snapshot: { measure, roleField } }: { readonly snapshot: ProposalSnapshot }): ReactNode {
  if (!measure && !roleField) return null;
  const words = [measure && `${measure.code} ${measure.title}`, roleField && roleFieldLabels[roleField]];
  return <p className="proposal-about">{words.filter(Boolean).join("　／　")}</p>;
}

/** Why a proposal is not shown; "" where it is. */
export function whyNotShown({ head, snapshot }: PublicProposal): string {
  if (snapshot) return snapshot.refusal;
  if (stateOf(head) === "purged") return "内容を完全に削除しました。";
  return head.withdrawal?.reason ?? "公開をやめました。";
}

const excerptLength = 120;

function excerptOf(words: string): string {
  return words.length > excerptLength ? `${words.slice(0, excerptLength)}…` : words;
}

function Pages({ site, edition, shelf: { page, total } }: Props & { readonly shelf: ProposalShelf }): ReactNode {
  const last = Math.ceil(total / proposalsEach);
  if (last <= 1) return null;
  const href = (to: number) => callHref({ site, edition }, `?page=${to}`);
  return (
    <nav className="actions mt-4 no-print" aria-label="提案のページ">
      {page > 1 && (
        <a className="button button-secondary" href={href(page - 1)}>
          新しい提案
        </a>
      )}
      <span>
        {last}ページ中の{page}ページ目
      </span>
      {page < last && (
        <a className="button button-secondary" href={href(page + 1)}>
          前の提案
        </a>
      )}
    </nav>
  );
}

const moderationWords = {
  before: "届いた提案は、市が下の基準で確かめてから公開します。",
  after:
    "届いた提案は、個人の情報が見つからなければすぐに公開し、あとから市が下の基準で確かめます。個人の情報があるかもしれないものは、確かめてから公開します。",
} as const;

function Guide({ edition: { snapshot } }: Pick<Props, "edition">): ReactNode {
  const { detail } = snapshot;
  const rows: readonly { readonly term: string; readonly words: ReactNode }[] = [
    { term: "募集期間", words: spanText(snapshot) },
    { term: "提案できる人", words: detail.eligibility },
    ...(detail.scope ? [{ term: "対象", words: `${detail.scope.code} ${detail.scope.title}` }] : []),
    { term: "公開のしかた", words: moderationWords[detail.moderation] },
    {
      term: "公開しないもの",
      words: (
        <ul className="list-disc pl-6">
          {detail.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      ),
    },
    { term: "市の考え方", words: "同じ趣旨の提案をまとめて検討し、市の考え方を公表します。" },
  ];
  return (
    <section className="mt-10" aria-labelledby="guide-title">
      <h2 id="guide-title" className="text-[1.5rem]">
        募集のきまり
      </h2>
      <dl className="guide mt-3">
        {rows.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
