import type { ReactNode } from "react";
import { shortestPassword } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { TextField } from "#web/ui/forms.tsx";
import type { Visit } from "#web/visit.ts";
import { secret } from "./entered.ts";

/** Whether the person asked to see what was typed: the page comes back with the letters, and nothing is saved. */
export function asksToShow(visit: Visit): boolean {
  return visit.form.has("show");
}

/** A new password, twice. Without script, showing it is a button that sends the form back. */
export function NewPasswordFields({
  visit,
  refusal,
}: {
  readonly visit: Visit;
  readonly refusal?: Refusal | undefined;
}): ReactNode {
  const shown = asksToShow(visit);
  const type = shown ? "text" : "password";
  const value = (name: string) => (shown ? secret(visit.form, name) : undefined);
  const hint = `${shortestPassword}文字以上。短い文や、関係のない言葉をいくつか並べると、覚えやすく、見破られにくくなります。日本語も使えます。`;
  return (
    <>
      <TextField
        name="password"
        label="新しいパスワード"
        type={type}
        autoComplete="new-password"
        hint={hint}
        required
        value={value("password")}
        refusal={refusal}
      />
      <TextField
        name="again"
        label="新しいパスワード（もう一度）"
        type={type}
        autoComplete="new-password"
        required
        value={value("again")}
        refusal={refusal}
      />
    </>
  );
}

export function ShowButton(): ReactNode {
  return (
    <button className="button button-secondary" name="show" value="1">
      入力した文字を見る
    </button>
  );
}
