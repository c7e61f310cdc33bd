import type { ReactNode } from "react";
import { confirmCode, isCodeAsked, signIn, signOut } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { DoorPage } from "./door-page.tsx";
import { entered, secret } from "./entered.ts";
import { safePath } from "./safe-path.ts";

/** The forms here carry no key: signing in twice is not the same act sent twice. */
function SignInPage({ visit, refusal }: { readonly visit: Visit; readonly refusal?: Refusal | undefined }): ReactNode {
  const to = entered(visit, "to", visit.query.get("to") ?? "");
  return (
    <DoorPage visit={visit} title="サインイン">
      <form method="post" action="/staff/sign-in" className="form" noValidate>
        {refusal && <RefusalNotice refusal={refusal} />}
        <input type="hidden" name="to" value={safePath(to)} />
        <TextField
          name="email"
          label="メールアドレス"
          type="email"
          autoComplete="username"
          value={entered(visit, "email")}
        />
        <TextField name="password" label="パスワード" type="password" autoComplete="current-password" />
        <div className="actions">
          <button className="button">サインインする</button>
          <a href="/staff/forgotten-password">パスワードを忘れたとき</a>
        </div>
      </form>
      <p className="mt-8 text-[0.875rem] text-solid-gray-700">
        はじめて使うときは、システム管理者から届く招待のメールのリンクを開いてください。
      </p>
    </DoorPage>
  );
}

export function showSignIn(visit: Visit): Response {
  if (visit.ctx.actor.kind === "person") return onwards(safePath(visit.query.get("to")));
  return page(<SignInPage visit={visit} />);
}

export async function postSignIn(visit: Visit): Promise<Response> {
  const { form, ctx } = visit;
  const to = safePath(text(form, "to"));
  const result = await signIn(ctx, visit, { email: text(form, "email"), password: secret(form, "password") });
  if (!result.ok) return page(<SignInPage visit={visit} refusal={result.refusal} />, refusalStatus(result.refusal));
  const next = result.value.next === "in" ? to : `/staff/sign-in/code?to=${encodeURIComponent(to)}`;
  return withCookies(onwards(next), result.value.cookies);
}

export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

function refusalStatus(refusal: Refusal): number {
  return refusal.code === "tooMany" ? 429 : 422;
}

function CodePage({ visit, refusal }: { readonly visit: Visit; readonly refusal?: Refusal | undefined }): ReactNode {
  const to = safePath(entered(visit, "to", visit.query.get("to") ?? ""));
  const isBackup = entered(visit, "kind", visit.query.get("kind") ?? "") === "backup";
  const other = `/staff/sign-in/code?to=${encodeURIComponent(to)}${isBackup ? "" : "&kind=backup"}`;
  return (
    <DoorPage visit={visit} title={isBackup ? "予備コードの入力" : "確認コードの入力"}>
      <form method="post" action="/staff/sign-in/code" className="form" noValidate>
        {refusal && <RefusalNotice refusal={refusal} />}
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="kind" value={isBackup ? "backup" : "app"} />
        {isBackup ? (
          <TextField
            name="code"
            label="予備コード"
            hint="登録のときに控えた10個のうちの一つ。一度だけ使えます。"
            short
            refusal={refusal}
          />
        ) : (
          <TextField
            name="code"
            label="確認コード"
            hint="認証アプリに今出ている6けたの数字"
            inputMode="numeric"
            autoComplete="one-time-code"
            short
            refusal={refusal}
          />
        )}
        <div className="actions">
          <button className="button">確かめる</button>
          <a href={other}>{isBackup ? "認証アプリのコードを使う" : "端末が手元にないとき（予備コード）"}</a>
        </div>
      </form>
      <p className="mt-8">
        <a href="/staff/sign-in">はじめからやり直す</a>
      </p>
    </DoorPage>
  );
}

export async function showCode(visit: Visit): Promise<Response> {
  if (!(await isCodeAsked(visit.ctx, visit))) return onwards("/staff/sign-in");
  return page(<CodePage visit={visit} />);
}

export async function postCode(visit: Visit): Promise<Response> {
  const { form, ctx } = visit;
  const kind = text(form, "kind") === "backup" ? "backup" : "app";
  const result = await confirmCode(ctx, visit, { code: text(form, "code"), kind });
  if (result.ok) return withCookies(onwards(safePath(text(form, "to"))), result.value.cookies);
  if (result.refusal.code === "challengeOver") return page(<SignInPage visit={visit} refusal={result.refusal} />, 422);
  return page(<CodePage visit={visit} refusal={result.refusal} />, refusalStatus(result.refusal));
}

export async function postSignOut(visit: Visit): Promise<Response> {
  const { way, cookies } = await signOut(visit.ctx, visit);
  return withCookies(onwards(`/staff/sign-in${way === "oidc" ? "?from=oidc" : ""}`, "signedOut"), cookies);
}
