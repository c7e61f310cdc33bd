import type { ReactNode } from "react";
import type { PublicationHead } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { publicationPath } from "#web/publication-address.ts";
import type { Reading } from "./addresses.ts";
import { hrefIn } from "#web/site.ts";

/** Above a text that is still being discussed (検討中), or that a newer one has replaced: what it is, what became of it. */
export function EditionNotice({ site, edition: { head, successor } }: Reading): ReactNode {
  if (head.openness === "decided" && !successor) return null;
  return (
    <div className={`edition-notice${head.openness === "discussion" ? " edition-notice-draft" : ""}`}>
      {head.openness === "discussion" && <span className="stamp">未確定</span>}
      <p>
        {head.openness === "discussion"
          ? `検討中の案（${head.label}）です。内容はこれから変わることがあります。`
          : `前の版（${head.label}）です。`}
        {successor && (
          <>
            {" "}
            この後、<a href={hrefIn(site, `/plan/${successor.reference}`)}>{successor.label}</a>になりました。
          </>
        )}
      </p>
    </div>
  );
}

interface EditionHistoryProps {
  readonly site: Reading["site"];
  readonly heads: readonly PublicationHead[];
  /** What each plan is called, said before its edition: for lists in which there are several plans. */
  readonly planNames?: ReadonlyMap<string, string>;
}

/** Editions in the order they were made public, the newest first. */
export function EditionHistory({ site, heads, planNames }: EditionHistoryProps): ReactNode {
  return (
    <ol className="list-plain history">
      {heads.map((head) => (
        <li key={head.id}>
          <span className="history-date">{dateWithBoth(tokyoDay(head.publishedAt))}</span>
          <span>
            <EditionName site={site} head={head} planName={planNames?.get(head.reference) ?? ""} />
            {head.openness === "discussion" && <span className="stamp stamp-small">未確定</span>}
            {head.note !== "" && <span className="history-note">{head.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface EditionNameProps {
  readonly site: Reading["site"];
  readonly head: PublicationHead;
  readonly planName: string;
}

function EditionName({ site, head, planName }: EditionNameProps): ReactNode {
  const name = [planName, head.label].filter(Boolean).join("　");
  if (head.purge)
    return `${name}（${dateWithBoth(tokyoDay(head.purge.at))}に消去しました。理由：${head.purge.reason}）`;
  if (head.withdrawal)
    return `${name}（${dateWithBoth(tokyoDay(head.withdrawal.at))}に取り下げました。理由：${head.withdrawal.reason}）`;
  return <a href={hrefIn(site, publicationPath(head))}>{name}</a>;
}
