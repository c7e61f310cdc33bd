import type { ReactNode } from "react";
import { createDivision, divisionsOn, mayManageDivisions, type DivisionOnDay } from "#domain/identity/index.ts";
import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { entered } from "./entered.ts";

const crumbs = [{ href: "/staff", label: "はじめに" }];
export const divisionCrumbs = [...crumbs, { href: "/staff/divisions", label: "組織" }];

interface ListProps {
  readonly visit: Visit;
  readonly divisions: readonly DivisionOnDay[];
  readonly day: string;
}

function DivisionsPage({ visit, divisions, day }: ListProps): ReactNode {
  return (
    <StaffPage visit={visit} title="組織" crumbs={crumbs}>
      <p className="mb-6">部・課・係と、その移り変わり。名前を変えても、前の名前は前の日付のまま残ります。</p>
      <div className="actions mb-6 justify-between">
        <form className="actions items-end">
          <TextField name="on" label="いつの組織" type="date" value={day} short />
          <button className="button button-secondary">この日の組織を見る</button>
        </form>
        {mayManageDivisions(visit.ctx.actor) && (
          <a className="button" href="/staff/divisions/new">
            部・課を作る
          </a>
        )}
      </div>
      {divisions.length > 0 ? (
        <DivisionTable divisions={divisions} day={day} />
      ) : (
        <Empty title={`${dateWithBoth(day)}には、部・課が登録されていません。`}>
          <p>「部・課を作る」から、上にある部、その下の課の順に登録します。</p>
        </Empty>
      )}
    </StaffPage>
  );
}

const indents = ["", "pl-6", "pl-12", "pl-18", "pl-24"];

function DivisionTable({ divisions, day }: Omit<ListProps, "visit">): ReactNode {
  return (
    <TableFrame label="組織の一覧">
      <table className="table">
        <caption>
          {dateWithBoth(day)}の組織（{divisions.length}）
        </caption>
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col">電話</th>
            <th scope="col">メール</th>
          </tr>
        </thead>
        <tbody>
          {divisions.map((division) => (
            <tr key={division.id}>
              <th scope="row" className="font-normal">
                <span className={`block ${indents[Math.min(division.depth, indents.length - 1)]}`}>
                  <a href={`/staff/divisions/${division.id}`}>{division.name}</a>
                </span>
              </th>
              <td>{division.phone || "−"}</td>
              <td>{division.email || "−"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export async function showDivisions(visit: Visit): Promise<Response> {
  const wanted = visit.query.get("on") ?? "";
  const day = isDay(wanted) ? wanted : visit.ctx.clock.today();
  return page(<DivisionsPage visit={visit} divisions={await divisionsOn(visit.ctx, day)} day={day} />);
}

export interface DivisionFieldsProps {
  readonly visit: Visit;
  readonly refusal?: Refusal | undefined;
  readonly parents: readonly DivisionOnDay[];
  readonly values: Readonly<Record<"name" | "parentId" | "phone" | "email" | "position" | "fromOn", string>>;
  readonly fromHint: string;
}

export const divisionFieldLabels = {
  name: "名前",
  parentId: "所属先",
  phone: "電話",
  email: "メール",
  position: "並び順",
} as const;

/** The fields in which a division is described, for a new one and for a change. */
export function DivisionFields({ visit, refusal, parents, values, fromHint }: DivisionFieldsProps): ReactNode {
  const value = (name: keyof typeof values) => entered(visit, name, values[name]);
  const options = parents.map((parent) => ({ value: parent.id, label: parent.path }));
  return (
    <>
      <TextField
        name="fromOn"
        label="いつから"
        type="date"
        hint={fromHint}
        required
        short
        value={value("fromOn")}
        refusal={refusal}
      />
      <TextField
        name="name"
        label={divisionFieldLabels.name}
        hint="例 企画課"
        required
        value={value("name")}
        refusal={refusal}
      />
      <SelectField
        name="parentId"
        label={divisionFieldLabels.parentId}
        blank="（いちばん上）"
        options={options}
        value={value("parentId")}
        refusal={refusal}
      />
      <TextField
        name="phone"
        label={divisionFieldLabels.phone}
        type="tel"
        hint="公表したページの問い合わせ先になります。"
        value={value("phone")}
        refusal={refusal}
      />
      <TextField name="email" label={divisionFieldLabels.email} type="email" value={value("email")} refusal={refusal} />
      <TextField
        name="position"
        label={divisionFieldLabels.position}
        inputMode="numeric"
        hint="同じ所属先の中で、小さい数から並びます。"
        short
        value={value("position")}
        refusal={refusal}
      />
    </>
  );
}

/** What a form of a division holds. */
export function divisionForm({ form }: Visit) {
  return {
    name: text(form, "name"),
    parentId: text(form, "parentId") || null,
    phone: text(form, "phone"),
    email: text(form, "email"),
    position: Number.parseInt(text(form, "position").normalize("NFKC"), 10) || 0,
    fromOn: text(form, "fromOn"),
  };
}

async function newDivisionPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const today = visit.ctx.clock.today();
  const parents = await divisionsOn(visit.ctx, today);
  const values = {
    name: "",
    parentId: visit.query.get("parent") ?? "",
    phone: "",
    email: "",
    position: "0",
    fromOn: today,
  };
  const view = (
    <StaffPage visit={visit} title="部・課を作る" crumbs={divisionCrumbs}>
      <Form action="/staff/divisions" refusal={refusal}>
        <DivisionFields
          visit={visit}
          refusal={refusal}
          parents={parents}
          values={values}
          fromHint="この日からある部・課になります。"
        />
        <div className="actions">
          <button className="button">作る</button>
          <a href="/staff/divisions">やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
  return page(view, refusal ? 422 : 200);
}

export function showNewDivision(visit: Visit): Promise<Response> {
  return newDivisionPage(visit);
}

/** Divisions are entered in a row: the chart of the new one's first day shows it, with the button for the next. */
export async function postDivision(visit: Visit): Promise<Response> {
  const input = divisionForm(visit);
  const result = await createDivision(visit.ctx, input);
  const chart = `/staff/divisions?on=${encodeURIComponent(input.fromOn)}`;
  return result.ok ? onwards(chart, "created") : newDivisionPage(visit, result.refusal);
}
