import type { ReactNode } from "react";
import {
  formulationPage,
  isFinished,
  mayDecideGates,
  mayWriteFormulation,
  nameOfVersion,
  stagePage,
  stageStateLabels,
  type ConfirmationWords,
  type DecisionWords,
  type FormulationPage,
  type StagePage,
  type ViewWords,
} from "#domain/formulation/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, RefusalNotice, SelectField, TextArea } from "#web/ui/forms.tsx";
import { Badge, Notice } from "#web/ui/parts.tsx";
import { plannedWords } from "#web/ui/policy-view.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf as documentsAddress } from "../documents/addresses.ts";
import { addressOf, crumbsOf } from "./addresses.ts";
import { OpenGate } from "./gate-open.tsx";
import { PastGates } from "./gate-past.tsx";
import { toneOf } from "./tones.ts";

/** What was entered at a gate, and refused. */
export interface EnteredAtGate {
  readonly refusal?: Refusal;
  readonly skipReason?: string;
  readonly view?: ViewWords;
  readonly confirmation?: ConfirmationWords;
  readonly decision?: DecisionWords;
  readonly versionId?: string;
  /** The item that was checked, and the condition that was met. */
  readonly item?: { readonly position: number; readonly words: string };
  readonly met?: { readonly conditionId: string; readonly metOn: string; readonly metAs: string };
}

export async function showStage(visit: Visit): Promise<Response> {
  return stageAnswer(visit, {});
}

/** What the parts of a stage's page are given. */
export interface AtGate {
  readonly visit: Visit;
  readonly found: FormulationPage;
  readonly at: StagePage;
  readonly entered: EnteredAtGate;
}

/** A stage with its gate: what it holds, what is checked, what was heard, what was decided. */
export async function stageAnswer(visit: Visit, entered: EnteredAtGate): Promise<Response> {
  const { ctx, params } = visit;
  const found = await formulationPage(ctx, params["plan"] ?? "");
  const at = await stagePage(ctx, { planId: found.plan.id, stageId: params["stage"] ?? "" });
  const { stage, state } = at.line;
  const props: AtGate = { visit, found, at, entered };
  return page(
    <StaffPage visit={visit} title={stage.name} crumbs={crumbsOf(found.plan)}>
      <p className="mb-4">
        <Badge tone={toneOf(state)}>{stageStateLabels[state]}</Badge>
        <span className="ml-3">予定：{plannedWords(stage)}</span>
      </p>
      {entered.refusal && <RefusalNotice refusal={entered.refusal} />}
      {state === "open" ? <OpenGate {...props} /> : !isFinished(state) && <Opening {...props} />}
      {state === "skipped" && mayWriteFormulation(ctx.actor) && <Opening {...props} />}
      <PastGates {...props} />
    </StaffPage>,
    entered.refusal ? 422 : 200,
  );
}

/** The forms that open a gate on a frozen version, or skip the stage. */
function Opening({ visit: { ctx }, found: { plan }, at: { line, versions }, entered }: AtGate): ReactNode {
  if (!mayWriteFormulation(ctx.actor)) return <p>関門は、まだ開いていません。</p>;
  const action = addressOf.stage(plan.slug, line.stage.id);
  return (
    <section id="gate" className="mt-6 max-w-3xl" aria-labelledby="opening">
      <h2 id="opening" className="mb-2 text-[1.25rem]">
        関門を開く
      </h2>
      {versions.length === 0 ? (
        <Notice title="凍結した版が、まだありません。">
          <p>関門には、凍結した版を一つ置きます。版を凍結してから、開いてください。</p>
          <p>
            <a href={documentsAddress.list(plan)}>計画書の版の一覧を開く</a>
          </p>
        </Notice>
      ) : (
        <Form action={`${action}/gate`}>
          <SelectField
            name="versionId"
            label="この関門に置く版"
            hint="開いたあとは、版を取り替えられません。"
            options={versions.map((version) => ({ value: version.id, label: nameOfVersion(version) }))}
            value={entered.versionId}
            refusal={entered.refusal}
          />
          <p className="actions">
            <button className="button">この版で関門を開く</button>
          </p>
        </Form>
      )}
      {mayDecideGates(ctx.actor) && line.state !== "skipped" && (
        <details className="card mt-6" id="skip" open={entered.skipReason !== undefined}>
          <summary className="font-bold">この段階を飛ばす</summary>
          <Form action={`${action}/skip`} className="form mt-4">
            <TextArea
              name="reason"
              label="飛ばす理由"
              hint="市民のページに載ります。"
              rows={3}
              value={entered.skipReason}
              required
              refusal={entered.refusal}
            />
            <p className="actions">
              <button className="button button-secondary">理由を付けて飛ばす</button>
            </p>
          </Form>
        </details>
      )}
    </section>
  );
}
