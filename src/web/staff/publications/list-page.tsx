import type { ReactNode } from "react";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import { listPublications, mayPublish, stateOf, type PublicationRecord } from "#domain/publication/index.ts";
import { page } from "#web/answer.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { publicationPath } from "#web/publication-address.ts";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { allOffers, type Offer } from "./kinds/index.ts";
import { OpennessMark, StateMark } from "./words.tsx";

/** What of each thing is public, since when, by whom: and the way to publish. */
export async function showList(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const offers = await allOffers(ctx);
  const publications = await listPublications(ctx);
  const names = await peopleNames(
    ctx,
    publications.flatMap((each) => each.publishedBy ?? []),
  );
  return page(
    <StaffPage visit={visit} title="公表">
      <p className="prose mb-6">
        公開の準備をして、公開されるページをそのまま確かめてから、公開します。公開していないものは、市民には見えません。
      </p>
      <Waiting publications={publications.filter((each) => each.purgeRequest && !each.purge)} offers={offers} />
      {!offers.some(({ kind }) => kind.subject === "plan") && (
        <Empty title="計画がまだありません。">
          <p>
            <a href="/staff/plans">計画</a>を作ると、ここから公開できます。
          </p>
        </Empty>
      )}
      {offers.map((offer) => (
        <PublicationsOf
          key={`${offer.kind.subject} ${offer.thing.reference}`}
          visit={visit}
          offer={offer}
          publications={publications.filter((each) => isOf(offer, each))}
          names={names}
        />
      ))}
    </StaffPage>,
  );
}

function isOf({ kind, thing }: Offer, { subject, reference }: PublicationRecord): boolean {
  return subject === kind.subject && reference === thing.reference;
}

interface WaitingProps {
  readonly publications: readonly PublicationRecord[];
  readonly offers: readonly Offer[];
}

/** Purges that wait for a second person stand above everything. */
function Waiting({ publications, offers }: WaitingProps): ReactNode {
  if (publications.length === 0) return null;
  return (
    <div className="notice notice-bad mb-6">
      <p className="notice-title">完全な削除の確認を待っている版があります。</p>
      <ul className="list-plain mt-2">
        {publications.map((each) => (
          <li key={each.id}>
            <a href={addressOf.purge(each.id)}>
              {offers.find((offer) => isOf(offer, each))?.thing.name ?? each.reference}　{each.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PublicationsOfProps {
  readonly visit: Visit;
  readonly offer: Offer;
  readonly publications: readonly PublicationRecord[];
  readonly names: ReadonlyMap<string, string>;
}

function PublicationsOf({ visit, offer, publications, names }: PublicationsOfProps): ReactNode {
  const { kind, thing } = offer;
  const id = `of-${kind.subject}-${thing.reference}`;
  return (
    <section className="mt-8" aria-labelledby={id}>
      <div className="actions justify-between">
        <h2 id={id} className="text-[1.25rem]">
          {thing.name}
        </h2>
        {mayPublish(visit.ctx.actor) && (
          <a className="button" href={addressOf.preparation(kind.subject, thing.reference)}>
            公開の準備をする
          </a>
        )}
      </div>
      {publications.length === 0 ? (
        <p className="mt-3">まだ公開していません（非公開）。</p>
      ) : (
        <div className="mt-3">
          <TableFrame label={`${thing.name}の公表した版`}>
            <table className="table">
              <caption className="visually-hidden">{thing.name}の公表した版</caption>
              <thead>
                <tr>
                  {["版", "公開の段階", "状態", "公開した日時", "公開した人", "市民のページ"].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {publications.map((each) => (
                  <Row key={each.id} publication={each} names={names} />
                ))}
              </tbody>
            </table>
          </TableFrame>
        </div>
      )}
    </section>
  );
}

function Row({
  publication,
  names,
}: {
  readonly publication: PublicationRecord;
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  const state = stateOf(publication);
  const isReadable = state === "current" || state === "superseded";
  return (
    <tr>
      <th scope="row" className="min-w-40">
        <a href={addressOf.publication(publication.id)}>{publication.label}</a>
        <code className="block text-[0.875rem] font-normal text-solid-gray-700">{publication.hash.slice(0, 12)}…</code>
      </th>
      <td>
        <OpennessMark openness={publication.openness} />
      </td>
      <td>
        <StateMark publication={publication} />
      </td>
      <td className="whitespace-nowrap">{momentWords(publication.publishedAt)}</td>
      <td>{names.get(publication.publishedBy ?? "") ?? "システム"}</td>
      <td>{isReadable && <a href={publicationPath(publication)}>見る</a>}</td>
    </tr>
  );
}
