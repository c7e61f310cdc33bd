import type { ReactNode } from "react";
import {
  mayDecideGates,
  nameOfVersion,
  stageStateLabels,
  type Gate,
  type GateCondition,
} from "#domain/formulation/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Form } from "#web/ui/forms.tsx";
import { Badge } from "#web/ui/parts.tsx";
import { addressOf } from "./addresses.ts";
import { CheckBadge, seenWords } from "./gate-checklist.tsx";
import { ViewList } from "./gate-views.tsx";
import type { AtGate } from "./stage-page.tsx";
import { toneOf } from "./tones.ts";

/** The gates of a stage that are decided, the last first. */
export function PastGates(props: AtGate): ReactNode {
  const decided = props.at.line.gates.filter(({ state }) => state !== "open").toReversed();
  if (decided.length === 0) return null;
  return (
    <section className="mt-10 max-w-4xl" aria-labelledby="past" id="conditions">
      <h2 id="past" className="mb-2 text-[1.25rem]">
        決定の記録
      </h2>
      <ol className="list-plain grid gap-4">
        {decided.map((gate) => (
          <li key={gate.id} className="card">
            <PastGate {...props} gate={gate} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type GateProps = AtGate & { readonly gate: Gate };

function PastGate(props: GateProps): ReactNode {
  const { at, gate } = props;
  const { state, decidedBody, decidedOn, documentNumber, reason } = gate;
  const version = at.versions.find(({ id }) => id === gate.versionId);
  return (
    <>
      <h3 className="text-[1.125rem]">
        <Badge tone={toneOf(state)}>{stageStateLabels[state]}</Badge>
        {version && <span className="ml-3">{nameOfVersion(version)}</span>}
      </h3>
      <p className="mt-2">
        {[decidedBody, decidedOn && warekiDate(decidedOn), documentNumber].filter(Boolean).join("　")}
      </p>
      {reason && <p className="mt-2 whitespace-pre-line">理由：{reason}</p>}
      {gate.conditions.length > 0 && <Conditions {...props} />}
      {gate.confirmations.map(({ body, confirmedOn, reference }) => (
        <p key={body} className="mt-2">
          将来都市像と目標の確認：{body}　{warekiDate(confirmedOn)}　{reference}
        </p>
      ))}
      {gate.checks.length > 0 && (
        <details className="mt-3">
          <summary>決定したときの点検と聴いた意見</summary>
          <ul className="list-plain mt-2 grid gap-2">
            {gate.checks.map((check, index) => (
              <li key={index}>
                <CheckBadge check={check} /> {check.label}
                {check.words && <span className="ml-2 text-solid-gray-700">{check.words}</span>}
                {check.seen && <span className="ml-2 text-solid-gray-700">見たもの：{seenWords(check)}</span>}
              </li>
            ))}
          </ul>
          <div className="mt-4">
            <ViewList {...props} mayRemove={false} />
          </div>
        </details>
      )}
    </>
  );
}

function Conditions(props: GateProps): ReactNode {
  return (
    <>
      <h4 className="mt-4 font-bold">条件</h4>
      <ul className="list-plain mt-2 grid gap-3">
        {props.gate.conditions.map((condition) => (
          <li key={condition.id}>
            <Condition {...props} condition={condition} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Condition({
  visit,
  found: { plan },
  at: { line },
  gate,
  condition,
  entered,
}: GateProps & { readonly condition: GateCondition }): ReactNode {
  const { id, words, metOn, metAs } = condition;
  const met = entered.met?.conditionId === id ? entered.met : undefined;
  if (metOn)
    return (
      <p>
        <Badge tone="good">✓ 済み</Badge> {words}（{warekiDate(metOn)}　{metAs}）
      </p>
    );
  return (
    <>
      <p>
        <Badge tone="caution">まだ</Badge> {words}
      </p>
      {mayDecideGates(visit.ctx.actor) && (
        <Form
          action={`${addressOf.stage(plan.slug, line.stage.id)}/conditions`}
          className="mt-2 flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="gateId" value={gate.id} />
          <input type="hidden" name="conditionId" value={id} />
          <label>
            満たした日
            <input className="input" type="date" name="metOn" defaultValue={met?.metOn} />
          </label>
          <label className="min-w-60 flex-1">
            どのように満たしたか
            <input className="input" name="metAs" defaultValue={met?.metAs} />
          </label>
          <button className="button button-secondary">済みにする</button>
        </Form>
      )}
    </>
  );
}
