import type { ReactNode } from "react";
import {
  mayManagePeople,
  momentWords,
  removePasskeyOf,
  setEmployeeNumber,
  signInKeysOf,
  untieAccounts,
  type SignInKeys,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { entered } from "../entered.ts";
import { peopleCrumbs } from "../people.tsx";
import { personIdOf } from "../person.tsx";

interface KeysProps {
  readonly visit: Visit;
  readonly keys: SignInKeys;
  readonly refusal?: Refusal | undefined;
}

function KeysPage(props: KeysProps): ReactNode {
  const { visit, keys } = props;
  const base = `/staff/people/${personIdOf(visit)}`;
  return (
    <StaffPage
      visit={visit}
      title="職員番号とサインインの登録"
      crumbs={[...peopleCrumbs, { href: base, label: keys.name }]}
    >
      <EmployeeNumber {...props} />
      <section className="mt-10">
        <h2 className="mb-4 text-[1.25rem]">認証サービスとの結び付き</h2>
        <Links {...props} />
      </section>
      <section className="mt-10">
        <h2 className="mb-4 text-[1.25rem]">パスキー</h2>
        <Passkeys {...props} />
      </section>
    </StaffPage>
  );
}

function keysPath(visit: Visit): string {
  return `/staff/people/${personIdOf(visit)}/sign-in-keys`;
}

function EmployeeNumber({ visit, keys, refusal }: KeysProps): ReactNode {
  if (!mayManagePeople(visit.ctx.actor)) return <p>職員番号　{keys.employeeNumber || "登録されていません"}</p>;
  return (
    <Form action={keysPath(visit)} refusal={refusal}>
      <TextField
        name="employeeNumber"
        label="職員番号"
        short
        hint="OIDCやLDAPでサインインした人を、この番号で突き合わせます。使わない市では空のままにします。"
        value={entered(visit, "employeeNumber", keys.employeeNumber)}
        refusal={refusal}
      />
      <button className="button">保存する</button>
    </Form>
  );
}

function Links({ visit, keys }: KeysProps): ReactNode {
  if (keys.links.length === 0) return <p>まだ、OIDCやLDAPでサインインしたことがありません。</p>;
  return (
    <>
      <ul className="list-disc pl-6">
        {keys.links.map(({ provider, at }) => (
          <li key={provider}>
            {provider === "ldap" ? "LDAP" : provider.replace(/^oidc:/, "OIDC ")}（{momentWords(at)}から）
          </li>
        ))}
      </ul>
      {mayManagePeople(visit.ctx.actor) && (
        <Form action={`${keysPath(visit)}/untying`} className="mt-4">
          <p className="mb-4 text-[0.875rem]">
            認証サービスの側でアカウントを作り直したときに外します。次のサインインで、新しいアカウントと結び付きます。
          </p>
          <button className="button button-secondary">結び付きを外す</button>
        </Form>
      )}
    </>
  );
}

function Passkeys({ visit, keys }: KeysProps): ReactNode {
  if (keys.passkeys.length === 0) return <p>登録されていません。</p>;
  return (
    <ul className="list-plain grid gap-4">
      {keys.passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id} className="card">
          <p>
            {name}（{momentWords(createdAt)}登録、
            {lastUsedAt ? `最後に使った時 ${momentWords(lastUsedAt)}` : "まだ使っていません"}）
          </p>
          {mayManagePeople(visit.ctx.actor) && (
            <Form action={`${keysPath(visit)}/passkeys/${id}/removal`} className="mt-4">
              <button className="button button-danger button-small">
                外す<span className="visually-hidden">（{name}）</span>
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

export async function showPersonKeys(visit: Visit, refusal?: Refusal): Promise<Response> {
  const keys = await signInKeysOf(visit.ctx, personIdOf(visit));
  return page(<KeysPage visit={visit} keys={keys} refusal={refusal} />, refusal ? 422 : 200);
}

export async function postEmployeeNumber(visit: Visit): Promise<Response> {
  const input = { personId: personIdOf(visit), employeeNumber: text(visit.form, "employeeNumber") };
  const result = await setEmployeeNumber(visit.ctx, input);
  return result.ok ? onwards(keysPath(visit), "saved") : showPersonKeys(visit, result.refusal);
}

export async function postUntying(visit: Visit): Promise<Response> {
  await untieAccounts(visit.ctx, { personId: personIdOf(visit) });
  return onwards(keysPath(visit), "saved");
}

export async function postPasskeyTakenAway(visit: Visit): Promise<Response> {
  await removePasskeyOf(visit.ctx, { personId: personIdOf(visit), id: visit.params["passkeyId"] ?? "" });
  return onwards(keysPath(visit), "saved");
}
