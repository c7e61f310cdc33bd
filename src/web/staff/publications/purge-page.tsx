import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import {
  confirmPurge,
  listPublications,
  otherPurgers,
  publicationById,
  requestPurge,
  takeBackPurgeRequest,
  type PublicationRecord,
} from "#domain/publication/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, listCrumb } from "./addresses.ts";
import { publicationKinds, removeAllCopies } from "./kinds/index.ts";
import { ReasonForm } from "./reason-form.tsx";
import { Fact, Hash } from "./words.tsx";

/** What a person who confirms must write, so that nobody does it by a slip of the hand. */
const confirmationWords = "完全に削除";

const notConfirmed: Refusal = {
  code: "notConfirmed",
  message: "確認のことばが違います。",
  remedy: `元に戻せない操作です。進めるときは「${confirmationWords}」と入れてください。`,
  fields: { confirmation: `「${confirmationWords}」と入れてください。` },
};

export async function showPurge(visit: Visit): Promise<Response> {
  return purgePage(visit);
}

export async function askForPurge(visit: Visit): Promise<Response> {
  const result = await requestPurge(visit.ctx, {
    id: visit.params["publication"] ?? "",
    reason: text(visit.form, "reason"),
  });
  return result.ok ? onwards(addressOf.purge(result.value.id), "withdrawn") : purgePage(visit, result.refusal);
}

export async function purgePublication(visit: Visit): Promise<Response> {
  const id = visit.params["publication"] ?? "";
  if (text(visit.form, "confirmation") !== confirmationWords) return purgePage(visit, notConfirmed);
  const result = await confirmPurge(visit.ctx, { id, removeCopies: removeAllCopies });
  return result.ok ? onwards(addressOf.publication(id), "purged") : purgePage(visit, result.refusal);
}

export async function takeBackPurge(visit: Visit): Promise<Response> {
  const id = visit.params["publication"] ?? "";
  const result = await takeBackPurgeRequest(visit.ctx, { id });
  return result.ok ? onwards(addressOf.publication(id), "cancelled") : purgePage(visit, result.refusal);
}

