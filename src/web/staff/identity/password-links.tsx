import type { ReactNode } from "react";
import {
  choosePassword,
  momentWords,
  ownerOfLink,
  requestNewPassword,
  type LinkOwner,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { DoorPage } from "./door-page.tsx";
import { entered, secret } from "./entered.ts";
import { asksToShow, NewPasswordFields, ShowButton } from "./password-fields.tsx";

interface ChoosePageProps {
  readonly visit: Visit;
  readonly owner: LinkOwner;
  readonly refusal?: Refusal | undefined;
}

function isInvitation(visit: Visit): boolean {
  return visit.url.pathname === "/staff/invitation";
}

function ChoosePage({ visit, owner, refusal }: ChoosePageProps): ReactNode {
  const title = isInvitation(visit) ? "パスワードを決める" : "パスワードの再設定";
  return (
    <DoorPage visit={visit} title={title}>
      <p>
        {owner.name} さん（{owner.email}）
      </p>
      <p className="mt-2 mb-6 text-[0.875rem] text-solid-gray-700">
        このリンクは一度だけ、{momentWords(owner.expiresAt)}まで使えます。
      </p>
      <Form action={visit.url.pathname} refusal={refusal}>
        <input type="hidden" name="token" value={tokenOf(visit)} />
        <input type="text" name="username" autoComplete="username" value={owner.email} readOnly hidden />
        <NewPasswordFields visit={visit} refusal={refusal} />
        <div className="actions">
          <button className="button">パスワードを決める</button>
          <ShowButton />
        </div>
      </Form>
    </DoorPage>
  );
}

function tokenOf(visit: Visit): string {
  return entered(visit, "token", visit.query.get("token") ?? "");
}

function LinkOverPage({ visit }: { readonly visit: Visit }): ReactNode {
  return (
    <DoorPage visit={visit} title="このリンクは使えません">
      <p>期限が過ぎたか、すでに使われています。</p>
      <ul className="mt-4 list-disc pl-6">
        <li>
          パスワードを決めたことがある方は、<a href="/staff/sign-in">サインイン</a>するか、
          <a href="/staff/forgotten-password">新しいリンク</a>を受け取ってください。
        </li>
        <li>はじめての方は、システム管理者に、もう一度招待するようお知らせください。</li>
      </ul>
    </DoorPage>
  );
}

export async function showChoosePassword(visit: Visit): Promise<Response> {
  const owner = await ownerOfLink(visit.ctx, tokenOf(visit));
  return owner ? page(<ChoosePage visit={visit} owner={owner} />) : page(<LinkOverPage visit={visit} />, 410);
}

export async function postChoosePassword(visit: Visit): Promise<Response> {
  const { form, ctx } = visit;
  const owner = await ownerOfLink(ctx, tokenOf(visit));
  if (!owner) return page(<LinkOverPage visit={visit} />, 410);
  if (asksToShow(visit)) return page(<ChoosePage visit={visit} owner={owner} />);
  const result = await choosePassword(ctx, {
    token: tokenOf(visit),
    password: secret(form, "password"),
    again: secret(form, "again"),
  });
  if (result.ok) return onwards("/staff/sign-in", "passwordChosen");
  if (result.refusal.code === "linkOver") return page(<LinkOverPage visit={visit} />, 410);
  return page(<ChoosePage visit={visit} owner={owner} refusal={result.refusal} />, 422);
}

function ForgottenPage({
  visit,
  refusal,
}: {
  readonly visit: Visit;
  readonly refusal?: Refusal | undefined;
}): ReactNode {
  return (
    <DoorPage visit={visit} title="パスワードを忘れたとき">
      <p className="mb-6">登録のメールアドレスに、パスワードを決め直すリンクを送ります。</p>
      <form method="post" action="/staff/forgotten-password" className="form" noValidate>
        {refusal && <RefusalNotice refusal={refusal} />}
        <TextField
          name="email"
          label="メールアドレス"
          type="email"
          autoComplete="username"
          required
          value={entered(visit, "email")}
          refusal={refusal}
        />
        <div className="actions">
          <button className="button">リンクを送る</button>
          <a href="/staff/sign-in">サインインに戻る</a>
        </div>
      </form>
    </DoorPage>
  );
}

export function showForgotten(visit: Visit): Response {
  return page(<ForgottenPage visit={visit} />);
}

export async function postForgotten(visit: Visit): Promise<Response> {
  const email = text(visit.form, "email");
  if (!email.includes("@")) return page(<ForgottenPage visit={visit} refusal={noEmail} />, 422);
  const origin = visit.signInDesk.originOf(visit.request, visit.ctx.municipality);
  const result = await requestNewPassword(visit.ctx, visit, { email, origin });
  if (!result.ok) return page(<ForgottenPage visit={visit} refusal={result.refusal} />, 429);
  return page(<SentPage visit={visit} />);
}

const noEmail: Refusal = {
  code: "noEmail",
  message: "メールアドレスが入っていません。",
  fields: { email: "name@city.example.jp の形で入れてください。" },
};

/** The same whether or not someone has the address. */
function SentPage({ visit }: { readonly visit: Visit }): ReactNode {
  return (
    <DoorPage visit={visit} title="メールをご確認ください">
      <Notice title="登録のあるメールアドレスなら、リンクを送りました。" tone="good">
        <p>リンクは1時間、一度だけ使えます。</p>
      </Notice>
      <p className="mt-6">
        届かないときは、迷惑メールの箱と、入力したアドレスをお確かめください。それでも届かないときは、システム管理者にご相談ください。
      </p>
      <p className="mt-6">
        <a href="/staff/sign-in">サインインに戻る</a>
      </p>
    </DoorPage>
  );
}
