import type { ReactNode } from "react";
import { roles, type Role } from "#domain/audit/index.ts";
import {
  decidedWays,
  decideWays,
  isRole,
  placeLabels,
  places,
  roleLabels,
  signInWays,
  wayLabels,
  type DecidedWays,
  type SignInWay,
  type WayRule,
  type WayRules,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { peopleCrumbs } from "../people.tsx";

export const waysPath = "/staff/people/sign-in-ways";
export const waysCrumbs = [...peopleCrumbs, { href: waysPath, label: "サインインの方法" }];

interface WaysProps {
  readonly visit: Visit;
  readonly decided: DecidedWays;
  readonly refusal?: Refusal | undefined;
}

const hints: Readonly<Record<SignInWay, string>> = {
  password:
    "システム管理者のパスワードは、いつもどこでも使えます。ほかの方法が止まっても、設定を直せるようにするためです。",
  oidc: "市が使っている認証サービス（OpenID Connect）の画面でサインインします。",
  ldap: "庁内のユーザー名とパスワードで、このサイトの画面からサインインします。",
  passkey: "端末やセキュリティキーで確かめます。二要素として数えるので、確認コードは求めません。本人が登録します。",
};

function WaysPage({ visit, decided, refusal }: WaysProps): ReactNode {
  return (
    <StaffPage visit={visit} title="サインインの方法" crumbs={peopleCrumbs}>
      <div className="prose mb-6">
        <p>
          どの役割の人が、どの方法でサインインできるかを決めます。役割がいくつもある人は、どれか一つの役割に開いていれば使えます。
        </p>
      </div>
      <Form action={waysPath} refusal={refusal}>
        {signInWays.map((way) => (
          <WayFields key={way} way={way} decided={decided} />
        ))}
        <div className="actions">
          <button className="button">保存する</button>
          <a href="/staff/people">やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
}

function WayFields({ way, decided }: { readonly way: SignInWay; readonly decided: DecidedWays }): ReactNode {
  const rule = decided.rules[way];
  return (
    <section className="card">
      <h2 className="mb-2 text-[1.25rem]">{wayLabels[way]}</h2>
      <p className="mb-4 text-[0.875rem]">{hints[way]}</p>
      {(way === "oidc" || way === "ldap") && <Connection way={way} label={decided[way]?.label} />}
      <RoleBoxes way={way} rule={rule} />
      <SelectField
        name={`${way}Place`}
        label={`${wayLabels[way]}を使えるところ`}
        options={places.map((place) => ({ value: place, label: placeLabels[place] }))}
        value={rule.place}
      />
    </section>
  );
}

function Connection({ way, label }: { readonly way: "oidc" | "ldap"; readonly label: string | undefined }): ReactNode {
  return (
    <p className="mb-4">
      接続先は{label === undefined ? "まだ設定されていません。" : `「${label}」です。`}
      <a href={`${waysPath}/${way}`}>接続先を設定する{label !== undefined && "・接続を試す"}</a>
    </p>
  );
}

function RoleBoxes({ way, rule }: { readonly way: SignInWay; readonly rule: WayRule }): ReactNode {
  const isKept = (role: Role) => way === "password" && role === "administrator";
  return (
    <fieldset className="field mb-4">
      <legend className="field-label">{wayLabels[way]}を使える役割</legend>
      <div className="grid gap-x-4 sm:grid-cols-3">
        {roles.map((role) => (
          <label key={role} className="choice">
            <input
              type="checkbox"
              name={way}
              value={role}
              defaultChecked={isKept(role) || rule.roles.includes(role)}
              disabled={isKept(role)}
            />
            <span>{roleLabels[role]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

async function waysPage(visit: Visit, decided: DecidedWays, refusal?: Refusal): Promise<Response> {
  return page(<WaysPage visit={visit} decided={decided} refusal={refusal} />, refusal ? 422 : 200);
}

export async function showWays(visit: Visit): Promise<Response> {
  return waysPage(visit, await decidedWays(visit.ctx));
}

export async function postWays(visit: Visit): Promise<Response> {
  const rules = enteredRules(visit.form);
  const result = await decideWays(visit.ctx, rules);
  if (result.ok) return onwards(waysPath, "saved");
  return waysPage(visit, { ...(await decidedWays(visit.ctx)), rules }, result.refusal);
}

function enteredRules(form: FormData): WayRules {
  const ruleOf = (way: SignInWay): WayRule => {
    const place = places.find((each) => each === text(form, `${way}Place`)) ?? "anywhere";
    const kept: readonly Role[] = way === "password" ? ["administrator"] : [];
    return { roles: [...kept, ...texts(form, way).filter(isRole)], place };
  };
  return { password: ruleOf("password"), oidc: ruleOf("oidc"), ldap: ruleOf("ldap"), passkey: ruleOf("passkey") };
}
