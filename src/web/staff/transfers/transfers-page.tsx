import type { ReactNode } from "react";
import {
  divisionsOn,
  draftTransfer,
  listTransfers,
  momentWords,
  peopleNames,
  roleLabels,
  transferRows,
  type Transfer,
} from "#domain/identity/index.ts";
import { transferCsv, transferTemplate } from "#export/transfer-template.ts";
import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame, type Tone } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { peopleCrumbs } from "../identity/people.tsx";
import { handedIn } from "../import-parts/handed-in.ts";
import { TableField } from "../import-parts/table-field.tsx";

export async function showTransfers(visit: Visit, refusal?: Refusal): Promise<Response> {
  const transfers = await listTransfers(visit.ctx);
  const people = transfers.flatMap(({ decidedBy, madeBy }) => decidedBy ?? madeBy ?? []);
  const names = await peopleNames(visit.ctx, people);
  const view = (
    <StaffPage visit={visit} title="人事異動" crumbs={peopleCrumbs}>
      <p className="prose">
        いまの職員の表を書き出し、異動する人の行を直して読み込むと、異動・採用・退職をまとめて登録できます。登録する前に、一人ずつの変わり方を確かめられます。先の日付の発令も登録でき、その日の前の日まで取り消せます。
      </p>
      <h2 className="mt-8 mb-4 text-[1.25rem]">1. いまの職員の表を書き出す</h2>
      <WritingOut visit={visit} />
      <h2 className="mt-12 mb-4 text-[1.25rem]">2. 直した表を読み込む</h2>
      <Form action="/staff/transfers" upload refusal={refusal} className="form max-w-2xl">
        <TableField label="人事異動の表" hint="読み込んでも、まだだれも異動しません。" refusal={refusal} />
        <div className="actions">
          <button className="button">読み込んで確かめる</button>
        </div>
      </Form>
      <h2 className="mt-12 mb-4 text-[1.25rem]">これまでとこれからの人事異動</h2>
      {transfers.length === 0 ? (
        <Empty title="まだ人事異動の登録はありません。">
          <p>読み込んだ表と、登録した異動がここに並びます。</p>
        </Empty>
      ) : (
        <TransferTable transfers={transfers} names={names} today={visit.ctx.clock.today()} />
      )}
    </StaffPage>
  );
  return page(view, refusal ? 422 : 200);
}

function WritingOut({ visit }: { readonly visit: Visit }): ReactNode {
  return (
    <form className="actions items-end" action="/staff/transfers/list.xlsx">
      <TextField name="on" label="発令日" type="date" short value={nextApril(visit.ctx.clock.today())} />
      <button className="button button-secondary">Excel で書き出す</button>
      <button className="button button-secondary" formAction="/staff/transfers/list.csv">
        CSV で書き出す
      </button>
    </form>
  );
}

/** The first of the coming April, when most people move. */
function nextApril(today: string): string {
  const april = `${today.slice(0, 4)}-04-01`;
  return april >= today ? april : `${Number(today.slice(0, 4)) + 1}-04-01`;
}

interface TableProps {
  readonly transfers: readonly Transfer[];
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

function TransferTable({ transfers, names, today }: TableProps): ReactNode {
  return (
    <TableFrame label="人事異動の一覧">
      <table className="table">
        <caption className="visually-hidden">人事異動の一覧</caption>
        <thead>
          <tr>
            <th scope="col">発令日</th>
            <th scope="col">状態</th>
            <th scope="col">表</th>
            <th scope="col">人数</th>
            <th scope="col">登録した人</th>
          </tr>
        </thead>
        <tbody>
          {transfers.map((transfer) => (
            <tr key={transfer.id}>
              <th scope="row" className="font-normal">
                <a href={`/staff/transfers/${transfer.id}`}>{dateWithBoth(transfer.effectiveOn)}</a>
              </th>
              <td>
                <TransferState transfer={transfer} today={today} />
              </td>
              <td>{transfer.fileName}</td>
              <td>{peopleOf(transfer)}</td>
              <td>
                {names.get(transfer.decidedBy ?? transfer.madeBy ?? "") ?? "−"}
                <span className="block text-solid-gray-700">{momentWords(transfer.decidedAt ?? transfer.madeAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function peopleOf({ steps, lines }: Transfer): string {
  return steps.length > 0 ? `${new Set(steps.map(({ personId }) => personId)).size}人` : `${lines.length}行`;
}

export function TransferState({ transfer, today }: { readonly transfer: Transfer; readonly today: string }): ReactNode {
  const { tone, words } = stateOf(transfer, today);
  return <Badge tone={tone}>{words}</Badge>;
}

function stateOf({ state, effectiveOn }: Transfer, today: string): { readonly tone: Tone; readonly words: string } {
  if (state === "draft") return { tone: "caution", words: "確認待ち" };
  if (state === "cancelled") return { tone: "plain", words: "取りやめ" };
  return effectiveOn > today ? { tone: "caution", words: "予定" } : { tone: "good", words: "発令済み" };
}

/** Reads the list in a worker and leads to what it would do. */
export async function postTransfer(visit: Visit): Promise<Response> {
  const file = await handedIn(visit.form);
  if (!file.ok) return showTransfers(visit, file.refusal);
  const { name, workbook } = file.value;
  const drafted = await draftTransfer(visit.ctx, { fileName: name, workbook });
  return drafted.ok ? onwards(`/staff/transfers/${drafted.value}`) : showTransfers(visit, drafted.refusal);
}

async function listInput(visit: Visit) {
  const wanted = visit.query.get("on") ?? "";
  const effectiveOn = isDay(wanted) ? wanted : nextApril(visit.ctx.clock.today());
  const chart = await divisionsOn(visit.ctx, effectiveOn);
  return {
    effectiveOn,
    rows: await transferRows(visit.ctx, effectiveOn),
    divisions: chart.map(({ path }) => path),
    roles: Object.values(roleLabels),
  };
}

export async function downloadTemplate(visit: Visit): Promise<Response> {
  const input = await listInput(visit);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download(await transferTemplate(input), `人事異動_${input.effectiveOn}.xlsx`, type);
}

export async function downloadCsv(visit: Visit): Promise<Response> {
  const input = await listInput(visit);
  return download(transferCsv(input), `人事異動_${input.effectiveOn}.csv`, "text/csv; charset=utf-8");
}
