import type { ReactNode } from "react";
import {
  frozenContent,
  mayFreezeVersions,
  versionOpennessLabels,
  planVersions,
  sectionKey,
  sectionPlaces,
  versionByReference,
  versionPage,
  versionReference,
  type VersionPage,
} from "#domain/documents/index.ts";
import { mayMakePapers } from "#domain/plan/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import { storedPublications } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { NotFound } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { ContentsList, sectionTitle } from "#web/ui/documents/contents-list.tsx";
import { SectionText } from "#web/ui/documents/section-text.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { papersOfVersion } from "../papers/addresses.ts";
import { addressOf, versionCrumbs } from "./addresses.ts";
import { PublicState } from "./list-page.tsx";
import { NoteSections } from "./note-parts.tsx";

/** The version that an address names. @throws NotFound */
export async function versionAt({ ctx, params }: Visit): Promise<VersionPage> {
  const number = Number(params["number"]);
  if (!Number.isInteger(number)) throw new NotFound();
  const { id } = await versionByReference(ctx, versionReference(params["slug"] ?? "", number));
  return versionPage(ctx, id);
}

export async function showVersion(visit: Visit): Promise<Response> {
  const seen = await versionAt(visit);
  const { plan, version, content } = seen;
  const heads = await storedPublications(visit.ctx).heads();
  const others = (await planVersions(visit.ctx, plan.id)).filter(({ id, purgedAt }) => id !== version.id && !purgedAt);
  return page(
    <StaffPage visit={visit} title={`第${version.number}版　${version.name}`} crumbs={versionCrumbs(plan)}>
      {version.purgedAt && (
        <Notice title="この版の内容は、完全に削除されています" tone="caution">
          <p>{version.purgeReason}</p>
        </Notice>
      )}
      <Facts visit={visit} seen={seen} by={await frozenBy(visit, seen)} heads={heads} />
      {content && (
        <>
          <p className="actions mt-6">
            {mayMakePapers(visit.ctx.actor) && (
              <a className="button" href={papersOfVersion(plan, version)}>
                この版の計画書をつくる
              </a>
            )}
            {others.map((other) => {
              const [from, to] = [other.number, version.number].toSorted((one, next) => one - next);
              return (
                <a
                  key={other.id}
                  className="button button-secondary"
                  href={addressOf.comparison(plan, from ?? 0, to ?? 0)}
                >
                  「{other.name}」（第{other.number}版）との新旧対照表
                </a>
              );
            })}
          </p>
          <section className="mt-10" aria-labelledby="contents-title">
            <h2 id="contents-title" className="text-[1.25rem]">
              目次
            </h2>
            <ContentsList content={content} hrefOf={(place) => addressOf.section(plan, version.number, place)} />
          </section>
          <NoteSections visit={visit} seen={seen} mayWrite={mayFreezeVersions(visit.ctx.actor)} />
        </>
      )}
    </StaffPage>,
  );
}

async function frozenBy({ ctx }: Visit, { version }: VersionPage): Promise<string> {
  const { frozenBy: id } = version;
  return id === null ? "見本のデータ" : ((await peopleNames(ctx, [id])).get(id) ?? "");
}

interface FactsProps {
  readonly visit: Visit;
  readonly seen: VersionPage;
  readonly by: string;
  readonly heads: Parameters<typeof PublicState>[0]["heads"];
}

function Facts({ visit, seen: { plan, version }, by, heads }: FactsProps): ReactNode {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ["凍結した日", `${warekiDate(tokyoDay(version.frozenAt))}　${by}`],
    ["理由", version.reason],
    ["公開の段階", versionOpennessLabels[version.openness]],
    ["公開", <PublicState key="state" visit={visit} plan={plan} version={version} heads={heads} />],
    [
      "SHA-256",
      <>
        <code className="break-all">{version.hash}</code>
        {!version.purgedAt && (
          <a className="block" href={`${addressOf.version(plan, version.number)}/content.json`}>
            内容のファイル（JSON）を受け取って確かめる
          </a>
        )}
      </>,
    ],
  ];
  return (
    <dl className="version-facts">
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A section of a version, as it was frozen. */
export async function showSection(visit: Visit): Promise<Response> {
  const { plan, version, content, remarks } = await versionAt(visit);
  const places = content && sectionPlaces(content);
  const section = content?.sections.find(({ id }) => places?.get(id) === visit.params["section"]);
  if (!content || !section) throw new NotFound();
  const crumbs = [
    ...versionCrumbs(plan),
    { href: addressOf.version(plan, version.number), label: `第${version.number}版　${version.name}` },
  ];
  const said = remarks.filter((remark) => remark.section === sectionKey(section));
  return page(
    <StaffPage visit={visit} title={sectionTitle(section)} crumbs={crumbs}>
      <SectionText content={content} section={section} />
      {said.length > 0 && (
        <section className="mt-10" aria-label="会議・議会の意見">
          <h2 className="text-[1.25rem]">会議・議会の意見</h2>
          <ul className="mt-3 list-disc pl-6">
            {said.map(({ id, speaker, saidOn, words }) => (
              <li key={id}>
                {speaker}（{warekiDate(saidOn)}）：{words}
              </li>
            ))}
          </ul>
        </section>
      )}
    </StaffPage>,
  );
}

/** The canonical text as it was frozen: the SHA-256 of these bytes is the version's. */
export async function sendContent(visit: Visit): Promise<Response> {
  const { plan, version } = await versionAt(visit);
  const words = await frozenContent(visit.ctx, version.id);
  if (words === undefined) throw new NotFound();
  return download(words, `${plan.name}_${version.name}.json`, "application/json; charset=utf-8");
}
