import type { ReactNode } from "react";
import {
  divisionsOn,
  invitePerson,
  isRole,
  momentWords,
  roleHints,
  roleLabels,
  type DivisionOnDay,
  type Invited,
} from "#domain/identity/index.ts";
import { roles } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { entered } from "./entered.ts";
import { peopleCrumbs } from "./people.tsx";

interface NewPersonProps {
  readonly visit: Visit;
  readonly divisions: readonly DivisionOnDay[];
  readonly refusal?: Refusal | undefined;
}

function NewPersonPage({ visit, divisions, refusal }: NewPersonProps): ReactNode {
  const field = (name: string, fallback = "") => ({ name, value: entered(visit, name, fallback), refusal });
  return (
    <StaffPage visit={visit} title="職員を招待する" crumbs={peopleCrumbs}>
      <p className="prose mb-6">
        招待のメールに、一度だけ使えるリンクを入れて送ります。リンクは14日間使えます。パスワードは本人が決めます。
      </p>
      <Form action="/staff/people" refusal={refusal}>
        <TextField {...field("name")} label="氏名" required />
        <TextField {...field("kana")} label="ふりがな" hint="一覧の並び順に使います。" />
        <TextField {...field("email")} label="メールアドレス" type="email" hint="サインインに使います。" required />
        <SelectField
          {...field("divisionId")}
          label="所属"
          blank="（所属なし）"
          options={divisions.map((each) => ({ value: each.id, label: each.path }))}
        />
        <TextField {...field("title")} label="職名" hint="例 課長、主査" />
        <TextField
          {...field("fromOn", visit.ctx.clock.today())}
          label="いつから"
          type="date"
          required
          short
          hint="所属と役割の始まりの日。この日より前は、サインインしても何も開けません。"
        />
        <Choices
          name="roles"
          label="役割"
          kind="checkbox"
          required
          options={roleOptions}
          chosen={texts(visit.form, "roles")}
          refusal={refusal}
        />
        <TextField
          {...field("untilOn")}
          label="役割の終わりの日"
          type="date"
          short
          hint="受託者には必ず入れてください（1年まで）。決まっていなければ空のままにします。"
        />
        <SendingChoice visit={visit} />
        <div className="actions">
          <button className="button">招待する</button>
          <a href="/staff/people">やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
}

export const roleOptions = roles.map((role) => ({ value: role, label: roleLabels[role], hint: roleHints[role] }));

export function SendingChoice({ visit }: { readonly visit: Visit }): ReactNode {
  const options = [
    { value: "mail", label: "メールで送る" },
    {
      value: "byHand",
      label: "画面に出して、わたしが渡す",
      hint: "メールが使えないとき。リンクは一度だけ表示されます。",
    },
  ];
  return (
    <Choices name="sending" label="リンクの渡し方" options={options} chosen={[entered(visit, "sending", "mail")]} />
  );
}

/** Where the link leads, and who hands it over. */
export function sendingOf(visit: Visit) {
  const origin = visit.signInDesk.originOf(visit.request, visit.ctx.municipality);
  return { origin, byHand: text(visit.form, "sending") === "byHand" };
}

async function newPersonPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const divisions = await divisionsOn(visit.ctx, visit.ctx.clock.today());
  return page(<NewPersonPage visit={visit} divisions={divisions} refusal={refusal} />, refusal ? 422 : 200);
}

export function showNewPerson(visit: Visit): Promise<Response> {
  return newPersonPage(visit);
}

export async function postPerson(visit: Visit): Promise<Response> {
  const { form } = visit;
  const untilOn = text(form, "untilOn") || null;
  const result = await invitePerson(visit.ctx, {
    name: text(form, "name"),
    kana: text(form, "kana"),
    email: text(form, "email"),
    divisionId: text(form, "divisionId"),
    title: text(form, "title"),
    fromOn: text(form, "fromOn"),
    roles: texts(form, "roles")
      .filter(isRole)
      .map((role) => ({ role, untilOn })),
    ...sendingOf(visit),
  });
  return result.ok ? invitedAnswer(visit, result.value) : newPersonPage(visit, result.refusal);
}

/** On to the person's page, or, when the link is handed over, the page that shows it once. */
export function invitedAnswer(visit: Visit, invited: Invited): Response {
  if (!invited.link) return onwards(`/staff/people/${invited.id}`, "invited");
  return page(<HandOverPage visit={visit} invited={invited} />);
}

function HandOverPage({ visit, invited }: { readonly visit: Visit; readonly invited: Invited }): ReactNode {
  return (
    <StaffPage visit={visit} title="招待のリンク" crumbs={peopleCrumbs}>
      <Notice title="このリンクを、本人だけに渡してください。" tone="caution">
        <p className="mt-2 break-all">
          <code>{invited.link}</code>
        </p>
        <p className="mt-2">
          一度だけ、{momentWords(invited.expiresAt)}まで使えます。この画面を閉じると、もう表示されません。
        </p>
      </Notice>
      <p className="mt-6">
        <a className="button" href={`/staff/people/${invited.id}`}>
          職員のページへ
        </a>
      </p>
    </StaffPage>
  );
}
