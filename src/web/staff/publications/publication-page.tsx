import type { ReactNode } from "react";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import { mayPurge, mayWithdraw, publicationById, stateOf, type PublicationRecord } from "#domain/publication/index.ts";
import { page } from "#web/answer.tsx";
import { publicationPath } from "#web/publication-address.ts";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, listCrumb } from "./addresses.ts";
import { Fact, Hash, OpennessMark, StateMark } from "./words.tsx";

/** One publication: where citizens read it, its hash, what became of it, and what can be done. */
export async function showPublication(visit: Visit): Promise<Response> {
  const publication = await publicationById(visit.ctx, visit.params["publication"] ?? "");
  const { publishedBy, withdrawnBy, purgedBy } = publication;
  const names = await peopleNames(
    visit.ctx,
    [publishedBy, withdrawnBy, purgedBy].filter((id) => id !== null),
  );
  const nameOf = (id: string | null) => names.get(id ?? "") ?? "システム";
  const state = stateOf(publication);
  return page(
    <StaffPage visit={visit} title={`${publication.label}の公開`} crumbs={[listCrumb]}>
      {(state === "current" || state === "superseded") && <PublicLinks publication={publication} />}
      <dl className="card mt-6 grid max-w-3xl gap-2">
        <Fact name="状態">
          <StateMark publication={publication} />
        </Fact>
        <Fact name="公開の段階">
          <OpennessMark openness={publication.openness} />
        </Fact>
        <Fact name="公開した日時">
          {momentWords(publication.publishedAt)}（{nameOf(publishedBy)}）
        </Fact>
        {publication.withdrawal && (
          <Fact name="取り下げた日時">
            {momentWords(publication.withdrawal.at)}（{nameOf(withdrawnBy)}）
          </Fact>
        )}
        {publication.withdrawal?.reason && <Fact name="取り下げの理由">{publication.withdrawal.reason}</Fact>}
        {publication.purge && (
          <Fact name="削除した日時">
            {momentWords(publication.purge.at)}（{nameOf(purgedBy)}）
          </Fact>
        )}
        {publication.purge && <Fact name="削除の理由">{publication.purge.reason}</Fact>}
        <Fact name="問い合わせ先">
          {publication.divisionName}　{publication.divisionContact}
        </Fact>
        {publication.note !== "" && <Fact name="説明">{publication.note}</Fact>}
        <Fact name="内容のハッシュ">
          <Hash hash={publication.hash} />
        </Fact>
      </dl>
      <Acts visit={visit} publication={publication} />
    </StaffPage>,
  );
}

function PublicLinks({ publication }: { readonly publication: PublicationRecord }): ReactNode {
  const { id, supersededById } = publication;
  return (
    <>
      <p className="actions">
        <a className="button" href={publicationPath(publication)}>
          市民のページを見る
        </a>
        <a className="button button-secondary" href="/opendata">
          オープンデータを見る
        </a>
        <a className="button button-secondary" href={`/opendata/publications/${id}.json`}>
          公開した内容（JSON）
        </a>
      </p>
      <p className="mt-3">
        {supersededById ? (
          <>
            この版は、<a href={addressOf.publication(supersededById)}>新しい版</a>
            に替わりました。前の版として、市民も読めます。
          </>
        ) : (
          "だれでも、公開した内容のSHA-256を計算して、下のハッシュと同じであることを確かめられます。"
        )}
      </p>
    </>
  );
}

function Acts({ visit, publication }: { readonly visit: Visit; readonly publication: PublicationRecord }): ReactNode {
  const { actor } = visit.ctx;
  const canWithdraw = mayWithdraw(actor) && !publication.withdrawal;
  const canPurge = mayPurge(actor) && !publication.purge;
  if (!canWithdraw && !canPurge) return null;
  return (
    <section className="mt-10" aria-labelledby="acts">
      <h2 id="acts" className="mb-3 text-[1.25rem]">
        公開をやめる
      </h2>
      <p className="actions">
        {canWithdraw && (
          <a className="button button-secondary" href={addressOf.withdrawal(publication.id)}>
            取り下げる
          </a>
        )}
        {canPurge && (
          <a className="button button-secondary" href={addressOf.purge(publication.id)}>
            {publication.purgeRequest ? "完全な削除を確認する" : "完全に削除する"}
          </a>
        )}
      </p>
      <p className="prose mt-3 text-solid-gray-700">
        取り下げると、市民は読めなくなり、理由が公開されます。内容は記録として残ります。個人の情報が漏れたときは、完全に削除してください。
      </p>
    </section>
  );
}
