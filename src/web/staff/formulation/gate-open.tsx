import type { ReactNode } from "react";
import {
  gateOutcomeLabels,
  gateOutcomes,
  mayConfirmVersions,
  mayDecideGates,
  mayWriteFormulation,
  nameOfVersion,
  type DecisionWords,
  type Gate,
} from "#domain/formulation/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Choices, Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { addressOf as documentsAddress } from "../documents/addresses.ts";
import { addressOf } from "./addresses.ts";
import { Checklist } from "./gate-checklist.tsx";
import { OfferedViews, ViewForm, ViewList } from "./gate-views.tsx";
import type { AtGate } from "./stage-page.tsx";

/** The gate that is open: its version, its checklist, what was heard, and the form of the decision. */
export function OpenGate(props: AtGate): ReactNode {
  const { visit, at } = props;
  const [gate, inspection] = [at.line.gates.at(-1), at.inspection];
  if (!gate || !inspection) return null;
  const { version } = inspection;
  const { actor } = visit.ctx;
  return (
    <>
      <p className="mb-4 text-[1.125rem]" id="gate">
        この関門の版：
        <a className="font-bold" href={documentsAddress.version(props.found.plan, version.number)}>
          {nameOfVersion(version)}
        </a>
      </p>
      {version.purgedAt && (
        <Notice title="この版の内容は、完全に削除されました。" tone="caution">
          <p>内容のない版では通せません。差し戻してから、内容のある新しい版で関門を開いてください。</p>
        </Notice>
      )}
      <Checklist plan={props.found.plan} inspection={inspection} />
      {mayWriteFormulation(actor) && <Items {...props} gate={gate} />}
      <section id="views" className="mt-10 max-w-4xl" aria-labelledby="views-title">
        <h2 id="views-title" className="mb-2 text-[1.25rem]">
          聴いた意見
        </h2>
        <ViewList {...props} gate={gate} mayRemove={mayWriteFormulation(actor)} />
        {mayWriteFormulation(actor) && <OfferedViews {...props} gate={gate} />}
        {mayWriteFormulation(actor) && <ViewForm {...props} />}
      </section>
      {at.line.stage.needsConfirmation && <Confirmations {...props} gate={gate} />}
      {mayDecideGates(actor) && <Decision {...props} />}
    </>
  );
}

/** What people check by hand, each with a form of its own. */
function Items({ found: { plan }, at: { line }, gate, entered }: AtGate & { readonly gate: Gate }): ReactNode {
  if (gate.items.length === 0) return null;
  return (
    <section id="items" className="mt-10 max-w-4xl" aria-labelledby="items-title">
      <h2 id="items-title" className="mb-2 text-[1.25rem]">
        人が確かめる項目
      </h2>
      <ul className="list-plain grid gap-3">
        {gate.items.map(({ position, label, isDone, words }) => (
          <li key={position} className="card !p-4">
            <p className="font-bold">
              {isDone ? "✓ " : ""}
              {label}
            </p>
            <Form
              action={`${addressOf.stage(plan.slug, line.stage.id)}/items`}
              className="mt-2 flex flex-wrap items-end gap-3"
            >
              <input type="hidden" name="position" value={position} />
              <label className="min-w-60 flex-1">
                確かめた内容
                <input
                  className="input"
                  name="itemWords"
                  defaultValue={entered.item?.position === position ? entered.item.words : words}
                />
              </label>
              <button className="button button-secondary">{isDone ? "書き直す" : "確かめた"}</button>
              {isDone && (
                <button className="button button-quiet" name="act" value="undo">
                  取り消す
                </button>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Confirmations({ visit, found: { plan }, at, gate, entered }: AtGate & { readonly gate: Gate }): ReactNode {
  const { refusal, confirmation } = entered;
  return (
    <section id="confirmations" className="mt-10 max-w-3xl" aria-labelledby="confirmations-title">
      <h2 id="confirmations-title" className="mb-2 text-[1.25rem]">
        将来都市像と目標の確認
      </h2>
      <p className="mb-2">審議会と策定委員会など、2つの会議が、この関門の版で確かめます。</p>
      <ul className="list-disc pl-6">
        {gate.confirmations.map(({ body, confirmedOn, reference }) => (
          <li key={body}>
            {body}　{warekiDate(confirmedOn)}
            {reference && `　${reference}`}
          </li>
        ))}
      </ul>
      {mayConfirmVersions(visit.ctx.actor) && (
        <Form action={`${addressOf.stage(plan.slug, at.line.stage.id)}/confirmations`} className="form mt-4">
          <TextField name="confirmingBody" label="確かめた会議" value={confirmation?.body} required refusal={refusal} />
          <SelectField
            name="versionId"
            label="会議が確かめた版"
            options={at.versions.map((version) => ({ value: version.id, label: nameOfVersion(version) }))}
            value={confirmation?.versionId ?? gate.versionId ?? ""}
            refusal={refusal}
          />
          <TextField
            name="confirmedOn"
            label="確かめた日"
            type="date"
            short
            value={confirmation?.confirmedOn}
            required
            refusal={refusal}
          />
          <TextField name="confirmationReference" label="会議録など" value={confirmation?.reference} />
          <p className="actions">
            <button className="button button-secondary">確認を記録する</button>
          </p>
        </Form>
      )}
    </section>
  );
}

const noDecision: DecisionWords = {
  outcome: undefined,
  body: "",
  decidedOn: "",
  documentNumber: "",
  reason: "",
  conditions: [],
};

function Decision({ found: { plan }, at: { line }, entered: { decision = noDecision, refusal } }: AtGate): ReactNode {
  return (
    <section id="decision" className="mt-10 max-w-3xl" aria-labelledby="decision-title">
      <h2 id="decision-title" className="mb-2 text-[1.25rem]">
        市の決定
      </h2>
      <p className="mb-4">
        決定すると、この関門の記録は変えられません。条件と差戻しの理由は、公表するページに載ります。
      </p>
      <Form action={`${addressOf.stage(plan.slug, line.stage.id)}/decision`}>
        <Choices
          name="outcome"
          label="決定"
          options={gateOutcomes.map((value) => ({ value, label: gateOutcomeLabels[value] }))}
          chosen={decision.outcome ? [decision.outcome] : []}
          refusal={refusal}
        />
        <TextField
          name="body"
          label="決定した会議や役職"
          hint="例：庁議、市長"
          value={decision.body}
          required
          refusal={refusal}
        />
        <div className="field-row">
          <TextField
            name="decidedOn"
            label="決定した日"
            type="date"
            short
            value={decision.decidedOn}
            required
            refusal={refusal}
          />
          <TextField name="documentNumber" label="文書番号" value={decision.documentNumber} refusal={refusal} />
        </div>
        <TextArea
          name="conditions"
          label="条件（条件付きで通すとき）"
          hint="1行に1つ。済むまで、この段階のページに残ります。"
          rows={3}
          value={decision.conditions.join("\n")}
          refusal={refusal}
        />
        <TextArea name="reason" label="理由（差し戻すとき）" rows={2} value={decision.reason} refusal={refusal} />
        <p className="actions">
          <button className="button">決定を記録する</button>
        </p>
      </Form>
    </section>
  );
}
