import type { ReactNode } from "react";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import {
  disposalKindLabels,
  disposalKinds,
  dispose,
  keepingOverview,
  requestKindLabels,
  type Disposal,
  type KeepingLine,
} from "#domain/voices/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { dateWithBoth, warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, ledgerCrumb } from "./addresses.ts";

const keepingCrumb = { href: addressOf.keeping, label: "保存と廃棄" };

/** What falls due, what people asked for, what was disposed of. */
export async function showKeeping(visit: Visit): Promise<Response> {
  const { lines, requests, disposals } = await keepingOverview(visit.ctx);
  const names = await peopleNames(
    visit.ctx,
    disposals.flatMap(({ doneBy }) => doneBy ?? []),
  );
  const titles = new Map(lines.map(({ occasion }) => [occasion.id, occasion.title]));
  return page(
    <StaffPage visit={visit} title="保存と廃棄" crumbs={[ledgerCrumb]}>
      <p className="prose">
        保存年限は、結果を確定した日（まだのときは終わりの日）の年度の、次の4月1日から数えます。提出者の氏名・連絡先は、意見より先に廃棄します。
      </p>
      <h2 className="mt-8 mb-3 text-xl">決めていない請求</h2>
      {requests.length === 0 && <Empty title="訂正・利用停止の請求はありません" />}
      <ul className="list-disc pl-6">
        {requests.map(({ id, kind, receivedOn, voiceNumber }) => (
          <li key={id}>
            <a href={addressOf.request(id)}>
              意見 {voiceNumber} の{requestKindLabels[kind]}
            </a>
            （{warekiDate(receivedOn)}に受付）
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-3 text-xl">保存しているもの</h2>
      {lines.length === 0 ? <Empty title="保存している意見はありません" /> : <KeptTable lines={lines} />}
      <h2 className="mt-8 mb-3 text-xl">廃棄の記録</h2>
      {disposals.length === 0 ? (
        <Empty title="まだ廃棄したものはありません" />
      ) : (
        <DisposalTable disposals={disposals} names={names} titles={titles} />
      )}
    </StaffPage>,
  );
}

function KeptTable({ lines }: { readonly lines: readonly KeepingLine[] }): ReactNode {
  return (
    <TableFrame label="保存しているもの">
      <table className="table">
        <caption className="visually-hidden">廃棄できる日の早い順</caption>
        <thead>
          <tr>
            <th scope="col">聴取の機会</th>
            <th scope="col">もの</th>
            <th scope="col" className="number">
              件数
            </th>
            <th scope="col">廃棄できる日</th>
            <th scope="col">することを選ぶ</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ occasion, kind, kept, dueOn, isDue }) => (
            <tr key={`${occasion.id}${kind}`}>
              <th scope="row">{occasion.title}</th>
              <td>{disposalKindLabels[kind]}</td>
              <td className="number">{kept}</td>
              <td className="whitespace-nowrap">
                {dueOn === undefined ? "まだ決まりません" : warekiDate(dueOn)}{" "}
                {isDue && <Badge tone="caution">期限</Badge>}
              </td>
              <td>
                {isDue ? (
                  <a href={addressOf.disposal(occasion.id, kind)}>
                    「{occasion.title}」の{disposalKindLabels[kind]}を廃棄する
                  </a>
                ) : (
                  "−"
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface DisposalTableProps {
  readonly disposals: readonly Disposal[];
  readonly names: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

function DisposalTable({ disposals, names, titles }: DisposalTableProps): ReactNode {
  return (
    <TableFrame label="廃棄の記録">
      <table className="table">
        <caption className="visually-hidden">廃棄の記録</caption>
        <thead>
          <tr>
            <th scope="col">日時</th>
            <th scope="col">もの</th>
            <th scope="col" className="number">
              件数
            </th>
            <th scope="col">理由</th>
            <th scope="col">廃棄した人</th>
          </tr>
        </thead>
        <tbody>
          {disposals.map(({ id, occasionId, kind, disposed, reason, doneBy, doneAt }) => (
            <tr key={id}>
              <td className="whitespace-nowrap">{momentWords(doneAt)}</td>
              <th scope="row">
                {titles.get(occasionId) ? `「${titles.get(occasionId)}」の` : ""}
                {disposalKindLabels[kind]}
              </th>
              <td className="number">{disposed}</td>
              <td>{reason}</td>
              <td>{names.get(doneBy ?? "") ?? "システム"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const confirmationWords = "廃棄する";

const notConfirmed: Refusal = {
  code: "notConfirmed",
  message: `確認のことばが「${confirmationWords}」ではありません。`,
  remedy: "対象を確かめてから、確認のことばを入れてください。",
  fields: { confirmation: `「${confirmationWords}」と入れてください。` },
};

export async function showDisposal(visit: Visit): Promise<Response> {
  return disposalPage(visit);
}

async function disposalPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { lines } = await keepingOverview(visit.ctx);
  const { occasion: occasionId, kind } = visit.params;
  const line = lines.find((each) => each.occasion.id === occasionId && each.kind === kind);
  if (!line) throw new NotFound("nothing is kept");
  return page(
    <StaffPage visit={visit} title={`${disposalKindLabels[line.kind]}の廃棄`} crumbs={[ledgerCrumb, keepingCrumb]}>
      <Notice tone="caution" title="元に戻せません。">
        <p>
          「{line.occasion.title}」の{disposalKindLabels[line.kind]}、{line.kept}件を廃棄します。廃棄できる日：
          {line.dueOn === undefined ? "まだ決まりません" : dateWithBoth(line.dueOn)}
        </p>
        {line.kind === "voices" && (
          <p>番号、受付日、文章のハッシュ、市の考え方は残ります。提出者の氏名・連絡先も廃棄します。</p>
        )}
        {line.occasion.settledAt === null && <p>この聴取の結果は、まだ確定していません。</p>}
      </Notice>
      <Form action={addressOf.disposal(line.occasion.id, line.kind)} refusal={refusal} className="form max-w-2xl">
        <TextArea
          name="reason"
          label="理由"
          hint="例：保存年限5年が過ぎたため"
          rows={2}
          value={text(visit.form, "reason")}
          required
          refusal={refusal}
        />
        <TextField
          name="confirmation"
          label="確認のことば"
          hint={`進めるときは「${confirmationWords}」と入れてください。`}
          autoComplete="off"
          short
          required
          refusal={refusal}
        />
        <p className="actions">
          <button className="button button-danger">廃棄する</button>
          <a className="button button-quiet" href={addressOf.keeping}>
            やめる
          </a>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function doDisposal(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  if (text(form, "confirmation") !== confirmationWords) return disposalPage(visit, notConfirmed);
  const kind = disposalKinds.find((each) => each === params["kind"]);
  if (!kind) throw new NotFound("no such kind");
  const done = await dispose(ctx, { occasionId: params["occasion"] ?? "", kind, reason: text(form, "reason") });
  return done.ok ? onwards(addressOf.keeping, "erased") : disposalPage(visit, done.refusal);
}
