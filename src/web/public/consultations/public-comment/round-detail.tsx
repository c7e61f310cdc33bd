import type { ReactNode } from "react";
import {
  daysBetween,
  questionKeys,
  questionLabels,
  type PublicCommentDetail,
  type PublishedFile,
} from "#domain/consultations/published.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Documents } from "../documents.tsx";
import { spanText } from "../words.ts";
import type { EditionOf } from "../edition.ts";

interface Props {
  readonly site: Site;
  readonly edition: EditionOf<"publicComment">;
}

interface DetailProps extends Props {
  readonly drafts: ReadonlyMap<string, DocumentEdition> | undefined;
}

export function roundFiles({ documents }: PublicCommentDetail): readonly PublishedFile[] {
  return documents.flatMap(({ file }) => file ?? []);
}

/** 実施要領 for citizens: the draft to read first, then how to send. */
export function RoundDetail({ site, edition, drafts }: DetailProps): ReactNode {
  const { detail } = edition.snapshot;
  const documents = { site, slug: edition.head.reference, documents: detail.documents };
  return (
    <>
      <WriteLink site={site} edition={edition} />
      <Documents {...documents} role="draft" drafts={drafts} title="意見を募集する案" />
      <Documents {...documents} role="material" title="関連資料" />
      <Guide edition={edition} />
      <WriteLink site={site} edition={edition} />
      <Follow site={site} edition={edition} />
    </>
  );
}

/** It stands before the terms and after them: on a telephone they are several screens long. */
function WriteLink({ site, edition }: Props): ReactNode {
  if (!edition.snapshot.detail.acceptsWeb || edition.phase !== "open") return null;
  return (
    <p className="actions mt-6 no-print">
      <a className="button" href={hrefIn(site, `/consultations/${edition.head.reference}/comment`)}>
        意見を書く
      </a>
    </p>
  );
}

/** What one can do beside sending: wait for the beginning, or ask what became of the own words. */
function Follow({ site, edition }: Props): ReactNode {
  if (edition.phase === "announced")
    return edition.snapshot.detail.acceptsWeb ? (
      <p className="mt-6">受付が始まると、このページから意見を送れるようになります。</p>
    ) : null;
  return (
    <p className="mt-6 no-print">
      <a href={hrefIn(site, "/receipts")} className="forward-link">
        受付番号で、自分の意見のその後を見る
        <Icon name="forward" />
      </a>
    </p>
  );
}

/** The rest of 実施要領 as a list of terms. */
function Guide({ edition: { snapshot } }: Pick<Props, "edition">): ReactNode {
  const { detail, opensOn, closesOn } = snapshot;
  const days = closesOn === null ? "" : `（${daysBetween(opensOn, closesOn)}日間）`;
  const rows = [
    { term: "趣旨", words: detail.purpose },
    { term: "募集期間", words: `${spanText(snapshot)}${days}` },
    { term: "期間が30日を下回る理由", words: detail.shortPeriodReason },
    { term: "案を見られる場所", words: detail.viewingPlaces },
    { term: "提出できる人", words: detail.eligibility },
    { term: "提出方法", words: detail.methods },
    { term: "提出先", words: detail.destination },
    { term: "必要事項", words: requiredWords(detail) },
    { term: "留意事項", words: detail.notes },
    { term: "結果の公表", words: detail.publicationWay },
  ].filter(({ words }) => words.trim() !== "");
  return (
    <section className="mt-10" aria-labelledby="guide-title">
      <h2 id="guide-title" className="text-[1.5rem]">
        実施要領
      </h2>
      <dl className="guide mt-4">
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

/** 「氏名、住所（以上は必須）、電話番号（任意）」 */
export function requiredWords({ questions }: Pick<PublicCommentDetail, "questions">): string {
  const asked = (asking: string) =>
    questionKeys.filter((key) => questions[key] === asking).map((key) => questionLabels[key]);
  const [required, optional] = [asked("required"), asked("optional")];
  return [
    required.length > 0 ? `必須：${required.join("、")}` : "",
    optional.length > 0 ? `任意：${optional.join("、")}` : "",
  ]
    .filter(Boolean)
    .join("\n");
}
