import type { ReactNode } from "react";
import {
  confirmCode,
  doorWays,
  isCodeAsked,
  signIn,
  signOut,
  type DoorWays,
  type SignedIn,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { DoorPage } from "./door-page.tsx";
import { entered, secret } from "./entered.ts";
import { safePath } from "./safe-path.ts";
import { OtherWays } from "./ways/other-ways.tsx";

interface SignInPageProps {
  readonly visit: Visit;
  readonly ways: DoorWays;
  readonly refusal?: Refusal | undefined;
}

/** The way most people use stands first; an administrator's password is always there, folded where it is the only one left. */
function SignInPage({ visit, ways, refusal }: SignInPageProps): ReactNode {
  const to = safePath(entered(visit, "to", visit.query.get("to") ?? ""));
  const hasOther = ways.oidc !== undefined || ways.ldap !== undefined || ways.passkey;
  return (
    <DoorPage visit={visit} title="サインイン">
      {visit.query.get("from") === "oidc" && <EndElsewhere />}
      {!ways.password && hasOther ? (
        <>
          {refusal && (
            <div className="mb-6">
              <RefusalNotice refusal={refusal} />
            </div>
          )}
          <OtherWays ways={ways} to={to} />
          <details className="mt-8" open={visit.form.has("password")}>
            <summary>パスワードでサインインする（システム管理者など）</summary>
            <div className="mt-4">
              <PasswordForm visit={visit} to={to} />
            </div>
          </details>
        </>
      ) : (
        <>
          <PasswordForm visit={visit} to={to} refusal={refusal} />
          {hasOther && (
            <section className="mt-8">
              <h2 className="mb-4 text-[1.125rem]">ほかの方法</h2>
              <OtherWays ways={ways} to={to} />
            </section>
          )}
        </>
      )}
      <p className="mt-8 text-[0.875rem] text-solid-gray-700">
        はじめて使うときは、システム管理者から届く招待のメールのリンクを開いてください。
      </p>
    </DoorPage>
  );
}

/** On a computer that others use, the provider's own sign-in must end too. */
function EndElsewhere(): ReactNode {
  return (
    <p className="mb-6">
      ほかの人も使うパソコンでは、
      <a href="/staff/sign-in/oidc/end">認証サービスからもサインアウトしてください</a>。
    </p>
  );
}

interface PasswordFormProps {
  readonly visit: Visit;
  readonly to: string;
  readonly refusal?: Refusal | undefined;
}

/** The forms here carry no key: signing in twice is not the same act sent twice. */
function PasswordForm({ visit, to, refusal }: PasswordFormProps): ReactNode {
  return (
    <form method="post" action="/staff/sign-in" className="form" noValidate>
      {refusal && <RefusalNotice refusal={refusal} />}
      <input type="hidden" name="to" value={to} />
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
  );
}

/** The page before the door, with what was refused where something was. */
export async function signInPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const ways = await doorWays(visit.ctx, visit);
  return page(<SignInPage visit={visit} ways={ways} refusal={refusal} />, refusal ? refusalStatus(refusal) : 200);
}

export async function showSignIn(visit: Visit): Promise<Response> {
  if (visit.ctx.actor.kind === "person") return onwards(safePath(visit.query.get("to")));
  return signInPage(visit);
}

export async function postSignIn(visit: Visit): Promise<Response> {
  const { form, ctx } = visit;
  const to = safePath(text(form, "to"));
  const result = await signIn(ctx, visit, { email: text(form, "email"), password: secret(form, "password") });
  return result.ok ? signInAnswer(result.value, to) : signInPage(visit, result.refusal);
}

/** On to where the person wanted to go, by way of the code where one is asked for. */
export function signInAnswer({ next, cookies }: SignedIn, to: string): Response {
  return withCookies(onwards(next === "in" ? to : `/staff/sign-in/code?to=${encodeURIComponent(to)}`), cookies);
}

export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

export function refusalStatus(refusal: Refusal): number {
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
  if (result.refusal.code === "challengeOver") return signInPage(visit, result.refusal);
  return page(<CodePage visit={visit} refusal={result.refusal} />, refusalStatus(result.refusal));
}

export async function postSignOut(visit: Visit): Promise<Response> {
  const { way, cookies } = await signOut(visit.ctx, visit);
  return withCookies(onwards(`/staff/sign-in${way === "oidc" ? "?from=oidc" : ""}`, "signedOut"), cookies);
}
