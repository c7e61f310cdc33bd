import type { ReactNode } from "react";
import {
  hearerLabels,
  isFinished,
  stageStateLabels,
  type PublishedGate,
  type PublishedStage,
} from "#domain/formulation/published.ts";
import { dateWithBoth, warekiDate } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Badge, type Tone } from "#web/ui/parts.tsx";
import { plannedWords } from "#web/ui/policy-view.tsx";

interface Props {
  readonly site: Site;
  readonly slug: string;
  readonly stages: readonly PublishedStage[];
  readonly readable: ReadonlySet<number>;
}

const tones: Readonly<Record<PublishedStage["state"], Tone>> = {
  ahead: "plain",
  open: "caution",
  passed: "good",
  conditional: "good",
  sentBack: "caution",
  skipped: "plain",
};

/** The stages from the first to the last, 「いまここ」 at the one that is not behind. */
export function StageList({ site, slug, stages, readable }: Props): ReactNode {
  const now = stages.findIndex(({ state }) => !isFinished(state));
  return (
    <ol className="list-plain stage-list">
      {stages.map((stage, index) => (
        <li
          key={index}
          className={index === now ? "stage-here" : index < now || now < 0 ? "stage-past" : undefined}
          aria-current={index === now ? "step" : undefined}
        >
          <p className="stage-head">
            <b>{stage.name}</b>
            <Badge tone={tones[stage.state]}>{index === now ? stateHere(stage) : stageStateLabels[stage.state]}</Badge>
            {index === now && <span className="stage-mark">いまここ</span>}
          </p>
          {!isFinished(stage.state) && (stage.plannedFrom || stage.plannedUntil) && <p>予定：{plannedWords(stage)}</p>}
          {stage.gates.map((gate, place) => (
            <GateWords key={place} site={site} slug={slug} gate={gate} readable={readable} />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A stage that is next and has no gate yet is being prepared. */
function stateHere({ state }: PublishedStage): string {
  return state === "ahead" ? "準備中" : stageStateLabels[state];
}

interface GateProps extends Omit<Props, "stages"> {
  readonly gate: PublishedGate;
}

/** What was decided, when and by whom, on which version; why, and under which conditions. */
function GateWords(props: GateProps): ReactNode {
  const { gate } = props;
  const { state, decidedOn, body, documentNumber, reason, conditions, confirmations } = gate;
  return (
    <div className="stage-gate">
      <p>
        <VersionWords {...props} />
        {decidedOn && `${dateWithBoth(decidedOn)}　`}
        {body && `${body}が${decisionWords[state]}。`}
        {documentNumber && `（${documentNumber}）`}
      </p>
      {reason && (
        <p>
          {state === "skipped" ? "この段階を飛ばした理由" : "差し戻した理由"}：{reason}
        </p>
      )}
      {conditions.length > 0 && (
        <>
          <p>条件：</p>
          <ul className="list-disc pl-6">
            {conditions.map(({ words, metOn, metAs }, index) => (
              <li key={index}>
                {words}　{metOn ? `（済み：${warekiDate(metOn)}　${metAs}）` : "（まだ済んでいません）"}
              </li>
            ))}
          </ul>
        </>
      )}
      {confirmations.length > 0 && (
        <p>
          将来都市像と目標を、この版で確かめた会議：
          {confirmations.map(({ body: who, confirmedOn }) => `${who}（${warekiDate(confirmedOn)}）`).join("、")}
        </p>
      )}
      <Views gate={gate} />
    </div>
  );
}

const decisionWords: Readonly<Record<PublishedGate["state"], string>> = {
  open: "確かめています",
  passed: "通しました",
  conditional: "条件を付けて通しました",
  sentBack: "差し戻しました",
  skipped: "飛ばしました",
};

function VersionWords({ site, slug, gate: { version, state }, readable }: GateProps): ReactNode {
  if (!version) return null;
  const name = `${version.name}（第${version.number}版）`;
  const shown = readable.has(version.number) ? (
    <a href={hrefIn(site, `/documents/${slug}-${version.number}`)}>{name}</a>
  ) : (
    name
  );
  return (
    <>
      版：{shown}　{state === "open" && "この版を確かめています。"}
    </>
  );
}

function Views({ gate: { views } }: { readonly gate: PublishedGate }): ReactNode {
  if (views.length === 0) return null;
  return (
    <details>
      <summary>聴いた意見（{views.length}件）</summary>
      <ul className="list-disc pl-6">
        {views.map(({ hearer, body, heardOn, words, reference }, index) => (
          <li key={index}>
            {body}（{hearerLabels[hearer]}、{warekiDate(heardOn)}）：{words}
            {reference && `（${reference}）`}
          </li>
        ))}
      </ul>
    </details>
  );
}