async function purgePage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx } = visit;
  const publication = await publicationById(ctx, visit.params["publication"] ?? "");
  const versions = (await listPublications(ctx)).filter(
    (each) =>
      each.id !== publication.id &&
      each.subject === publication.subject &&
      each.reference === publication.reference &&
      !each.purge,
  );
  const crumbs = [listCrumb, { href: addressOf.publication(publication.id), label: publication.label }];
  return page(
    <StaffPage visit={visit} title={`${publication.label}を完全に削除する`} crumbs={crumbs}>
      <Consequences publication={publication} versions={versions} />
      {publication.purge && <Notice tone="good" title="この版は、完全に削除しました。" />}
      {!publication.purge && !publication.purgeRequest && (
        <ReasonForm
          visit={visit}
          publication={publication}
          refusal={refusal}
          action={addressOf.purge(publication.id)}
          label="削除する理由"
          hint="漏れた情報そのものは書かないでください。例：個人の電話番号が載っていたため"
          act="取り下げて、削除を求める"
        />
      )}
      {!publication.purge && publication.purgeRequest && (
        <Confirming
          publication={publication}
          requester={(await peopleNames(ctx, [publication.purgeRequest.by ?? ""].filter(Boolean))).get(
            publication.purgeRequest.by ?? "",
          )}
          isOwn={publication.purgeRequest.by === personId(ctx.actor)}
          isAlone={(await otherPurgers(ctx)) === 0}
          refusal={refusal}
        />
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface ConsequencesProps {
  readonly publication: PublicationRecord;
  /** Other versions of the same thing, which may hold the same leak. */
  readonly versions: readonly PublicationRecord[];
}

function Consequences({ publication, versions }: ConsequencesProps): ReactNode {
  const { leftovers } = publicationKinds.find(({ subject }) => subject === publication.subject) ?? {};
  const twins = versions.filter((each) => each.hash === publication.hash);
  const others = versions.filter((each) => each.hash !== publication.hash);
  return (
    <div className="prose mb-8">
      <p>個人の情報などが漏れたときのための操作です。元に戻せません。</p>
      <ul className="list-disc pl-6">
        <li>
          公開した内容、ファイル、フィード、一時的な控えから消えます。残るのは、ハッシュ、理由、操作した人、日時だけです。
        </li>
        <li>求めるとすぐに取り下げられ、市民には見えなくなります。消すのは、別の人が確認してからです。</li>
        <li>
          これまでのバックアップには残っています。保管しているバックアップの扱いを、システム管理者と決めてください。
        </li>
        <li>作成中の内容は変わりません。同じ情報が残っていれば、そちらも直してください。</li>
        {leftovers && <li>{leftovers(publication.reference)}</li>}
        {twins.length > 0 && (
          <li>同じ内容の版（{twins.map((each) => each.label).join("、")}）も、いっしょに取り下げられ、消えます。</li>
        )}
        {others.length > 0 && (
          <li>
            ほかの版に同じ情報がないか、確かめてください：
            {others.map((each) => (
              <a key={each.id} className="mr-3" href={addressOf.publication(each.id)}>
                {each.label}
              </a>
            ))}
          </li>
        )}
      </ul>
    </div>
  );
}

interface ConfirmingProps {
  readonly publication: PublicationRecord;
  readonly requester: string | undefined;
  readonly isOwn: boolean;
  readonly isAlone: boolean;
  readonly refusal: Refusal | undefined;
}

/** A second person confirms; who asked may do so only where nobody else could. */
function Confirming({ publication, requester, isOwn, isAlone, refusal }: ConfirmingProps): ReactNode {
  const { purgeRequest, hash } = publication;
  return (
    <>
      <dl className="card mb-6 grid max-w-3xl gap-2">
        <Fact name="求めた人">{requester ?? "システム"}</Fact>
        <Fact name="求めた日時">{purgeRequest && momentWords(purgeRequest.at)}</Fact>
        <Fact name="理由">{purgeRequest?.reason}</Fact>
        <Fact name="内容のハッシュ">
          <Hash hash={hash} />
        </Fact>
      </dl>
      {isOwn && !isAlone ? (
        <Notice tone="caution" title="別の人の確認を待っています。">
          企画担当かシステム管理者の、別の人に、このページを開いて確認するよう頼んでください。この版はもう取り下げられ、市民には見えません。
        </Notice>
      ) : (
        <Form action={addressOf.purgeConfirmation(publication.id)} refusal={refusal}>
          {isOwn && (
            <Notice tone="caution" title="ひとりで削除しようとしています。">
              確認できる人が、ほかに登録されていません。理由と対象をもう一度確かめてください。
            </Notice>
          )}
          <TextField
            name="confirmation"
            label="確認のことば"
            hint={`進めるときは「${confirmationWords}」と入れてください。元に戻せません。`}
            autoComplete="off"
            short
            required
            refusal={refusal}
          />
          <p className="actions">
            <button className="button button-danger">完全に削除する</button>
            <a className="button button-quiet" href={addressOf.list}>
              やめる
            </a>
          </p>
        </Form>
      )}
      <TakingBack id={publication.id} />
    </>
  );
}

/** Asked for by mistake: the way back, as long as nothing is removed. */
function TakingBack({ id }: { readonly id: string }): ReactNode {
  return (
    <section aria-labelledby="taking-back" className="mt-10 max-w-3xl">
      <h2 id="taking-back" className="mb-2 text-[1.25rem]">
        まちがいだったとき
      </h2>
      <p className="mb-4">
        削除の求めを取り消すと、内容は残ります。取下げはそのままで、市民には見えません。もう一度見せるときは、公開の準備からやり直します。
      </p>
      <Form action={addressOf.purgeTakingBack(id)} className="">
        <button className="button button-secondary">削除の求めを取り消す</button>
      </Form>
    </section>
  );
}
