import type { ReactNode } from "react";
import type { TopicSnapshot } from "#domain/voices/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { EditionOf } from "../edition.ts";
import { consultationsTitle } from "../words.ts";
import { About, callHref, whyNotShown } from "./call-detail.tsx";
import type { PublicProposal } from "./edition.ts";

interface Props {
  readonly site: Site;
  readonly edition: EditionOf<"proposal">;
  readonly proposal: PublicProposal;
  readonly joinings: readonly PublicProposal[];
  readonly answers: readonly TopicSnapshot[];
}

/** One proposal: its words, who says the same, what the city answered. */
export function ProposalPage(props: Props): ReactNode {
  const { site, edition, proposal } = props;
  const { number, snapshot, head } = proposal;
  const why = whyNotShown(proposal);
  const title = snapshot && why === "" ? snapshot.title : `提案 第${number}号`;
  return (
    <PublicPage
      site={site}
      title={title}
      detail={edition.snapshot.title}
      section="voices"
      crumbs={[
        { href: hrefIn(site, "/consultations"), label: consultationsTitle },
        { href: callHref({ site, edition }), label: edition.snapshot.title },
      ]}
      publication={head}
      description={`${edition.snapshot.title}に届いた提案 第${number}号`}
    >
      <div className="page section-first">
        <p className="proposal-number">
          提案 第{number}号{snapshot && `　${dateWithBoth(snapshot.receivedOn)}`}
        </p>
        <h1>{title}</h1>
        {snapshot && why === "" ? <Shown {...props} snapshot={snapshot} /> : <NotShown why={why} />}
      </div>
    </PublicPage>
  );
}

function NotShown({ why }: { readonly why: string }): ReactNode {
  return (
    <div className="notice mt-6">
      <p className="notice-title">この提案の文は、公開していません。</p>
      <p>理由：{why}</p>
      <p>提案した人は、受付番号で、自分の文と市の扱いを読めます。</p>
    </div>
  );
}

interface ShownProps extends Props {
  readonly snapshot: NonNullable<PublicProposal["snapshot"]>;
}

function Shown({ site, edition, proposal, snapshot, joinings, answers }: ShownProps): ReactNode {
  const { measure } = snapshot;
  return (
    <>
      <About snapshot={snapshot} />
      <p className="own-words mt-4">{snapshot.words}</p>
      {measure && (
        <p className="mt-4">
          <a href={hrefIn(site, `/plan/${measure.planSlug}/${encodeURIComponent(measure.code)}`)}>
            施策「{measure.title}」のページを読む
          </a>
        </p>
      )}
      <Answers answers={answers} />
      <Joined site={site} edition={edition} proposal={proposal} joinings={joinings} />
      <p className="mt-8 no-print">
        <a href={callHref({ site, edition }, `/proposals/${proposal.number}/report`)}>不適切な投稿を知らせる</a>
      </p>
    </>
  );
}

function Answers({ answers }: Pick<Props, "answers">): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="answer-title">
      <h2 id="answer-title" className="text-[1.5rem]">
        市の考え方
      </h2>
      {answers.length === 0 && <p className="mt-3">検討しています。決まると、ここに載ります。</p>}
      {answers.map((topic) => (
        <div key={topic.id} className="card mt-3">
          {topic.category && <p className="font-bold">{topic.category.name}</p>}
          <p className="whitespace-pre-line">{topic.response}</p>
          {topic.decision && (
            <p className="mt-2">
              決定：{topic.decision.body}（{dateWithBoth(topic.decision.decidedOn)}）
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

function Joined({
  site,
  edition,
  proposal,
  joinings,
}: Pick<Props, "site" | "edition" | "proposal" | "joinings">): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="joined-title">
      <h2 id="joined-title" className="text-[1.5rem]">
        同じ意見：{proposal.joined}件
      </h2>
      <p className="prose mt-3">
        件数は、検討の参考として数えています。投票ではなく、件数の多い少ないで採否を決めることはありません。大切にするのは、書かれた内容です。
      </p>
      <ul className="list-plain proposal-joinings mt-4">
        {joinings.map((joining) => (
          <li key={joining.number}>
            <Joining joining={joining} />
            {joining.snapshot?.words != null && (
              <a className="no-print" href={callHref({ site, edition }, `/proposals/${joining.number}/report`)}>
                <span className="visually-hidden">第{joining.number}号の</span>不適切な投稿を知らせる
              </a>
            )}
          </li>
        ))}
      </ul>
      {edition.phase === "open" && (
        <p className="actions mt-4 no-print">
          <a className="button" href={callHref({ site, edition }, `/proposals/${proposal.number}/join`)}>
            「同じ意見です」と一言送る
          </a>
        </p>
      )}
    </section>
  );
}

function Joining({ joining }: { readonly joining: PublicProposal }): ReactNode {
  const { number, snapshot } = joining;
  if (!snapshot)
    return (
      <p>
        第{number}号　公開していません。理由：{whyNotShown(joining)}
      </p>
    );
  return (
    <>
      <p className="proposal-number">
        第{number}号　{dateWithBoth(snapshot.receivedOn)}
      </p>
      <p>{snapshot.words ?? "（文の公開を望まない意見です）"}</p>
    </>
  );
}
