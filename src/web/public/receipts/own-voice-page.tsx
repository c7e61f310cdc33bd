import type { ReactNode } from "react";
import { ownPointStateLabels, type OwnPoint, type OwnVoice } from "#domain/voices/submissions.ts";
import { channelLabels } from "#domain/voices/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { consultationsTitle } from "#web/public/consultations/words.ts";
import { ChangeText, MarksNote } from "#web/public/voices/topic-words.tsx";
import { hrefIn, type Site } from "#web/site.ts";
import { Badge } from "#web/ui/parts.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";

interface Props {
  readonly site: Site;
  readonly voice: OwnVoice;
}

/** The own voice with the answer to each of its parts. It can be printed, and is kept by nobody. */
export function OwnVoicePage({ site, voice }: Props): ReactNode {
  return (
    <PublicPage
      site={site}
      title="あなたの意見"
      section="voices"
      crumbs={[
        { href: hrefIn(site, "/consultations"), label: consultationsTitle },
        { href: hrefIn(site, "/receipts"), label: "自分の意見のその後" },
      ]}
      description="送った意見と、市の考え方"
      isHidden
    >
      <div className="page section-first">
        <h1>あなたの意見</h1>
        <p className="lead">
          {voice.occasionTitle}（{channelLabels[voice.channel]}）
        </p>
        <p className="mt-2">
          意見番号 {voice.number}　受付 {dateWithBoth(voice.receivedOn)}
        </p>
        <Words voice={voice} />
        <Parts voice={voice} />
        <p className="mt-8 no-print">
          <a href={hrefIn(site, "/receipts")}>ほかの受付番号を調べる</a>
        </p>
      </div>
    </PublicPage>
  );
}

function Words({ voice }: Pick<Props, "voice">): ReactNode {
  return (
    <section className="mt-8" aria-labelledby="own-title">
      <h2 id="own-title" className="text-[1.5rem]">
        送った意見
      </h2>
      {voice.place !== "" && <p className="mt-2">該当箇所：{voice.place}</p>}
      <p className="own-words mt-3">{voice.text ?? "保存の年限が過ぎたので、文は廃棄しました。"}</p>
      {voice.attachments.length > 0 && (
        <p className="mt-3">添付したファイル：{voice.attachments.map(({ name }) => name).join("、")}</p>
      )}
      <p className="mt-3">
        {voice.wishesPublication ? "文の公表：公表してよい" : "文の公表：概要だけにしてほしい"}
        {voice.wishesReply && "　個別の回答：希望する"}
      </p>
      {voice.hiddenReason !== "" && (
        <p className="mt-3">この意見の文は、公表していません。理由：{voice.hiddenReason}</p>
      )}
    </section>
  );
}

function Parts({ voice }: Pick<Props, "voice">): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="answers-title">
      <h2 id="answers-title" className="text-[1.5rem]">
        市の考え方
      </h2>
      {voice.points.length === 0 && (
        <p className="mt-3">
          受け付けました。これから、同じ趣旨の意見とまとめて検討します。結果を公表すると、ここで読めるようになります。
        </p>
      )}
      <ol className="list-plain own-parts">
        {voice.points.map((point) => (
          <li key={point.words} className="card mt-4">
            <blockquote className="own-words">{point.words}</blockquote>
            <Answer point={point} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answer({ point: { state, answer, exclusion } }: { readonly point: OwnPoint }): ReactNode {
  return (
    <>
      <p className="mt-3">
        <Badge tone={state === "published" ? "good" : "plain"}>{ownPointStateLabels[state]}</Badge>
      </p>
      {exclusion !== "" && <p className="mt-2">理由：{exclusion}</p>}
      {answer && (
        <>
          <p className="mt-3">
            <strong>{answer.category ? `${answer.category.symbol} ${answer.category.name}` : ""}</strong>
            {answer.points > 1 && `（同じ趣旨の意見 ${answer.points}件）`}
          </p>
          <p className="prose mt-2 whitespace-pre-line">{answer.response}</p>
          {answer.changes.length > 0 && <MarksNote />}
          {answer.changes.map((change) => (
            <div key={`${change.nodeId}${change.field}`} className="mt-3">
              <p>
                変わったところ：{change.code} {change.title}（{change.fieldLabel}）
              </p>
              <ChangeText change={change} />
            </div>
          ))}
        </>
      )}
    </>
  );
}
