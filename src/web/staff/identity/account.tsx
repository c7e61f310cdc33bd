import type { ReactNode } from "react";
import {
  changePassword,
  endOtherSignIns,
  endOwnSignIn,
  momentWords,
  ownRecord,
  ownSignIns,
  roleLabels,
  type OwnRecord,
  type OwnSignIn,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { Badge, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { secret } from "./entered.ts";
import { asksToShow, NewPasswordFields, ShowButton } from "./password-fields.tsx";

export const accountCrumbs = [
  { href: "/staff", label: "はじめに" },
  { href: "/staff/account", label: "自分のアカウント" },
];

interface AccountPageProps {
  readonly visit: Visit;
  readonly record: OwnRecord;
  readonly signIns: readonly OwnSignIn[];
}

function AccountPage({ visit, record, signIns }: AccountPageProps): ReactNode {
  const { person, posts } = record;
  const roles = visit.ctx.actor.kind === "person" ? visit.ctx.actor.roles : [];
  return (
    <StaffPage visit={visit} title="自分のアカウント" crumbs={accountCrumbs.slice(0, 1)}>
      <dl className="grid max-w-[40rem] grid-cols-[8rem_1fr] gap-x-4 gap-y-2">
        <dt className="font-bold">氏名</dt>
        <dd>
          {person.name}
          {person.kana && `（${person.kana}）`}
        </dd>
        <dt className="font-bold">メールアドレス</dt>
        <dd>{person.email}</dd>
        <dt className="font-bold">所属</dt>
        <dd>{posts.length > 0 ? posts.join("、") : "登録されていません"}</dd>
        <dt className="font-bold">役割</dt>
        <dd>{roles.map((role) => roleLabels[role]).join("、") || "今日持っている役割はありません"}</dd>
      </dl>
      <p className="mt-4 text-[0.875rem]">
        氏名や所属を直すときは、システム管理者にお知らせください。役割でできることは
        <a href="/staff/permissions">権限の表</a>にあります。
      </p>
      <h2 className="mt-10 mb-4 text-[1.25rem]">サインインの守り</h2>
      <div className="actions">
        <a className="button button-secondary" href="/staff/account/password">
          パスワードを変える
        </a>
        <a className="button button-secondary" href="/staff/account/passkeys">
          パスキー
        </a>
        <a className="button button-secondary" href="/staff/deputies">
          不在のときの代理
        </a>
        <a className="button button-secondary" href="/staff/account/second-factor">
          確認コード（{person.hasSecondFactor ? "使っています" : "使っていません"}）
        </a>
      </div>
      <h2 className="mt-10 mb-4 text-[1.25rem]">サインインしている端末</h2>
      <SignInTable signIns={signIns} />
    </StaffPage>
  );
}

function SignInTable({ signIns }: { readonly signIns: readonly OwnSignIn[] }): ReactNode {
  return (
    <>
      <TableFrame label="サインインしている端末">
        <table className="table">
          <caption className="visually-hidden">サインインしている端末</caption>
          <thead>
            <tr>
              <th scope="col">端末</th>
              <th scope="col">ネットワークの番地</th>
              <th scope="col">サインイン</th>
              <th scope="col">最後に使った時</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {signIns.map((signIn) => (
              <tr key={signIn.id}>
                <th scope="row" className="font-normal">
                  {signIn.device} {signIn.isThisOne && <Badge tone="good">この端末</Badge>}
                </th>
                <td>{signIn.address || "−"}</td>
                <td>{momentWords(signIn.startedAt)}</td>
                <td>{momentWords(signIn.usedAt)}</td>
                <td>{signIn.isThisOne ? "−" : <EndButton id={signIn.id} device={signIn.device} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {signIns.length > 1 && (
        <Form action="/staff/account/sign-ins/others/end" className="mt-4">
          <button className="button button-secondary">ほかの端末のサインインをすべて終わらせる</button>
        </Form>
      )}
      <p className="mt-4 text-[0.875rem] text-solid-gray-700">
        心当たりのない端末があるときは、終わらせてから、パスワードを変えてください。12時間使わないか、7日たつと、自動で終わります。
      </p>
    </>
  );
}

function EndButton({ id, device }: { readonly id: string; readonly device: string }): ReactNode {
  return (
    <Form action={`/staff/account/sign-ins/${id}/end`} className="">
      <button className="button button-secondary button-small">
        終わらせる<span className="visually-hidden">（{device}）</span>
      </button>
    </Form>
  );
}

export async function showAccount(visit: Visit): Promise<Response> {
  const record = await ownRecord(visit.ctx);
  return page(<AccountPage visit={visit} record={record} signIns={await ownSignIns(visit.ctx, visit)} />);
}

export async function postSignInEnd(visit: Visit): Promise<Response> {
  await endOwnSignIn(visit.ctx, visit.params["signInId"] ?? "");
  return onwards("/staff/account", "signInsEnded");
}

export async function postOtherSignInsEnd(visit: Visit): Promise<Response> {
  await endOtherSignIns(visit.ctx, visit);
  return onwards("/staff/account", "signInsEnded");
}

function PasswordPage({
  visit,
  refusal,
}: {
  readonly visit: Visit;
  readonly refusal?: Refusal | undefined;
}): ReactNode {
  const current = asksToShow(visit) ? secret(visit.form, "current") : undefined;
  return (
    <StaffPage visit={visit} title="パスワードを変える" crumbs={accountCrumbs}>
      <Form action="/staff/account/password" refusal={refusal}>
        <TextField
          name="current"
          label="今のパスワード"
          type={asksToShow(visit) ? "text" : "password"}
          autoComplete="current-password"
          required
          value={current}
          refusal={refusal}
        />
        <NewPasswordFields visit={visit} refusal={refusal} />
        <p className="text-[0.875rem]">変えると、ほかの端末のサインインは終わります。</p>
        <div className="actions">
          <button className="button">パスワードを変える</button>
          <ShowButton />
          <a href="/staff/account">やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
}

export function showPassword(visit: Visit): Response {
  return page(<PasswordPage visit={visit} />);
}

export async function postPassword(visit: Visit): Promise<Response> {
  const { form } = visit;
  if (asksToShow(visit)) return page(<PasswordPage visit={visit} />);
  const input = { current: secret(form, "current"), password: secret(form, "password"), again: secret(form, "again") };
  const result = await changePassword(visit.ctx, visit, input);
  return result.ok
    ? onwards("/staff/account", "passwordChanged")
    : page(<PasswordPage visit={visit} refusal={result.refusal} />, 422);
}
