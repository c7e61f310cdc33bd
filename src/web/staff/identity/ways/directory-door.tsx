import type { ReactNode } from "react";
import { doorWays, signInByDirectory } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { DoorPage } from "../door-page.tsx";
import { entered, secret } from "../entered.ts";
import { safePath } from "../safe-path.ts";
import { refusalStatus, signInAnswer } from "../sign-in.tsx";

interface DirectoryPageProps {
  readonly visit: Visit;
  readonly label: string;
  readonly refusal?: Refusal | undefined;
}

function DirectoryPage({ visit, label, refusal }: DirectoryPageProps): ReactNode {
  const to = safePath(entered(visit, "to", visit.query.get("to") ?? ""));
  return (
    <DoorPage visit={visit} title={`${label}でサインイン`}>
      <form method="post" action="/staff/sign-in/ldap" className="form" noValidate>
        {refusal && <RefusalNotice refusal={refusal} />}
        <input type="hidden" name="to" value={to} />
        <TextField
          name="login"
          label="ユーザー名"
          hint="庁内のパソコンなどで使っているもの"
          autoComplete="username"
          value={entered(visit, "login")}
        />
        <TextField name="password" label="庁内のパスワード" type="password" autoComplete="current-password" />
        <button className="button">サインインする</button>
      </form>
      <p className="mt-8">
        <a href={`/staff/sign-in?to=${encodeURIComponent(to)}`}>ほかの方法でサインインする</a>
      </p>
    </DoorPage>
  );
}

async function directoryPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ldap } = await doorWays(visit.ctx, visit);
  if (ldap === undefined) return onwards("/staff/sign-in");
  return page(<DirectoryPage visit={visit} label={ldap} refusal={refusal} />, refusal ? refusalStatus(refusal) : 200);
}

export function showDirectoryDoor(visit: Visit): Promise<Response> {
  return directoryPage(visit);
}

export async function postDirectoryDoor(visit: Visit): Promise<Response> {
  const { form, ctx } = visit;
  const input = { login: text(form, "login"), password: secret(form, "password") };
  const result = await signInByDirectory(ctx, visit, input);
  return result.ok ? signInAnswer(result.value, safePath(text(form, "to"))) : directoryPage(visit, result.refusal);
}
