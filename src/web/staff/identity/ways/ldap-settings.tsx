import type { ReactNode } from "react";
import { decidedWays, setUpLdap, type LdapSettings, type Trial } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, TextArea, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { entered, secret } from "../entered.ts";
import { ConnectionPage, LabelField, MatchField, SecretField, trialOf } from "./connection-page.tsx";
import { waysPath } from "./ways-settings.tsx";

const blank: LdapSettings = {
  label: "",
  match: "employeeNumber",
  url: "ldaps://",
  startTls: false,
  authority: "",
  account: "",
  base: "",
  filter: "(&(objectClass=person)(uid={login}))",
  attribute: "employeeNumber",
};

interface LdapPageProps {
  readonly visit: Visit;
  readonly stored: LdapSettings | undefined;
  readonly trial?: Trial | undefined;
  readonly refusal?: Refusal | undefined;
}

function LdapPage({ visit, stored, trial, refusal }: LdapPageProps): ReactNode {
  const settings = stored ?? blank;
  const value = (name: string) => entered(visit, name, String(settings[name as keyof LdapSettings] ?? "")); // "" for others
  const isStartTls = visit.form.has("url") ? visit.form.has("startTls") : settings.startTls;
  const frame = { visit, way: "ldap", title: "LDAPの接続先", isSet: stored !== undefined, trial, refusal } as const;
  return (
    <ConnectionPage {...frame}>
      <LabelField value={value} refusal={refusal} />
      <ServerFields value={value} isStartTls={isStartTls} refusal={refusal} />
      <SecretField label="読み取り用アカウントのパスワード" isSet={stored !== undefined} />
      <SearchFields value={value} refusal={refusal} />
    </ConnectionPage>
  );
}

interface FieldsProps {
  readonly value: (name: string) => string;
  readonly refusal: Refusal | undefined;
}

function ServerFields({ value, isStartTls, refusal }: FieldsProps & { readonly isStartTls: boolean }): ReactNode {
  const field = (name: keyof LdapSettings) => ({ name, value: value(name), refusal });
  return (
    <>
      <TextField
        {...field("url")}
        label="サーバーのアドレス"
        required
        hint="ldaps://ホスト:636。ldap:// のときは、下の StartTLS を選びます。暗号化しない接続は使えません。"
      />
      <Choices
        name="startTls"
        label="暗号化"
        kind="checkbox"
        options={[{ value: "1", label: "StartTLS を使う（ldap:// のとき）" }]}
        chosen={isStartTls ? ["1"] : []}
      />
      <TextArea
        {...field("authority")}
        label="認証局の証明書（PEM）"
        rows={4}
        hint="庁内の認証局が署名したサーバーのときに貼り付けます。サーバーのコンピューターが知っている認証局なら空のままにします。"
      />
      <TextField
        {...field("account")}
        label="読み取り用アカウント（DN）"
        hint="例：cn=reader,dc=city,dc=lg,dc=jp。空なら、アカウントなしで探します。"
      />
    </>
  );
}

function SearchFields({ value, refusal }: FieldsProps): ReactNode {
  const field = (name: keyof LdapSettings) => ({ name, value: value(name), refusal });
  return (
    <>
      <TextField {...field("base")} label="探す場所（ベースDN）" required hint="例：ou=people,dc=city,dc=lg,dc=jp" />
      <TextField
        {...field("filter")}
        label="検索条件"
        required
        hint="{login} に、入力されたユーザー名が入ります。Active Directory では (&(objectClass=user)(sAMAccountName={login})) など。"
      />
      <MatchField value={value} />
      <TextField
        {...field("attribute")}
        label="突き合わせる属性"
        required
        hint="職員番号やメールアドレスが入っている属性の名前（例：employeeNumber、mail）。"
      />
    </>
  );
}

async function ldapPage(visit: Visit, more: Pick<LdapPageProps, "trial" | "refusal"> = {}): Promise<Response> {
  const { ldap } = await decidedWays(visit.ctx);
  return page(<LdapPage visit={visit} stored={ldap} {...more} />, more.refusal ? 422 : 200);
}

export function showLdapSettings(visit: Visit): Promise<Response> {
  return ldapPage(visit);
}

export async function postLdapSettings(visit: Visit): Promise<Response> {
  const { form, ctx, signInDesk } = visit;
  const settings: LdapSettings = {
    label: text(form, "label"),
    match: text(form, "match") === "email" ? "email" : "employeeNumber",
    url: text(form, "url"),
    startTls: form.has("startTls"),
    authority: text(form, "authority"),
    account: text(form, "account"),
    base: text(form, "base"),
    filter: text(form, "filter"),
    attribute: text(form, "attribute"),
  };
  const result = await setUpLdap(ctx, signInDesk, { settings, secret: secret(form, "secret") });
  return result.ok ? onwards(`${waysPath}/ldap`, "saved") : ldapPage(visit, { refusal: result.refusal });
}

export async function postLdapTrial(visit: Visit): Promise<Response> {
  return ldapPage(visit, { trial: await trialOf(visit, "ldap") });
}
