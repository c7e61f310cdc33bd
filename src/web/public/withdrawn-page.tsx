import { headFor, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { publicationPath } from "#web/publication-address.ts";
import { hrefIn } from "#web/site.ts";
import { planNames } from "./editions.ts";
import type { PublicVisit } from "./route.ts";

/**
 * What stood here was withdrawn (取り下げ) or purged: when and why, as 410 so that search engines forget it. Undefined where no
 * edition stood at this address.
 */
export async function withdrawnPage(
  { site, params, query }: PublicVisit,
  subject: "plan" | "voices" | "document" = "plan",
  reference = params["plan"] ?? "",
): Promise<Response | undefined> {
  const heads = await site.publications.heads();
  const named = heads.find((head) => head.id === query.get("edition") && head.reference === reference);
  const head = named ?? headFor(heads, subject, reference);
  const end = head && endOf(head);
  if (!head || !end) return undefined;
  const present = headFor(heads, subject, reference);
  const isReadable = present !== undefined && stateOf(present) === "current";
  return page(
    <PublicPage
      site={site}
      title={end.title}
      description={end.title}
      section={subject === "document" ? "plan" : subject}
      isHidden
    >
      <div className="page section-first">
        <h1>{end.title}</h1>
        <div className="prose mt-4">
          <p>
            {[(await planNames(site)).get(reference), head.label].filter(Boolean).join("　")}は、
            {dateWithBoth(tokyoDay(end.at))}に{end.act}
          </p>
          <p>理由：{end.reason}</p>
          <p>
            お問い合わせ：{head.divisionName}
            {head.divisionContact !== "" && `（${head.divisionContact}）`}
          </p>
        </div>
        <ul className="list-plain way-list mt-8">
          {isReadable && present && (
            <li>
              <a href={hrefIn(site, publicationPath(present))}>いま公開している版を読む</a>
            </li>
          )}
          {subject === "document" && (
            <li>
              <a href={hrefIn(site, "/documents")}>計画書のほかの版を読む</a>
            </li>
          )}
          <li>
            <a href={hrefIn(site, "/")}>トップページへ</a>
          </li>
        </ul>
      </div>
    </PublicPage>,
    410,
  );
}

function endOf(head: PublicationHead) {
  if (head.purge) return { ...head.purge, title: "この版は削除しました", act: "完全に削除しました。" };
  return head.withdrawal && { ...head.withdrawal, title: "この版は取り下げました", act: "取り下げました。" };
}
