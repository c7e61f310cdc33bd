import type { ReactNode } from "react";
import { matches, matchLabels, trialLabels, tryWay, type Trial } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { waysCrumbs, waysPath } from "./ways-settings.tsx";

export interface ConnectionPageProps {
  readonly visit: Visit;
  readonly way: "oidc" | "ldap";
  readonly title: string;
  /** Whether it was saved once, so that it can be tried. */
  readonly isSet: boolean;
  readonly trial?: Trial | undefined;
  readonly refusal?: Refusal | undefined;
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** The page of one connection: its fields, and the button that tries what is saved. */
export function ConnectionPage(props: ConnectionPageProps): ReactNode {
  const { visit, way, title, isSet, trial, refusal, before, children } = props;
  const address = `${waysPath}/${way}`;
  return (
    <StaffPage visit={visit} title={title} crumbs={waysCrumbs}>
      {trial && (
        <div role="status" className="mb-6">
          <Notice title={trialLabels[trial]} tone={trial === "ok" ? "good" : "caution"} />
        </div>
      )}
      {before}
      {isSet && (
        <section className="card mb-8">
          <h2 className="mb-2 text-[1.25rem]">接続を試す</h2>
          <p className="mb-4">保存した設定で、つながるかどうかを確かめます。だれもサインインしません。</p>
          <Form action={`${address}/trial`} className="">
            <button className="button button-secondary">接続を試す</button>
          </Form>
        </section>
      )}
      <Form action={address} refusal={refusal}>
        {children}
        <div className="actions">
          <button className="button">保存する</button>
          <a href={waysPath}>やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
}

interface FieldsProps {
  readonly value: (name: string) => string;
  readonly refusal: Refusal | undefined;
}

export function LabelField({ value, refusal }: FieldsProps): ReactNode {
  return (
    <TextField
      name="label"
      label="サインインの画面に出す名前"
      hint="例：庁内アカウント。「庁内アカウントでサインインする」と表示されます。"
      required
      value={value("label")}
      refusal={refusal}
    />
  );
}

/** The secret is never shown again: an empty field keeps what is stored. */
export function SecretField({ label, isSet }: { readonly label: string; readonly isSet: boolean }): ReactNode {
  return (
    <TextField
      name="secret"
      label={label}
      type="password"
      autoComplete="off"
      hint={`サーバーの中の、所有者だけが読めるファイルに置きます。${isSet ? "空のままなら、今のものを使い続けます。" : ""}`}
    />
  );
}

export function MatchField({ value }: Pick<FieldsProps, "value">): ReactNode {
  return (
    <SelectField
      name="match"
      label="このサイトの職員との突き合わせ"
      hint="職員のページに登録したものと同じとき、その人としてサインインします。登録のない人は入れません。"
      options={matches.map((match) => ({ value: match, label: matchLabels[match] }))}
      value={value("match")}
    />
  );
}

export function trialOf(visit: Visit, way: "oidc" | "ldap"): Promise<Trial | undefined> {
  return tryWay(visit.ctx, visit.signInDesk, way);
}
