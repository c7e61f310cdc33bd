import type { ReactNode } from "react";
import { issuesOf, type Issue } from "#export/newsletter-paper/issue.ts";
import { newsletterFile, newsletterFileIn } from "#export/newsletter-paper/newsletter-file.ts";
import { undecidedStamp } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { download } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicVisit } from "#web/public/route.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Icon } from "#web/ui/icons.tsx";
import { consultationEdition, type EditionOf } from "../edition.ts";
import { withDetail } from "../kinds.tsx";

interface Props {
  readonly site: Site;
  readonly edition: EditionOf<"workshop">;
}

/** The newsletters of a workshop as files, the latest first. */
export function Newsletters({ site, edition }: Props): ReactNode {
  const issues = issuesOf(edition.snapshot.detail).toReversed();
  if (issues.length === 0) return null;
  return (
    <section className="mt-10 no-print" aria-labelledby="newsletters-title">
      <h2 id="newsletters-title" className="text-[1.5rem]">
        かわら版
      </h2>
      <p className="mt-2">話し合ったことを、印刷できる紙面にまとめました。</p>
      <ul className="list-plain newsletter-list mt-3">
        {issues.map((issue) => (
          <li key={issue.name}>
            <span className="font-bold">{issueTitle(issue)}</span>
            <FileLink site={site} edition={edition} issue={issue} ending="pdf" label="PDF" />
            <FileLink site={site} edition={edition} issue={issue} ending="docx" label="Word" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function issueTitle({ label, round }: Issue): string {
  return round ? `${label}（第${round.number}回　${round.theme}）` : label;
}

interface LinkProps extends Props {
  readonly issue: Issue;
  readonly ending: string;
  readonly label: string;
}

function FileLink({ site, edition, issue, ending, label }: LinkProps): ReactNode {
  const href = hrefIn(site, `/consultations/${edition.head.reference}/newsletters/${issue.name}.${ending}`);
  return (
    <a href={href} className="forward-link">
      <Icon name="file" />
      {label}
      <span className="visually-hidden">（{issueTitle(issue)}）</span>
    </a>
  );
}

/** An issue as a file, made of the publication alone: the same bytes each time. */
export async function sendNewsletter({ site, params }: PublicVisit): Promise<Response> {
  const edition = await consultationEdition(site, params["slug"] ?? "");
  const detail = edition?.snapshot.detail;
  const asked = newsletterFileIn(params["file"] ?? "");
  if (!edition || detail?.kind !== "workshop" || !asked) return missingPage(site);
  const issue = issuesOf(detail).find(({ name }) => name === asked.name);
  if (!issue) return missingPage(site);
  const { head, snapshot } = withDetail(edition, detail);
  const made = await newsletterFile(asked.ending, {
    city: site.name,
    day: tokyoDay(head.publishedAt),
    marks: [site.notice.includes("見本") ? "見本" : "", head.openness === "discussion" ? undecidedStamp : ""].filter(
      Boolean,
    ),
    address: `${site.origin}${hrefIn(site, `/consultations/${head.reference}`)}`,
    issue,
    snapshot,
  });
  return download(made.bytes, made.name, made.mediaType);
}
