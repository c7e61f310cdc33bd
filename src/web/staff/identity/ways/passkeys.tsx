import type { ReactNode } from "react";
import {
  canRegisterPasskey,
  momentWords,
  ownPasskeys,
  ownRecord,
  registerPasskey,
  removeOwnPasskey,
  startPasskey,
  type Passkey,
  type PasskeyRound,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { accountCrumbs } from "../account.tsx";
import { secret } from "../entered.ts";
import { PasskeyForm } from "./passkey-door.tsx";

const base = "/staff/account/passkeys";
const crumbs = [...accountCrumbs, { href: base, label: "パスキー" }];

interface PasskeysProps {
  readonly visit: Visit;
  readonly passkeys: readonly Passkey[];
  readonly hasPassword: boolean;
  readonly refusal?: Refusal | undefined;
}

function PasskeysPage(props: PasskeysProps): ReactNode {
  const { visit, passkeys } = props;
  return (
    <StaffPage visit={visit} title="パスキー" crumbs={accountCrumbs}>
      <div className="prose mb-6">
        <p>
          パスキーは、お手元の端末や鍵に入る、パスワードの代わりです。端末が指紋や顔、PINで本人かどうかを確かめるので、確認コードも要りません。
        </p>
      </div>
      {passkeys.length > 0 ? (
        <PasskeyTable passkeys={passkeys} />
      ) : (
        <Empty title="パスキーは、まだ登録されていません。" />
      )}
      <h2 className="mt-10 mb-4 text-[1.25rem]">この端末を登録する</h2>
      {canRegisterPasskey(visit.ctx, visit) ? <StartForm {...props} /> : <NoSecureHost />}
    </StaffPage>
  );
}

function NoSecureHost(): ReactNode {
  return (
    <Notice title="このアドレスでは登録できません。" tone="caution">
      <p>
        https:// で始まる、名前のアドレスで開いたときに登録できます。サーバーの設定は、システム管理者にお尋ねください。
      </p>
    </Notice>
  );
}

/** The password once more; whoever has none must have signed in just now. */
export function OwnerFields({ hasPassword, refusal }: Pick<PasskeysProps, "hasPassword" | "refusal">): ReactNode {
  if (!hasPassword) return <p>サインインしてから15分のあいだ、変えられます。</p>;
  return (
    <TextField
      name="current"
      label="今のパスワード"
      type="password"
      autoComplete="current-password"
      hint="本人であることを確かめます。"
      required
      refusal={refusal}
    />
  );
}

function StartForm({ hasPassword, refusal }: PasskeysProps): ReactNode {
  return (
    <Form action={base} refusal={refusal}>
      <OwnerFields hasPassword={hasPassword} refusal={refusal} />
      <button className="button">登録を始める</button>
    </Form>
  );
}

function PasskeyTable({ passkeys }: { readonly passkeys: readonly Passkey[] }): ReactNode {
  return (
    <TableFrame label="登録したパスキー">
      <table className="table">
        <caption className="visually-hidden">登録したパスキー</caption>
        <thead>
          <tr>
            <th scope="col">端末</th>
            <th scope="col">登録</th>
            <th scope="col">最後に使った時</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {passkeys.map(({ id, name, host, createdAt, lastUsedAt }) => (
            <tr key={id}>
              <th scope="row" className="min-w-32 font-normal">
                {name}
                <span className="field-hint block">{host}</span>
              </th>
              <td className="whitespace-nowrap">{momentWords(createdAt)}</td>
              <td className="whitespace-nowrap">{lastUsedAt ? momentWords(lastUsedAt) : "まだ使っていません"}</td>
              <td>
                <a href={`${base}/${id}/removal`}>
                  外す<span className="visually-hidden">（{name}）</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

async function passkeysPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { hasPassword } = (await ownRecord(visit.ctx)).person;
  const passkeys = await ownPasskeys(visit.ctx);
  return page(
    <PasskeysPage visit={visit} passkeys={passkeys} hasPassword={hasPassword} refusal={refusal} />,
    refusal ? 422 : 200,
  );
}

export function showPasskeys(visit: Visit): Promise<Response> {
  return passkeysPage(visit);
}

interface RegisterProps {
  readonly visit: Visit;
  readonly asked: PasskeyRound<object>;
}

function RegisterPage({ visit, asked }: RegisterProps): ReactNode {
  return (
    <StaffPage visit={visit} title="パスキーの登録" crumbs={crumbs}>
      <PasskeyForm
        action={`${base}/registration`}
        question={{ kind: "create", options: asked.options }}
        round={asked.round}
        button="この端末に登録する"
      >
        <TextField
          name="name"
          label="端末の名前"
          hint="あとで見分けるための名前です（例：庁内のノートパソコン、青いセキュリティキー）。"
          value="この端末"
          required
        />
      </PasskeyForm>
      <p className="mt-6">
        <a href={base}>やめて戻る</a>
      </p>
    </StaffPage>
  );
}

export async function postPasskeyStart(visit: Visit): Promise<Response> {
  const result = await startPasskey(visit.ctx, visit, secret(visit.form, "current"));
  return result.ok ? page(<RegisterPage visit={visit} asked={result.value} />) : passkeysPage(visit, result.refusal);
}

export async function postPasskeyRegistration(visit: Visit): Promise<Response> {
  const { form, ctx } = visit;
  const input = { round: text(form, "round"), answer: text(form, "answer"), name: text(form, "name") };
  const result = await registerPasskey(ctx, visit, input);
  return result.ok ? onwards(base, "saved") : passkeysPage(visit, result.refusal);
}

interface RemovalProps {
  readonly visit: Visit;
  readonly passkey: Passkey;
  readonly hasPassword: boolean;
  readonly refusal?: Refusal | undefined;
}

function RemovalPage({ visit, passkey, hasPassword, refusal }: RemovalProps): ReactNode {
  return (
    <StaffPage visit={visit} title={`「${passkey.name}」を外す`} crumbs={crumbs}>
      {refusal && !hasPassword && <RefusalNotice refusal={refusal} />}
      <p className="mb-6">
        外すと、このパスキーではサインインできなくなります。端末の中のパスキーは、端末の設定で消します。
      </p>
      <Form action={`${base}/${passkey.id}/removal`} refusal={hasPassword ? refusal : undefined}>
        <OwnerFields hasPassword={hasPassword} refusal={refusal} />
        <div className="actions">
          <button className="button button-danger">外す</button>
          <a href={base}>やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
}

export async function showPasskeyRemoval(visit: Visit, refusal?: Refusal): Promise<Response> {
  const passkey = (await ownPasskeys(visit.ctx)).find((each) => each.id === visit.params["passkeyId"]);
  if (!passkey) return onwards(base); // removed already, perhaps on another device
  const { hasPassword } = (await ownRecord(visit.ctx)).person;
  return page(
    <RemovalPage visit={visit} passkey={passkey} hasPassword={hasPassword} refusal={refusal} />,
    refusal ? 422 : 200,
  );
}

export async function postPasskeyRemoval(visit: Visit): Promise<Response> {
  const input = { id: visit.params["passkeyId"] ?? "", password: secret(visit.form, "current") };
  const result = await removeOwnPasskey(visit.ctx, visit, input);
  return result.ok ? onwards(base, "saved") : showPasskeyRemoval(visit, result.refusal);
}
