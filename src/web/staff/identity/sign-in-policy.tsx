import type { ReactNode } from "react";
import {
  demandLabels,
  demands,
  isDemand,
  roleLabels,
  secondFactorPolicy,
  setSecondFactorPolicy,
  type SecondFactorPolicy,
} from "#domain/identity/index.ts";
import { roles } from "#domain/audit/index.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { peopleCrumbs } from "./people.tsx";

const zoneWords = {
  both: "インターネットから使えることがある",
  inside: "庁内だけで使う",
  outside: "インターネットから使える",
};

function PolicyPage({ visit, policy }: { readonly visit: Visit; readonly policy: SecondFactorPolicy }): ReactNode {
  const options = demands.map((demand) => ({ value: demand, label: demandLabels[demand] }));
  return (
    <StaffPage visit={visit} title="確認コードの決まり" crumbs={peopleCrumbs}>
      <div className="prose mb-6">
        <p>
          サインインのとき、どの役割の人に認証アプリの確認コードを求めるかを決めます。求められた人は、次に開いたとき、まず登録の画面に案内されます。
        </p>
        <p>このサーバーは「{zoneWords[visit.signInDesk.zone]}」設定で動いています。</p>
      </div>
      <Form action="/staff/people/sign-in-policy">
        {roles.map((role) => (
          <SelectField key={role} name={role} label={roleLabels[role]} options={options} value={policy[role]} />
        ))}
        <div className="actions">
          <button className="button">保存する</button>
          <a href="/staff/people">やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
}

export async function showSignInPolicy(visit: Visit): Promise<Response> {
  return page(<PolicyPage visit={visit} policy={await secondFactorPolicy(visit.ctx)} />);
}

export async function postSignInPolicy(visit: Visit): Promise<Response> {
  const decided = roles.map((role) => [role, text(visit.form, role)] as const).filter(([, demand]) => isDemand(demand));
  await setSecondFactorPolicy(visit.ctx, Object.fromEntries(decided));
  return onwards("/staff/people/sign-in-policy", "saved");
}
