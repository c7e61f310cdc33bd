import type { ReactNode } from "react";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import {
  batchStateLabels,
  channelLabels,
  dutyLabels,
  listBatches,
  listVoiceImports,
  occasionById,
  openBatch,
  type BatchState,
  type Occasion,
  type VoiceBatch,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, Notice, TableFrame, type Tone } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";
import { FilePart, uploading } from "./imports/upload.tsx";

/** The ways by which voices of one procedure are entered, with what was entered until now. */
export async function showEntryOf(visit: Visit): Promise<Response> {
  return occasionPage(visit);
}

interface Refused {
  readonly batch?: Refusal;
  readonly file?: Refusal;
}

async function occasionPage(visit: Visit, { batch: refusal, file }: Refused = {}): Promise<Response> {
  const { ctx, params } = visit;
  const occasion = await occasionById(ctx, params["occasion"] ?? "");
  const batches = await listBatches(ctx, occasion);
  const imports = await listVoiceImports(ctx, occasion);
  const people = [
    ...batches.flatMap(({ enteredBy, checkedBy }) => [enteredBy, checkedBy]),
    ...imports.map(({ startedBy }) => startedBy),
  ];
  const names = await peopleNames(
    ctx,
    people.flatMap((id) => id ?? []),
  );
  const element = (
    <StaffPage visit={visit} title={`${occasion.title}：意見を入れる`} crumbs={[homeCrumb]}>
      <p className="-mt-3 mb-6">
        {channelLabels[occasion.channel]}・{dutyLabels[occasion.duty]}
      </p>
      {occasion.settledAt && (
        <Notice tone="caution" title="結果を確定したあとなので、もう入れられません。">
          <p>入れ忘れがあったときは、先に結果の確定を取り消してください。</p>
        </Notice>
      )}
      <h2 className="mt-8 mb-3 text-[1.25rem]">紙を1枚ずつ入れる（まとめ入力）</h2>
      <p className="prose">
        届いた日や方法ごとのまとまりにして、1枚ずつ入れます。入れ終えたら、別の人が紙と読み合わせてから台帳に登録します。
      </p>
      {!occasion.settledAt && <Opening occasion={occasion} value={text(visit.form, "title")} refusal={refusal} />}
      <BatchList batches={batches} names={names} />
      <FilePart occasion={occasion} imports={imports} names={names} refusal={file} />
    </StaffPage>
  );
  return page(element, (refusal ?? file) ? 422 : 200);
}

interface OpeningProps {
  readonly occasion: Occasion;
  readonly value: string;
  readonly refusal: Refusal | undefined;
}

function Opening({ occasion, value, refusal }: OpeningProps): ReactNode {
  return (
    <Form action={addressOf.batches(occasion.id)} refusal={refusal} className="form mt-4 mb-6 max-w-xl">
      <TextField
        name="title"
        label="新しいまとまりの名前"
        hint="例：12月3日 郵送分"
        value={value}
        required
        refusal={refusal}
      />
      <p className="actions">
        <button className="button">まとまりを作って入れ始める</button>
      </p>
    </Form>
  );
}

export const batchTones: Readonly<Record<BatchState, Tone>> = {
  entering: "caution",
  reading: "caution",
  taken: "good",
  dropped: "plain",
};

interface BatchListProps {
  readonly batches: readonly VoiceBatch[];
  readonly names: ReadonlyMap<string, string>;
}

function BatchList({ batches, names }: BatchListProps): ReactNode {
  if (batches.length === 0)
    return (
      <Empty title="まだまとまりはありません">
        <p>上で名前を付けて作ると、ここに並びます。</p>
      </Empty>
    );
  return (
    <TableFrame label="まとめ入力の一覧">
      <table className="table">
        <caption className="visually-hidden">まとめ入力の一覧</caption>
        <thead>
          <tr>
            {["まとまり", "状態", "枚数", "読み合わせ", "入れ始めた人", "読み合わせた人"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <th scope="row">
                <a href={addressOf.batch(batch.id)}>{batch.title}</a>
              </th>
              <td>
                <Badge tone={batchTones[batch.state]}>{batchStateLabels[batch.state]}</Badge>
              </td>
              <td className="number">{batch.sheets}</td>
              <td className="number">{batch.read}</td>
              <td>
                {names.get(batch.enteredBy ?? "")} {momentWords(batch.enteredAt)}
              </td>
              <td>
                {names.get(batch.checkedBy ?? "")} {batch.checkedAt && momentWords(batch.checkedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export async function startBatch(visit: Visit): Promise<Response> {
  const occasionId = visit.params["occasion"] ?? "";
  const { id } = await occasionById(visit.ctx, occasionId);
  const opened = await openBatch(visit.ctx, { occasionId: id, title: text(visit.form, "title") });
  return opened.ok
    ? onwards(addressOf.batch(opened.value.id, "sheets/new"))
    : occasionPage(visit, { batch: opened.refusal });
}

export const uploadVoices = uploading((visit, file) => occasionPage(visit, { file }));
