import type { ReactNode } from "react";
import {
  inviteAgain,
  mayManagePeople,
  momentWords,
  personPage,
  reinstatePerson,
  removeSecondFactorOf,
  roleLabels,
  unlockPerson,
  type PersonPage as PersonContent,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { AttemptTable } from "./attempt-table.tsx";
import { peopleCrumbs, StateBadge } from "./people.tsx";
import { invitedAnswer, SendingChoice, sendingOf } from "./person-new.tsx";
import { answer } from "./entered.ts";

interface PersonProps {
  readonly visit: Visit;
  readonly person: PersonContent;
  readonly refusal?: Refusal | undefined;
}

function PersonPage(props: PersonProps): ReactNode {
  const { visit, person, refusal } = props;
  const manages = mayManagePeople(visit.ctx.actor);
  return (
    <StaffPage visit={visit} title={person.name} crumbs={peopleCrumbs}>
      {refusal && (
        <div className="mb-6">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      <PersonFacts {...props} />
      {manages && <PersonActs {...props} />}
      <p className="mt-6">
        <a href={`/staff/people/${person.id}/sign-in-keys`}>職員番号とサインインの登録</a>
      </p>
      <section className="mt-10">
        <h2 className="mb-4 text-[1.25rem]">所属</h2>
        <PostTable {...props} />
        {manages && (
          <p className="mt-4">
            <a className="button button-secondary" href={`/staff/people/${person.id}/posts/new`}>
              所属を加える
            </a>
          </p>
        )}
      </section>
      <section className="mt-10">
        <h2 className="mb-4 text-[1.25rem]">役割</h2>
        <GrantTable {...props} />
        {manages && (
          <p className="mt-4">
            <a className="button button-secondary" href={`/staff/people/${person.id}/grants/new`}>
              役割を加える
            </a>
          </p>
        )}
      </section>
      <section className="mt-10">
        <h2 className="mb-4 text-[1.25rem]">サインインの記録（新しい順に10件）</h2>
        <AttemptTable attempts={person.recentAttempts} withName={false} />
      </section>
    </StaffPage>
  );
}

function PersonFacts({ person }: PersonProps): ReactNode {
  return (
    <dl className="grid max-w-[44rem] grid-cols-[8rem_1fr] gap-x-4 gap-y-2">
      <dt className="font-bold">状態</dt>
      <dd>
        <StateBadge state={person.state} />
        {person.retiredOn && `　${dateWithBoth(person.retiredOn)}から使えません`}
        {person.state === "locked" && person.lockedUntil && `　${momentWords(person.lockedUntil)}まで`}
      </dd>
      <dt className="font-bold">ふりがな</dt>
      <dd>{person.kana || "−"}</dd>
      <dt className="font-bold">メール</dt>
      <dd>{person.email}</dd>
      <dt className="font-bold">今の役割</dt>
      <dd>{person.roles.map((role) => roleLabels[role]).join("、") || "なし"}</dd>
      <dt className="font-bold">確認コード</dt>
      <dd>{person.hasSecondFactor ? "使っています" : "使っていません"}</dd>
      <dt className="font-bold">最後のサインイン</dt>
      <dd>{person.lastSignInAt ? momentWords(person.lastSignInAt) : "この90日はありません"}</dd>
    </dl>
  );
}

function PersonActs({ visit, person }: PersonProps): ReactNode {
  const base = `/staff/people/${person.id}`;
  const isRetired = person.state === "retired";
  return (
    <div className="mt-6 grid gap-6">
      {!person.hasPassword && !isRetired && <InvitationState visit={visit} person={person} />}
      <div className="actions">
        <a className="button" href={`${base}/edit`}>
          氏名やメールを直す
        </a>
        {person.state === "locked" && (
          <Form action={`${base}/unlocking`} className="">
            <button className="button">ロックを解除する</button>
          </Form>
        )}
        {isRetired ? (
          <Form action={`${base}/reinstatement`} className="">
            <button className="button button-secondary">利用を再開する</button>
          </Form>
        ) : (
          <a className="button button-secondary" href={`${base}/retirement`}>
            利用を終える
          </a>
        )}
      </div>
      {person.hasSecondFactor && (
        <details className="card">
          <summary>端末も予備コードもなくしたとき</summary>
          <p className="my-4">
            本人に会うか電話で、確かに本人であることを確かめてから外してください。次のサインインはパスワードだけになります。
          </p>
          <Form action={`${base}/second-factor-removal`} className="">
            <button className="button button-danger">確認コードを外す</button>
          </Form>
        </details>
      )}
    </div>
  );
}

function InvitationState({ visit, person }: PersonProps): ReactNode {
  const state = person.invitation
    ? `招待のリンクは、${momentWords(person.invitation.expiresAt)}まで使えます。`
    : "招待のリンクは、期限が過ぎています。";
  return (
    <Notice title="まだパスワードを決めていません。" tone="caution">
      <p>{state}</p>
      <details className="mt-4">
        <summary>もう一度招待する</summary>
        <Form action={`/staff/people/${person.id}/invitation`} className="form mt-4">
          <SendingChoice visit={visit} />
          <button className="button button-secondary">もう一度招待する</button>
          <p className="text-[0.875rem]">前のリンクは使えなくなります。</p>
        </Form>
      </details>
    </Notice>
  );
}

function spanWords(span: { readonly fromOn: string; readonly untilOn: string | null }): string {
  return `${dateWithBoth(span.fromOn)}から${span.untilOn ? `${dateWithBoth(span.untilOn)}まで` : ""}`;
}

interface SpanRow {
  readonly id: string;
  readonly words: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

function SpanTable(
  props: PersonProps & { readonly name: string; readonly kind: "posts" | "grants"; readonly rows: readonly SpanRow[] },
): ReactNode {
  const { visit, person, name, kind, rows } = props;
  const today = visit.ctx.clock.today();
  const manages = mayManagePeople(visit.ctx.actor);
  if (rows.length === 0) return <p>{name}は、まだ登録されていません。</p>;
  return (
    <TableFrame label={name}>
      <table className="table">
        <caption className="visually-hidden">
          {person.name}の{name}
        </caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">期間</th>
            {manages && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              className={row.untilOn !== null && row.untilOn < today ? "text-solid-gray-700" : undefined}
            >
              <th scope="row" className="font-normal">
                {row.words}
              </th>
              <td>{spanWords(row)}</td>
              {manages && (
                <td>
                  {row.untilOn === null || row.untilOn >= today ? (
                    <a href={`/staff/people/${person.id}/${kind}/${row.id}`}>
                      終わりの日を決める<span className="visually-hidden">（{row.words}）</span>
                    </a>
                  ) : (
                    "−"
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function PostTable(props: PersonProps): ReactNode {
  return <SpanTable {...props} name="所属" kind="posts" rows={props.person.allPosts} />;
}

function GrantTable(props: PersonProps): ReactNode {
  const rows = props.person.grants.map((grant) => ({ ...grant, words: roleLabels[grant.role] }));
  return <SpanTable {...props} name="役割" kind="grants" rows={rows} />;
}

export function personIdOf(visit: Visit): string {
  return visit.params["personId"] ?? "";
}

export async function showPerson(visit: Visit, refusal?: Refusal): Promise<Response> {
  const person = await personPage(visit.ctx, personIdOf(visit));
  return page(<PersonPage visit={visit} person={person} refusal={refusal} />, refusal ? 422 : 200);
}

export async function postInvitation(visit: Visit): Promise<Response> {
  const result = await inviteAgain(visit.ctx, { id: personIdOf(visit), ...sendingOf(visit) });
  return answer(
    result,
    (invited) => invitedAnswer(visit, invited),
    (refusal) => showPerson(visit, refusal),
  );
}

export async function postUnlocking(visit: Visit): Promise<Response> {
  await unlockPerson(visit.ctx, { id: personIdOf(visit) });
  return onwards(`/staff/people/${personIdOf(visit)}`, "unlocked");
}

export async function postReinstatement(visit: Visit): Promise<Response> {
  const result = await reinstatePerson(visit.ctx, { id: personIdOf(visit) });
  return answer(
    result,
    () => onwards(`/staff/people/${personIdOf(visit)}`, "saved"),
    (refusal) => showPerson(visit, refusal),
  );
}

export async function postSecondFactorRemoval(visit: Visit): Promise<Response> {
  await removeSecondFactorOf(visit.ctx, { id: personIdOf(visit) });
  return onwards(`/staff/people/${personIdOf(visit)}`, "secondFactorRemoved");
}
