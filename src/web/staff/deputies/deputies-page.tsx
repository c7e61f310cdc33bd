import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import {
  actAsDeputy,
  deputiesPage,
  endDeputyship,
  mayNameDeputies,
  nameDeputy,
  signInToken,
  type DeputiesPage as Content,
  type DeputyRow,
} from "#domain/identity/index.ts";
import { Forbidden, type Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";

const crumbs = [{ href: "/staff", label: "はじめに" }];

export async function showDeputies(visit: Visit, refusal?: Refusal): Promise<Response> {
  const content = await deputiesPage(visit.ctx);
  const { deputies, duties, choices } = content;
  const view = (
    <StaffPage visit={visit} title="不在のときの代理" crumbs={crumbs}>
      <p className="prose">
        休みや出張のあいだ、決めた人が、不在の人の役割で操作できます。期間が終わると、自動で終わります。代理でしたことは、だれがだれの代理でしたかが操作の記録に残ります。システム管理者の役割と、完全な削除の確認は、代理ではできません。
      </p>
      <h2 className="mt-8 mb-4 text-[1.25rem]">わたしが代理をする人</h2>
      {duties.length === 0 ? (
        <Empty title="代理に決められていません。">
          <p>決められると、ここから代理として操作を始められます。</p>
        </Empty>
      ) : (
        <DutyTable duties={duties} />
      )}
      <h2 className="mt-12 mb-4 text-[1.25rem]">
        {mayNameDeputies(visit.ctx.actor) ? "決まっている代理" : "わたしの代理"}
      </h2>
      {deputies.length === 0 ? <Empty title="決まっている代理はありません。" /> : <DeputyTable deputies={deputies} />}
      {choices.length > 0 && <Naming visit={visit} choices={choices} refusal={refusal} />}
    </StaffPage>
  );
  return page(view, refusal ? 422 : 200);
}

interface NamingProps {
  readonly visit: Visit;
  readonly choices: Content["choices"];
  readonly refusal: Refusal | undefined;
}

function Naming({ visit, choices, refusal }: NamingProps): ReactNode {
  const options = choices.map(({ id, name }) => ({ value: id, label: name }));
  const value = (name: string, otherwise = "") => text(visit.form, name) || otherwise;
  return (
    <>
      <h2 className="mt-12 mb-4 text-[1.25rem]">代理を決める</h2>
      <Form action="/staff/deputies" refusal={refusal}>
        {mayNameDeputies(visit.ctx.actor) && (
          <SelectField
            name="personId"
            label="不在の人"
            required
            blank="（選んでください）"
            options={options}
            value={value("personId")}
            refusal={refusal}
          />
        )}
        <SelectField
          name="deputyId"
          label="代理をする人"
          required
          blank="（選んでください）"
          options={options}
          value={value("deputyId")}
          hint={mayNameDeputies(visit.ctx.actor) ? undefined : "同じ課の人から選びます。"}
          refusal={refusal}
        />
        <TextField
          name="fromOn"
          label="いつから"
          type="date"
          required
          short
          value={value("fromOn", visit.ctx.clock.today())}
          refusal={refusal}
        />
        <TextField
          name="untilOn"
          label="いつまで"
          type="date"
          required
          short
          hint="この日まで代理ができます。1年までです。"
          value={value("untilOn")}
          refusal={refusal}
        />
        <div className="actions">
          <button className="button">代理を決める</button>
        </div>
      </Form>
    </>
  );
}

function period({ fromOn, untilOn }: DeputyRow): string {
  return `${warekiDate(fromOn)}から${warekiDate(untilOn)}まで`;
}

function DutyTable({ duties }: { readonly duties: readonly DeputyRow[] }): ReactNode {
  return (
    <TableFrame label="わたしが代理をする人">
      <table className="table">
        <caption className="visually-hidden">わたしが代理をする人</caption>
        <thead>
          <tr>
            <th scope="col">不在の人</th>
            <th scope="col">期間</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.id}>
              <th scope="row" className="font-normal">
                {duty.personName}
              </th>
              <td>{period(duty)}</td>
              <td>
                {duty.isNow ? (
                  <Form action={`/staff/deputies/${duty.id}/acting`} className="">
                    <button className="button button-small">{duty.personName}さんの代理として操作する</button>
                  </Form>
                ) : (
                  "期間になると始められます"
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function DeputyTable({ deputies }: { readonly deputies: readonly DeputyRow[] }): ReactNode {
  return (
    <TableFrame label="決まっている代理">
      <table className="table">
        <caption className="visually-hidden">決まっている代理</caption>
        <thead>
          <tr>
            <th scope="col">不在の人</th>
            <th scope="col">代理をする人</th>
            <th scope="col">期間</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {deputies.map((deputy) => (
            <tr key={deputy.id}>
              <th scope="row" className="font-normal">
                {deputy.personName}
              </th>
              <td>{deputy.deputyName}</td>
              <td>
                {period(deputy)}{" "}
                <Badge tone={deputy.isNow ? "good" : "caution"}>{deputy.isNow ? "代理中" : "予定"}</Badge>
              </td>
              <td>
                <Form action={`/staff/deputies/${deputy.id}/ending`} className="">
                  <button className="button button-secondary button-small">
                    終わらせる<span className="visually-hidden">（{deputy.personName}さんの代理）</span>
                  </button>
                </Form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export async function postDeputy(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const own = personId(ctx.actor) ?? "";
  const result = await nameDeputy(ctx, {
    personId: mayNameDeputies(ctx.actor) ? text(form, "personId") || own : own,
    deputyId: text(form, "deputyId"),
    fromOn: text(form, "fromOn"),
    untilOn: text(form, "untilOn"),
  });
  return result.ok ? onwards("/staff/deputies", "saved") : showDeputies(visit, result.refusal);
}

export async function postEnding(visit: Visit): Promise<Response> {
  const result = await endDeputyship(visit.ctx, { id: visit.params["deputyId"] ?? "" });
  return result.ok ? onwards("/staff/deputies", "saved") : showDeputies(visit, result.refusal);
}

export async function postActing(visit: Visit): Promise<Response> {
  const result = await actAsDeputy(visit.ctx, { id: visit.params["deputyId"] ?? "", token: tokenOf(visit) });
  return result.ok ? onwards("/staff") : showDeputies(visit, result.refusal);
}

export async function postReturn(visit: Visit): Promise<Response> {
  await actAsDeputy(visit.ctx, { id: null, token: tokenOf(visit) });
  return onwards("/staff/deputies");
}

/** @throws Forbidden for someone without a sign-in of their own */
function tokenOf({ signInDesk, ctx, request }: Visit): string {
  const token = signInToken(signInDesk, ctx.municipality, request);
  if (token === undefined) throw new Forbidden("サインインしてください。");
  return token;
}
