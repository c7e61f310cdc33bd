import type { ReactNode } from "react";
import { decidedWays, oidcReturnPath, setUpOidc, type OidcSettings, type Trial } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { entered, secret } from "../entered.ts";
import { ConnectionPage, LabelField, MatchField, SecretField, trialOf } from "./connection-page.tsx";
import { waysPath } from "./ways-settings.tsx";

const blank: OidcSettings = {
  label: "",
  match: "employeeNumber",
  issuer: "",
  clientId: "",
  scopes: "profile email",
  claim: "employee_number",
  twoFactors: false,
};

interface OidcPageProps {
  readonly visit: Visit;
  readonly stored: OidcSettings | undefined;
  readonly trial?: Trial | undefined;
  readonly refusal?: Refusal | undefined;
}

function OidcPage({ visit, stored, trial, refusal }: OidcPageProps): ReactNode {
  const settings = stored ?? blank;
  const value = (name: string) => entered(visit, name, String(settings[name as keyof OidcSettings] ?? "")); // "" for others
  const field = (name: keyof OidcSettings) => ({ name, value: value(name), refusal });
  const isTwo = visit.form.has("issuer") ? visit.form.has("twoFactors") : settings.twoFactors;
  const frame = { visit, way: "oidc", title: "OIDCの接続先", isSet: stored !== undefined, trial, refusal } as const;
  return (
    <ConnectionPage {...frame} before={<Registration visit={visit} />}>
      <LabelField value={value} refusal={refusal} />
      <TextField
        {...field("issuer")}
        label="発行者（issuer）"
        type="url"
        required
        hint="https:// で始まるアドレス。この下の /.well-known/openid-configuration を読みます。"
      />
      <TextField {...field("clientId")} label="クライアントID" required />
      <SecretField label="クライアントシークレット" isSet={stored !== undefined} />
      <TextField {...field("scopes")} label="スコープ" hint="openid のほかに求めるもの。空白で区切ります。" />
      <MatchField value={value} />
      <TextField
        {...field("claim")}
        label="突き合わせるクレーム"
        required
        hint="職員番号やメールアドレスが入っている項目の名前（例：employee_number、email）。"
      />
      <Choices
        name="twoFactors"
        label="二要素認証"
        kind="checkbox"
        options={[
          {
            value: "1",
            label: "認証サービスが、全員に二要素認証を求めている",
            hint: "選ぶと、このサイトの確認コードは求めません。",
          },
        ]}
        chosen={isTwo ? ["1"] : []}
      />
    </ConnectionPage>
  );
}

function Registration({ visit }: { readonly visit: Visit }): ReactNode {
  const origin = visit.signInDesk.originOf(visit.request, visit.ctx.municipality);
  return (
    <div className="prose mb-8">
      <p>認証サービスの側には、次の二つを登録してください。</p>
      <dl>
        <dt className="font-bold">戻り先（redirect URI）</dt>
        <dd>
          <code className="break-all">{`${origin}${oidcReturnPath}`}</code>
        </dd>
        <dt className="font-bold">サインアウトのあとの戻り先</dt>
        <dd>
          <code className="break-all">{`${origin}/staff/sign-in`}</code>
        </dd>
      </dl>
    </div>
  );
}

async function oidcPage(visit: Visit, more: Pick<OidcPageProps, "trial" | "refusal"> = {}): Promise<Response> {
  const { oidc } = await decidedWays(visit.ctx);
  return page(<OidcPage visit={visit} stored={oidc} {...more} />, more.refusal ? 422 : 200);
}

export function showOidcSettings(visit: Visit): Promise<Response> {
  return oidcPage(visit);
}

export async function postOidcSettings(visit: Visit): Promise<Response> {
  const { form, ctx, signInDesk } = visit;
  const settings: OidcSettings = {
    label: text(form, "label"),
    match: text(form, "match") === "email" ? "email" : "employeeNumber",
    issuer: text(form, "issuer"),
    clientId: text(form, "clientId"),
    scopes: text(form, "scopes"),
    claim: text(form, "claim"),
    twoFactors: form.has("twoFactors"),
  };
  const result = await setUpOidc(ctx, signInDesk, { settings, secret: secret(form, "secret") });
  return result.ok ? onwards(`${waysPath}/oidc`, "saved") : oidcPage(visit, { refusal: result.refusal });
}

export async function postOidcTrial(visit: Visit): Promise<Response> {
  return oidcPage(visit, { trial: await trialOf(visit, "oidc") });
}
