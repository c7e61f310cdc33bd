import type { ReactNode } from "react";
import { momentWords } from "#domain/identity/index.ts";
import {
  requestKindLabels,
  requestOutcomeLabels,
  responseStateLabels,
  type PersonalRequest,
  type PointInVoice,
  type Redaction,
  type SimilarVoice,
  type VoicePage,
} from "#domain/voices/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { addressOf } from "./addresses.ts";

export function VoicePoints({ points }: { readonly points: readonly PointInVoice[] }): ReactNode {
  if (points.length === 0) return null;
  return (
    <section aria-labelledby="points" className="mt-8">
      <h2 id="points" className="mb-3 text-xl">
        論点
      </h2>
      <TableFrame label="論点の表">
        <table className="table">
          <caption className="visually-hidden">論点と、まとめ先</caption>
          <thead>
            <tr>
              <th scope="col">論点</th>
              <th scope="col">言葉</th>
              <th scope="col">まとめ先</th>
              <th scope="col">市の考え方</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point, index) => (
              <tr key={point.id}>
                <th scope="row">論点{index + 1}</th>
                <td className="min-w-64">{point.gist || point.quote}</td>
                <td>{topicWords(point)}</td>
                <td>{point.responseState ? responseStateLabels[point.responseState] : "−"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function topicWords({ topic, topicId, exclusion }: PointInVoice): ReactNode {
  if (exclusion !== "") return `対象外：${exclusion}`;
  if (!topic) return "まだ決まっていません";
  return <a href={`/staff/responses/topics/${topicId}`}>{`${topic.number} ${topic.title}`}</a>;
}

export function VoiceLikes({
  number,
  likes,
}: {
  readonly number: number;
  readonly likes: readonly SimilarVoice[] | undefined;
}): ReactNode {
  return (
    <section aria-labelledby="likes" className="mt-8">
      <h2 id="likes" className="mb-3 text-xl">
        同じ文面・似た文面
      </h2>
      {!likes && <a href={`${addressOf.voice(number)}?like=1#likes`}>この機会の意見から探す</a>}
      {likes?.length === 0 && <p>ありません。</p>}
      {likes && likes.length > 0 && (
        <ul className="list-plain grid gap-2">
          {likes.map((like) => (
            <li key={like.id}>
              <a href={addressOf.voice(like.number)}>意見 {like.number}</a>（
              {like.similarity === 1 ? "同じ文面" : `似ている度合い ${Math.round(like.similarity * 100)}％`}）{" "}
              {like.beginning}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface HistoryProps {
  readonly shown: VoicePage;
  readonly copy: Redaction | undefined;
  readonly requests: readonly PersonalRequest[];
}

export function VoiceHistory({ shown, copy, requests }: HistoryProps): ReactNode {
  const { editions, voice } = shown;
  const events: readonly HistoryEvent[] = [
    ...editions.map(({ edition, reason, enteredAt, hash }) => ({
      day: tokyoDay(enteredAt),
      when: momentWords(enteredAt),
      what: edition === 1 ? "受付" : `訂正（第${edition}版）：${reason}`,
      more: <span className="block text-[0.875rem] text-solid-gray-700">SHA-256 {hash.slice(0, 16)}…</span>,
    })),
    ...requests.map(({ id, kind, receivedOn, outcome }) => ({
      day: receivedOn,
      when: warekiDate(receivedOn),
      what: <a href={addressOf.request(id)}>{requestKindLabels[kind]}</a>,
      more: outcome ? `：${requestOutcomeLabels[outcome]}` : "（まだ決めていません）",
    })),
    ...momentOf(copy?.firstAt, "公開用の写しを作成"),
    ...momentOf(copy?.secondAt, "公開用の写しを別の人が確認"),
    ...momentOf(voice.disposedAt, "廃棄"),
  ];
  return (
    <section aria-labelledby="history" className="mt-8">
      <h2 id="history" className="mb-3 text-xl">
        これまでのこと
      </h2>
      <ul className="list-disc pl-6">
        {events
          .toSorted((one, other) => one.day.localeCompare(other.day))
          .map(({ when, what, more }, index) => (
            <li key={index}>
              {when}
              <span className="ml-4">{what}</span>
              {more}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** One line of what happened to a voice; lines of one day stand as they came. */
interface HistoryEvent {
  readonly day: string;
  readonly when: string;
  readonly what: ReactNode;
  readonly more?: ReactNode;
}

function momentOf(at: Date | null | undefined, what: string): readonly HistoryEvent[] {
  return at ? [{ day: tokyoDay(at), when: momentWords(at), what }] : [];
}
