import type { ReactNode } from "react";
import {
  emptyPartnership,
  keepPartnership,
  mayKeepPartnerships,
  partnershipFormLabels,
  partnershipForms,
  partnershipsOfMeasure,
  proposerLabels,
  proposers,
  removePartnership,
  type Partnership,
  type PartnershipWords,
} from "#domain/declarations/index.ts";
import { nodePage, type NodePage } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { nodeName, planCrumbs, addressOf as planAddress } from "../plan/addresses.ts";
import { addressOf } from "./addresses.ts";

/** With whom a measure is carried out: a small register under its page. */
export async function showPartnerships(visit: Visit): Promise<Response> {
  return partnershipsAnswer(visit, {});
}

interface Shown {
  readonly refusal?: Refusal;
  /** What was entered and refused, and for which one; "" is the new one. */
  readonly entered?: { readonly id: string; readonly words: PartnershipWords };
}

async function partnershipsAnswer(visit: Visit, { refusal, entered }: Shown): Promise<Response> {
  const found = await nodePage(visit.ctx, visit.params["node"] ?? "");
  const { node } = found;
  const partnerships = await partnershipsOfMeasure(visit.ctx, node.id);
  const mayKeep = mayKeepPartnerships(visit.ctx.actor, node);
  const wordsOf = (id: string, words: PartnershipWords) => (entered?.id === id ? entered.words : words);
  const element = (
    <StaffPage visit={visit} title="協働の相手" crumbs={crumbsOf(found)}>
      <p className="prose mb-6">
        施策「{nodeName(node)}
        」を、だれと、どのような形で進めるかを登録します。宣言と一緒に公表すると、施策の公開ページの「ともに進める人たち」に載ります。
      </p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {partnerships.length === 0 && (
        <Empty title="協働の相手は、まだ登録されていません">
          <p>協定、補助、委託などで一緒に進める団体や事業者を登録します。</p>
        </Empty>
      )}
      {partnerships.map((each) => (
        <OnePartnership
          key={each.id}
          nodeId={node.id}
          partnership={each}
          mayKeep={mayKeep}
          words={wordsOf(each.id, each)}
        />
      ))}
      {mayKeep && (
        <section className="mt-8 max-w-3xl" aria-labelledby="new-title">
          <h2 id="new-title" className="mb-2 text-[1.25rem]">
            協働の相手を加える
          </h2>
          <Form action={addressOf.partnerships(node.id)}>
            <Fields id="new" words={wordsOf("", emptyPartnership)} />
            <p className="actions">
              <button className="button">加える</button>
            </p>
          </Form>
        </section>
      )}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function crumbsOf({ plan, above, node }: NodePage) {
  return [...planCrumbs(plan, above), { href: planAddress.node(plan, node.id), label: nodeName(node) }];
}

interface OneProps {
  readonly nodeId: string;
  readonly partnership: Partnership;
  readonly words: PartnershipWords;
  readonly mayKeep: boolean;
}

function OnePartnership({ nodeId, partnership, words, mayKeep }: OneProps): ReactNode {
  const { id, version, partner, form, detail, sinceOn, proposedBy, voiceNumber } = partnership;
  const summary = [partner, partnershipFormLabels[form], sinceOn && `${warekiDate(sinceOn)}から`, detail];
  const by = voiceNumber === null ? proposerLabels[proposedBy] : `意見 第${voiceNumber}号`;
  const line = `${summary.filter(Boolean).join("　")}（言い出した人：${by}）`;
  if (!mayKeep) return <p className="card mt-2">{line}</p>;
  return (
    <details className="card mt-2 max-w-3xl">
      <summary>{line}</summary>
      <Form action={addressOf.partnerships(nodeId)}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Fields id={id} words={words} />
        <p className="actions">
          <button className="button button-secondary">保存する</button>
          <button className="button button-quiet" name="act" value="remove">
            削除する
          </button>
        </p>
      </Form>
    </details>
  );
}

/** Several forms stand on one page: their fields share names, so only the new one is linked from a refusal. */
function Fields({ words }: { readonly id: string; readonly words: PartnershipWords }): ReactNode {
  return (
    <>
      <TextField name="partner" label="相手の名前" hint="団体や事業者の名前" value={words.partner} required />
      <SelectField
        name="form"
        label="協働の形"
        options={partnershipForms.map((form) => ({ value: form, label: partnershipFormLabels[form] }))}
        value={words.form}
      />
      <TextArea name="detail" label="内容" rows={2} value={words.detail} />
      <div className="field-row">
        <TextField name="sinceOn" label="いつから" type="date" short value={words.sinceOn} />
        <TextField name="untilOn" label="いつまで" type="date" short value={words.untilOn} />
      </div>
      <SelectField
        name="proposedBy"
        label="言い出した人"
        options={proposers.map((each) => ({ value: each, label: proposerLabels[each] }))}
        value={words.proposedBy}
      />
      <TextField
        name="voiceNumber"
        label="意見の番号（市民の意見・提案のとき）"
        inputMode="numeric"
        short
        value={words.voiceNumber ?? ""}
      />
    </>
  );
}

export async function savePartnership(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const nodeId = visit.params["node"] ?? "";
  const [id, version] = [text(form, "id"), Number(text(form, "version"))];
  const words = wordsIn(form);
  const seen = id === "" ? undefined : { id, version };
  const done =
    text(form, "act") === "remove"
      ? await removePartnership(ctx, { nodeId, id, version })
      : await keepPartnership(ctx, { nodeId, words, seen });
  if (!done.ok) return partnershipsAnswer(visit, { refusal: done.refusal, entered: { id, words } });
  return onwards(addressOf.partnerships(nodeId), "saved");
}

function wordsIn(form: FormData): PartnershipWords {
  const number = Number(text(form, "voiceNumber").normalize("NFKC"));
  return {
    partner: text(form, "partner"),
    form: partnershipForms.find((each) => each === text(form, "form")) ?? "other",
    detail: text(form, "detail"),
    sinceOn: text(form, "sinceOn"),
    untilOn: text(form, "untilOn"),
    proposedBy: proposers.find((each) => each === text(form, "proposedBy")) ?? "city",
    voiceNumber: Number.isSafeInteger(number) && number > 0 ? number : null,
  };
}
