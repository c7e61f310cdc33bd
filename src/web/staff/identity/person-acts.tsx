import type { ReactNode } from "react";
import {
  addPost,
  divisionsOn,
  editPerson,
  grantRole,
  isRole,
  personPage,
  type PersonPage as PersonContent,
} from "#domain/identity/index.ts";
import { isDay } from "#kernel/day.ts";
import { refuse, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { StaleComparison } from "../stale-comparison.tsx";
import { answer, entered, version } from "./entered.ts";
import { peopleCrumbs } from "./people.tsx";
import { roleOptions } from "./person-new.tsx";
import { personIdOf } from "./person.tsx";

export interface ActPage {
  readonly title: string;
  /** After /staff/people/:personId */
  readonly path: string;
  readonly button: string;
  readonly isGrave?: boolean;
  readonly before?: ReactNode;
  readonly fields: ReactNode;
}

/** One act on one person: a page with one form and the way back. */
export function actPage(
  visit: Visit,
  person: PersonContent,
  act: ActPage & { readonly refusal: Refusal | undefined },
): Response {
  const base = `/staff/people/${person.id}`;
  const view = (
    <StaffPage visit={visit} title={act.title} crumbs={[...peopleCrumbs, { href: base, label: person.name }]}>
      {act.before}
      <Form action={`${base}${act.path}`} refusal={act.refusal}>
        {act.fields}
        <div className="actions">
          <button className={`button${act.isGrave ? " button-danger" : ""}`}>{act.button}</button>
          <a href={base}>やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
  return page(view, act.refusal ? 422 : 200);
}

export function back(visit: Visit): Response {
  return onwards(`/staff/people/${personIdOf(visit)}`, "saved");
}

type FactName = "name" | "kana" | "email";
const factNames: readonly FactName[] = ["name", "kana", "email"];
const factLabels: Readonly<Record<FactName, string>> = {
  name: "氏名",
  kana: "ふりがな",
  email: "メールアドレス",
};

export async function showEdit(visit: Visit, refusal?: Refusal): Promise<Response> {
  const person = await personPage(visit.ctx, personIdOf(visit));
  const value = (name: FactName) => entered(visit, name, person[name]);
  const field = (name: FactName) => ({ name, label: factLabels[name], value: value(name), refusal });
  const compared = factNames.map((name) => ({ label: factLabels[name], now: person[name], mine: value(name) }));
  const fields = (
    <>
      <input type="hidden" name="version" value={person.version} />
      <StaleComparison refusal={refusal} fields={compared} />
      <TextField {...field("name")} required />
      <TextField {...field("kana")} />
      <TextField {...field("email")} type="email" required hint="変えると、次からこのアドレスでサインインします。" />
    </>
  );
  return actPage(visit, person, { title: "氏名やメールを直す", path: "/edit", button: "保存する", fields, refusal });
}

export async function postEdit(visit: Visit): Promise<Response> {
  const { form } = visit;
  const facts = { name: text(form, "name"), kana: text(form, "kana"), email: text(form, "email") };
  const result = await editPerson(visit.ctx, { id: personIdOf(visit), version: version(form), ...facts });
  return answer(
    result,
    () => back(visit),
    (refusal) => showEdit(visit, refusal),
  );
}

function SpanFields({
  visit,
  refusal,
  untilHint,
}: {
  readonly visit: Visit;
  readonly refusal: Refusal | undefined;
  readonly untilHint: string;
}): ReactNode {
  return (
    <>
      <TextField
        name="fromOn"
        label="いつから"
        type="date"
        required
        short
        value={entered(visit, "fromOn", visit.ctx.clock.today())}
        refusal={refusal}
      />
      <TextField
        name="untilOn"
        label="いつまで"
        type="date"
        short
        hint={untilHint}
        value={entered(visit, "untilOn")}
        refusal={refusal}
      />
    </>
  );
}

function spanOf({ form }: Visit) {
  return { fromOn: text(form, "fromOn"), untilOn: text(form, "untilOn") || null };
}

export async function showNewPost(visit: Visit, refusal?: Refusal): Promise<Response> {
  const person = await personPage(visit.ctx, personIdOf(visit));
  const fromOn = entered(visit, "fromOn", visit.ctx.clock.today());
  const divisions = await divisionsOn(visit.ctx, isDay(fromOn) ? fromOn : visit.ctx.clock.today());
  const fields = (
    <>
      <SelectField
        name="divisionId"
        label="所属"
        required
        blank="（選んでください）"
        options={divisions.map((each) => ({ value: each.id, label: each.path }))}
        value={entered(visit, "divisionId")}
        refusal={refusal}
      />
      <TextField name="title" label="職名" hint="例 課長、主査" value={entered(visit, "title")} refusal={refusal} />
      <SpanFields visit={visit} refusal={refusal} untilHint="決まっていなければ空のままにします。" />
    </>
  );
  const before = (
    <p className="prose mb-6">異動のときは、前の所属の終わりの日も決めてください。二つの所属（兼務）も登録できます。</p>
  );
  return actPage(visit, person, {
    title: "所属を加える",
    path: "/posts/new",
    button: "加える",
    before,
    fields,
    refusal,
  });
}

export async function postPost(visit: Visit): Promise<Response> {
  const input = {
    personId: personIdOf(visit),
    divisionId: text(visit.form, "divisionId"),
    title: text(visit.form, "title"),
    ...spanOf(visit),
  };
  return answer(
    await addPost(visit.ctx, input),
    () => back(visit),
    (refusal) => showNewPost(visit, refusal),
  );
}

export async function showNewGrant(visit: Visit, refusal?: Refusal): Promise<Response> {
  const person = await personPage(visit.ctx, personIdOf(visit));
  const fields = (
    <>
      <Choices
        name="role"
        label="役割"
        required
        options={roleOptions}
        chosen={[entered(visit, "role")]}
        refusal={refusal}
      />
      <SpanFields visit={visit} refusal={refusal} untilHint="受託者には必ず入れてください（1年まで）。" />
    </>
  );
  return actPage(visit, person, { title: "役割を加える", path: "/grants/new", button: "加える", fields, refusal });
}

const noRole: Refusal = {
  code: "noRole",
  message: "役割が選ばれていません。",
  fields: { role: "役割を一つ選んでください。" },
};

export async function postGrant(visit: Visit): Promise<Response> {
  const role = text(visit.form, "role");
  const result = isRole(role)
    ? await grantRole(visit.ctx, { personId: personIdOf(visit), role, ...spanOf(visit) })
    : refuse(noRole);
  return answer(
    result,
    () => back(visit),
    (refusal) => showNewGrant(visit, refusal),
  );
}
