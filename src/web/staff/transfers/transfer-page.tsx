import type { ReactNode } from "react";
import {
  cancelTransfer,
  changes,
  decideTransfer,
  divisionsOn,
  fieldHeads,
  peopleNames,
  transferPage,
  type TransferFault,
  type TransferPage as Content,
} from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { peopleCrumbs } from "../identity/people.tsx";
import { DoneTable } from "./done-table.tsx";
import { MoveTable, Totals } from "./move-table.tsx";
import { TransferState } from "./transfers-page.tsx";

const crumbs = [...peopleCrumbs, { href: "/staff/transfers", label: "人事異動" }];

export async function showTransfer(visit: Visit, refusal?: Refusal): Promise<Response> {
  const transfer = await transferPage(visit.ctx, visit.params["transferId"] ?? "");
  const day = transfer.plan.effectiveOn ?? transfer.effectiveOn;
  const chart = await divisionsOn(visit.ctx, day);
  const before = await divisionsOn(visit.ctx, visit.ctx.clock.today());
  const paths = new Map([...before, ...chart].map(({ id, path }) => [id, path]));
  const names = await peopleNames(
    visit.ctx,
    transfer.steps.map(({ personId }) => personId),
  );
  const view = (
    <StaffPage visit={visit} title={`${dateWithBoth(transfer.effectiveOn)}の人事異動`} crumbs={crumbs} wide>
      <p className="mb-6">
        <TransferState transfer={transfer} today={visit.ctx.clock.today()} /> {transfer.fileName}
      </p>
      {transfer.state === "draft" && <Draft transfer={transfer} paths={paths} refusal={refusal} />}
      {transfer.state === "decided" && (
        <Decided transfer={transfer} paths={paths} names={names} today={visit.ctx.clock.today()} refusal={refusal} />
      )}
      {transfer.state === "cancelled" && <p>この人事異動は取りやめました。だれも異動していません。</p>}
    </StaffPage>
  );
  return page(view, refusal ? 422 : 200);
}

interface DraftProps {
  readonly transfer: Content;
  readonly paths: ReadonlyMap<string, string>;
  readonly refusal: Refusal | undefined;
}

function Draft({ transfer, paths, refusal }: DraftProps): ReactNode {
  const { plan, id, seal } = transfer;
  const moves = plan.moves.filter(changes);
  const mayBeDone = plan.faults.length === 0 && moves.length > 0;
  return (
    <>
      {plan.faults.length > 0 && <Faults faults={plan.faults} />}
      <Totals moves={plan.moves} />
      {moves.length > 0 && <MoveTable moves={moves} paths={paths} />}
      <HandOver />
      {mayBeDone ? (
        <Form action={`/staff/transfers/${id}/decision`} refusal={refusal}>
          <input type="hidden" name="seal" value={seal} />
          <p className="prose">
            {plan.effectiveOn && dateWithBoth(plan.effectiveOn)}
            から変わります。全員を一度に登録し、一人でもできないときは何も変えません。採用の人には招待のメールを送ります。氏名・メール・職員番号は、登録するとすぐに変わります。
          </p>
          <div className="actions">
            <button className="button">{moves.length}人の異動を登録する</button>
          </div>
        </Form>
      ) : (
        plan.faults.length === 0 && <Notice title="変わる人がいません。">表は、いまの登録と同じです。</Notice>
      )}
      <Form action={`/staff/transfers/${id}/cancellation`} className="mt-6">
        <div className="actions">
          <button className="button button-secondary">登録せずに取りやめる</button>
          <a href="/staff/transfers">人事異動へ戻る</a>
        </div>
      </Form>
    </>
  );
}

function HandOver(): ReactNode {
  return (
    <section className="my-8">
      <Notice title="引き継ぎ">
        <ul className="mt-2 list-disc pl-6">
          <li>施策と指標の担当は、人ではなく課に付いています。人が異動しても、前の課に残ります。</li>
          <li>「終わる役割」は、発令日の前の日で終わります。続けるときは、表の「役割」に書いてください。</li>
          <li>書きかけの文章は、保存されたところまで課の人が続けられます。</li>
        </ul>
      </Notice>
    </section>
  );
}

function Faults({ faults }: { readonly faults: readonly TransferFault[] }): ReactNode {
  return (
    <section className="mb-8">
      <Notice tone="bad" title={`直すところが${faults.length}か所あります。まだ何も変わっていません。`}>
        <p>ファイルを直して、もう一度読み込んでください。</p>
      </Notice>
      <div className="mt-4" />
      <TableFrame label="直すところ">
        <table className="table">
          <caption className="visually-hidden">直すところ</caption>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">列</th>
              <th scope="col">いまの値</th>
              <th scope="col">理由</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.row} ${fault.field} ${fault.reason}`}>
                <th scope="row">{fault.row}</th>
                <td>{fieldHeads[fault.field]}</td>
                <td>{fault.value === "" ? "（空）" : fault.value}</td>
                <td>{fault.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

interface DecidedProps extends DraftProps {
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

function Decided({ transfer, paths, names, today, refusal }: DecidedProps): ReactNode {
  return (
    <>
      <DoneTable steps={transfer.steps} names={names} paths={paths} />
      <div className="mb-8" />
      {transfer.effectiveOn > today ? (
        <Form action={`/staff/transfers/${transfer.id}/cancellation`} refusal={refusal}>
          <p className="prose">
            発令日の前の日まで、全員の分をまとめて取り消せます。取り消すと、所属・役割・氏名は登録の前に戻り、送った招待は使えなくなります。
          </p>
          <div className="actions">
            <button className="button button-danger">この人事異動を取り消す</button>
            <a href="/staff/transfers">人事異動へ戻る</a>
          </div>
        </Form>
      ) : (
        <p className="mt-6">発令日になりました。直すときは、職員のページで一人ずつ直します。</p>
      )}
    </>
  );
}

export async function postDecision(visit: Visit): Promise<Response> {
  const id = visit.params["transferId"] ?? "";
  const origin = visit.signInDesk.originOf(visit.request, visit.ctx.municipality);
  const result = await decideTransfer(visit.ctx, { id, seal: text(visit.form, "seal"), origin });
  return result.ok ? onwards(`/staff/transfers/${id}`, "saved") : showTransfer(visit, result.refusal);
}

export async function postCancellation(visit: Visit): Promise<Response> {
  const result = await cancelTransfer(visit.ctx, { id: visit.params["transferId"] ?? "" });
  return result.ok ? onwards("/staff/transfers", "cancelled") : showTransfer(visit, result.refusal);
}
