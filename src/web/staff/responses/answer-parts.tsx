import type { ReactNode } from "react";
import { channelLabels, responseActLabels, type AnswerPage } from "#domain/voices/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { MarkedText } from "#web/ui/marked-text.tsx";

/** What was said, by the procedure in which it was. */
export function Points({ found: { points, occasions } }: { readonly found: AnswerPage }): ReactNode {
  const byOccasion = grouped(points, ({ occasionId }) => occasionId);
  return (
    <section aria-labelledby="points" className="mb-8">
      <h2 id="points" className="mb-2 text-[1.25rem]">
        寄せられた意見（同じ趣旨 {points.length}件）
      </h2>
      {occasions.map(({ id, title, channel }) => (
        <details key={id} className="card mt-2" open={points.length <= 10}>
          <summary className="font-bold">
            {title}（{channelLabels[channel]}）　{byOccasion.get(id)?.length ?? 0}件
          </summary>
          <ul className="list-plain mt-2 space-y-3">
            {byOccasion.get(id)?.map((point) => (
              <li key={point.id}>
                <blockquote className="border-l-4 border-solid-gray-420 pl-3 whitespace-pre-wrap">
                  {point.quote}
                </blockquote>
                <p className="text-solid-gray-700">
                  意見{point.voiceNumber}番{point.gist !== "" && `　要旨：${point.gist}`}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

interface RevisionsProps {
  readonly found: AnswerPage;
  readonly names: ReadonlyMap<string, string>;
}

/** How the answer came about, the newest first, each with what it changed. */
export function Revisions({ found: { revisions }, names }: RevisionsProps): ReactNode {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="history" className="mt-10">
      <h2 id="history" className="mb-2 text-[1.25rem]">
        経過
      </h2>
      <ol className="list-plain space-y-4">
        {revisions.map(({ number, act, note, content, savedAt, savedBy }, index) => (
          <li key={number} className="card">
            <p className="font-bold">
              {responseActLabels[act]}
              <span className="ml-3 font-normal">
                {warekiDate(tokyoDay(savedAt))} {tokyoTime(savedAt)}　{names.get(savedBy ?? "") ?? "システム"}
              </span>
            </p>
            {note !== "" && <p>理由：{note}</p>}
            {content !== revisions[index + 1]?.content && (
              <p className="mt-2 whitespace-pre-wrap">
                <MarkedText before={revisions[index + 1]?.content ?? ""} after={content} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
