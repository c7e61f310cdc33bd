import type { ReactNode } from "react";
import {
  confirmSecondFactor,
  mustHaveSecondFactor,
  ownPasskeys,
  ownRecord,
  removeOwnSecondFactor,
  renewBackupCodes,
  secondFactorPolicy,
  startSecondFactor,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { accountCrumbs } from "./account.tsx";
import { secret } from "./entered.ts";
import { QrCode } from "./qr-code.tsx";
import { withCookies } from "./sign-in.tsx";

const base = "/staff/account/second-factor";

interface StatusProps {
  readonly visit: Visit;
  readonly isEnrolled: boolean;
  readonly isDemanded: boolean;
  readonly hasPasskey: boolean;
  readonly refusal?: Refusal | undefined;
}

function StatusPage(props: StatusProps): ReactNode {
  const { visit, isEnrolled, isDemanded, hasPasskey } = props;
  return (
    <StaffPage visit={visit} title="確認コード" crumbs={isDemanded && !isEnrolled ? [] : accountCrumbs}>
      <div className="prose">
        {isDemanded && !isEnrolled && (
          <Notice title="お使いの役割では、確認コードが必要です。" tone="caution">
            <p>
              {hasPasskey
                ? "パスキーでサインインし直すと、ほかのページを開けるようになります。"
                : "登録が終わると、ほかのページを開けるようになります。"}
            </p>
          </Notice>
        )}
        <p>
          サインインのとき、パスワードに加えて、お手元の端末の認証アプリに出る6けたの数字を入れます。パスワードが知られても、ほかの人は入れません。
        </p>
        <p>
          <a href="/staff/account/passkeys">パスキー</a>
          でサインインするときは、確認コードは要りません。
        </p>
        <p>今は{isEnrolled ? "使っています。" : "使っていません。"}</p>
      </div>
      <div className="mt-8">{isEnrolled ? <EnrolledActs {...props} /> : <StartForm {...props} />}</div>
    </StaffPage>
  );
}

function StartForm({ refusal }: StatusProps): ReactNode {
  return (
    <Form action={base} refusal={refusal}>
      <TextField
        name="current"
        label="今のパスワード"
        type="password"
        autoComplete="current-password"
        required
        refusal={refusal}
        hint="本人であることを確かめます。"
      />
      <button className="button">登録を始める</button>
    </Form>
  );
}

function EnrolledActs({ refusal, isDemanded }: StatusProps): ReactNode {
  return (
    <>
      <Form action={`${base}/change`} refusal={refusal}>
        <TextField
          name="current"
          label="今のパスワード"
          type="password"
          autoComplete="current-password"
          required
          refusal={refusal}
        />
        <div className="actions">
          <button className="button" name="act" value="codes">
            予備コードを作り直す
          </button>
          {!isDemanded && (
            <button className="button button-secondary" name="act" value="remove">
              確認コードを外す
            </button>
          )}
        </div>
      </Form>
      {isDemanded && (
        <p className="mt-4 text-[0.875rem]">
          お使いの役割では外せません。端末を替えるときは、システム管理者にご相談ください。
        </p>
      )}
    </>
  );
}

async function statusPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { person } = await ownRecord(visit.ctx);
  const roles = visit.ctx.actor.kind === "person" ? visit.ctx.actor.roles : [];
  const isDemanded = mustHaveSecondFactor(await secondFactorPolicy(visit.ctx), roles, visit.signInDesk.zone);
  const hasPasskey = (await ownPasskeys(visit.ctx)).length > 0;
  const standing = { isEnrolled: person.hasSecondFactor, isDemanded, hasPasskey };
  return page(<StatusPage visit={visit} {...standing} refusal={refusal} />, refusal ? 422 : 200);
}

export function showSecondFactor(visit: Visit): Promise<Response> {
  return statusPage(visit);
}

interface EnrolProps {
  readonly visit: Visit;
  /** otpauth://totp/… */
  readonly address: string;
  readonly refusal?: Refusal | undefined;
}

/** The address travels in the form, so that a mistyped code shows the same picture again; it is only shown, never stored from there. */
function EnrolPage({ visit, address, refusal }: EnrolProps): ReactNode {
  const key = new URL(address).searchParams.get("secret") ?? "";
  return (
    <StaffPage visit={visit} title="確認コードの登録" crumbs={[...accountCrumbs, { href: base, label: "確認コード" }]}>
      <ol className="prose list-decimal pl-6">
        <li>お手元の端末で、認証アプリ（時刻にもとづくワンタイムパスワードのアプリ）を開きます。</li>
        <li>アプリでこの図を読み取ります。</li>
      </ol>
      <div className="my-4">
        <QrCode text={address} label="認証アプリで読み取る図。読み取れないときは、下のキーを入れてください。" />
      </div>
      <p>
        読み取れないときは、このキーを入れます。
        <br />
        <code className="break-all">{key.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <Form action={`${base}/confirmation`} refusal={refusal} className="form mt-8">
        <input type="hidden" name="address" value={address} />
        <TextField
          name="code"
          label="アプリに出た確認コード"
          hint="6けたの数字"
          inputMode="numeric"
          autoComplete="one-time-code"
          short
          required
          refusal={refusal}
        />
        <div className="actions">
          <button className="button">確かめて登録する</button>
          <a href={base}>やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
}

export async function postSecondFactor(visit: Visit): Promise<Response> {
  const result = await startSecondFactor(visit.ctx, visit, secret(visit.form, "current"));
  return result.ok ? page(<EnrolPage visit={visit} address={result.value} />) : statusPage(visit, result.refusal);
}

export async function postConfirmation(visit: Visit): Promise<Response> {
  const result = await confirmSecondFactor(visit.ctx, visit, text(visit.form, "code"));
  if (result.ok)
    return withCookies(page(<BackupCodesPage visit={visit} codes={result.value.backupCodes} />), result.value.cookies);
  const address = text(visit.form, "address");
  if (!address.startsWith("otpauth://totp/") || !URL.canParse(address)) return statusPage(visit, result.refusal);
  return page(<EnrolPage visit={visit} address={address} refusal={result.refusal} />, 422);
}

function BackupCodesPage({ visit, codes }: { readonly visit: Visit; readonly codes: readonly string[] }): ReactNode {
  return (
    <StaffPage visit={visit} title="予備コードを控えてください" crumbs={accountCrumbs}>
      <Notice title="確認コードを使えるようになりました。" tone="good">
        <p>
          端末が手元にないときは、次の予備コードを一つ入れて入れます。一つにつき一度だけ使えます。この画面を閉じると、もう表示されません。
        </p>
      </Notice>
      <ul className="list-plain my-6 grid max-w-[24rem] grid-cols-2 gap-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="text-[1.125rem]">{code}</code>
          </li>
        ))}
      </ul>
      <p className="mb-6">印刷するか書き写して、パスワードとは別の、鍵のかかる所に置いてください。</p>
      <a className="button no-print" href="/staff">
        控えました
      </a>
    </StaffPage>
  );
}

export async function postSecondFactorChange(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const password = secret(form, "current");
  if (text(form, "act") === "codes") {
    const codes = await renewBackupCodes(ctx, visit, password);
    return codes.ok ? page(<BackupCodesPage visit={visit} codes={codes.value} />) : statusPage(visit, codes.refusal);
  }
  const removed = await removeOwnSecondFactor(ctx, visit, password);
  if (!removed.ok) return statusPage(visit, removed.refusal);
  return withCookies(onwards("/staff/account", "secondFactorRemoved"), removed.value);
}
