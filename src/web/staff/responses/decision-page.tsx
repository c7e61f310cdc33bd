import type { ReactNode } from "react";
import {
  decideSingly,
  decisionPage,
  draftDecision,
  dropDecision,
  editDecision,
  mayDecideResponses,
  recordDecision,
  type Decision,
  type DecisionItem,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, responsesCrumb } from "./addresses.ts";
import { answerAnswer } from "./answer-page.tsx";
import { occasionAnswer } from "./occasion-page.tsx";
import { DecidedFields } from "./single-decision.tsx";

export async function startDraft(visit: Visit): Promise<Response> {
  const occasionId = visit.params["occasion"] ?? "";
  const drafted = await draftDecision(visit.ctx, { occasionId, ...draftWords(visit) });
  return drafted.ok ? onwards(addressOf.decision(drafted.value.id), "created") : occasionAnswer(visit, drafted.refusal);
}

export async function showDecision(visit: Visit): Promise<Response> {
  return decisionAnswer(visit);
}

export async function saveDraft(visit: Visit): Promise<Response> {
  const edited = await editDecision(visit.ctx, { ...standing(visit), ...draftWords(visit) });
  if (edited.ok) return onwards(addressOf.decision(visit.params["decision"] ?? ""), "saved");
  return decisionAnswer(visit, { refusal: edited.refusal, form: "draft" });
}

export async function takeDecision(visit: Visit): Promise<Response> {
  const recorded = await recordDecision(visit.ctx, { ...standing(visit), ...decidedWords(visit) });
  if (recorded.ok) return onwards(addressOf.decision(visit.params["decision"] ?? ""), "confirmed");
  return decisionAnswer(visit, { refusal: recorded.refusal, form: "record" });
}

export async function dropDraft(visit: Visit): Promise<Response> {
  const id = visit.params["decision"] ?? "";
  const { decision } = await decisionPage(visit.ctx, id);
  const dropped = await dropDecision(visit.ctx, id);
  if (!dropped.ok) return decisionAnswer(visit, { refusal: dropped.refusal, form: "draft" });
  return onwards(decision.occasionId ? addressOf.occasion(decision.occasionId) : addressOf.list, "cancelled");
}

export async function decideAlone(visit: Visit): Promise<Response> {
  const topicId = visit.params["topic"] ?? "";
  const decided = await decideSingly(visit.ctx, { topicId, ...draftWords(visit), ...decidedWords(visit) });
  if (decided.ok) return onwards(addressOf.answer(topicId), "confirmed");
  return answerAnswer(visit, { refusal: decided.refusal, form: "decision" });
}

function draftWords({ form }: Visit) {
  return { title: text(form, "title"), statement: text(form, "statement") };
}

function decidedWords({ form }: Visit) {
  return {
    body: text(form, "body"),
    documentNumber: text(form, "documentNumber"),
    decidedOn: text(form, "decidedOn"),
  };
}

function standing({ form, params }: Visit) {
  return { id: params["decision"] ?? "", version: Number(text(form, "version")) };
}

interface Refused {
  readonly refusal: Refusal;
  readonly form: "draft" | "record";
}

async function decisionAnswer(visit: Visit, refused?: Refused): Promise<Response> {
  const { decision, items } = await decisionPage(visit.ctx, visit.params["decision"] ?? "");
  const back = decision.occasionId ? [{ href: addressOf.occasion(decision.occasionId), label: "まとめ" }] : [];
  const element = (
    <StaffPage visit={visit} title={decision.title} crumbs={[responsesCrumb, ...back]}>
      {decision.recordedAt ? (
        <Recorded decision={decision} items={items} />
      ) : (
        <Draft visit={visit} decision={decision} refused={refused} />
      )}
    </StaffPage>
  );
  return page(element, refused ? 422 : 200);
}

interface DraftProps {
  readonly visit: Visit;
  readonly decision: Decision;
  readonly refused: Refused | undefined;
}

function Draft({ visit, decision, refused }: DraftProps): ReactNode {
  const { id, version } = decision;
  const { title, statement } = refused?.form === "draft" ? draftWords(visit) : decision;
  const refusalOf = (form: Refused["form"]) => (refused?.form === form ? refused.refusal : undefined);
  const files = (
    <p className="actions mb-6">
      <a className="button button-secondary" href={`${addressOf.decision(id)}/draft/docx`}>
        起案文と別紙をWordで保存する
      </a>
    </p>
  );
  if (!mayDecideResponses(visit.ctx.actor)) return files;
  return (
    <>
      <p className="prose mb-4">
        起案文と別紙（意見と市の考え方の表）をWordで出し、文書管理の決裁にかけます。決裁が下りたら、文書番号と決裁日を登録します。
      </p>
      {files}
      <Form action={addressOf.decision(id)} refusal={refusalOf("draft")} className="form max-w-3xl">
        <input type="hidden" name="version" value={version} />
        <TextField name="title" label="件名" value={title} required refusal={refusalOf("draft")} />
        <TextArea name="statement" label="起案文" value={statement} rows={8} />
        <p className="actions">
          <button className="button button-secondary">起案を保存する</button>
        </p>
      </Form>
      <h2 className="mt-8 mb-2 text-[1.25rem]">決裁が下りたら</h2>
      <Form action={`${addressOf.decision(id)}/record`} refusal={refusalOf("record")} className="form max-w-3xl">
        <input type="hidden" name="version" value={version} />
        <DecidedFields form={visit.form} refusal={refusalOf("record")} />
        <p className="actions">
          <button className="button">表として決定を登録する</button>
        </p>
      </Form>
      <Form action={`${addressOf.decision(id)}/removal`} className="mt-12 border-t border-solid-gray-200 pt-4">
        <button className="button button-quiet button-small">起案を取りやめる</button>
      </Form>
    </>
  );
}

function Recorded({
  decision,
  items,
}: {
  readonly decision: Decision;
  readonly items: readonly DecisionItem[];
}): ReactNode {
  const { body, documentNumber, decidedOn, statement } = decision;
  return (
    <>
      <p className="mb-4">
        {body}　{decidedOn && warekiDate(decidedOn)}　{documentNumber}
      </p>
      {statement !== "" && <p className="prose mb-6 whitespace-pre-wrap">{statement}</p>}
      <TableFrame label="別紙">
        <table className="table">
          <caption>別紙（決定したときの内容）</caption>
          <thead>
            <tr>
              {["意見の概要", "該当箇所", "件数", "対応区分", "市の考え方"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ topicId, title, place, points, symbol, category, content }) => (
              <tr key={topicId}>
                <th scope="row">
                  <a href={addressOf.answer(topicId)}>{title}</a>
                </th>
                <td>{place}</td>
                <td className="number">{points}</td>
                <td>
                  {symbol} {category}
                </td>
                <td className="min-w-72 whitespace-pre-wrap">{content}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}
