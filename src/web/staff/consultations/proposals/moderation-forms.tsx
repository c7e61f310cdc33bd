import type { ReactNode } from "react";
import { ruleList } from "#domain/consultations/index.ts";
import { copyWithout, markKindLabels, spansTakenOut, type Mark } from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, Form, TextArea } from "#web/ui/forms.tsx";
import { proposalAddress } from "./addresses.ts";
import type { Scene } from "./proposal-page.tsx";

interface Props {
  readonly scene: Scene;
  readonly refusal: Refusal | undefined;
}

/** What can be done with a proposal now. */
export function ModerationForms({ scene, refusal }: Props): ReactNode {
  const { slug, found } = scene;
  const { state, letBy } = found.proposal;
  const { reports, voice } = found;
  const canRefuse = state === "waiting" || state === "looked";
  const isUnseen = state === "public" && letBy === null;
  if (voice.text === null) return null;
  return (
    <>
      {(canRefuse || isUnseen) && <AcceptForm scene={scene} refusal={refusal} />}
      {canRefuse && <RuleForm scene={scene} refusal={refusal} act="refusal" title="公開しない" button="公開しない" />}
      {state === "public" && reports.length > 0 && (
        <ActForm scene={scene} act="keeping" title="知らせを確かめた" button="確かめて、そのまま公開する">
          <p className="prose">知らせは閉じます。記録に残ります。</p>
        </ActForm>
      )}
      {state === "public" && (
        <RuleForm scene={scene} refusal={refusal} act="hiding" title="公開をやめる" button="公開をやめる" />
      )}
      {(state === "refused" || state === "hidden" || state === "looked") && (
        <ActForm scene={scene} act="reopening" title="もう一度確かめる" button="一人目からやり直す">
          <p className="prose">確認待ちに戻します。公開している理由の表示は、いちど取り下げます。</p>
        </ActForm>
      )}
      {found.proposal.roleField && (state === "public" || state === "unlisted") && voice.nodeId && (
        <p className="actions mt-6">
          <a className="button button-secondary" href={proposalAddress.role(slug, voice.number)}>
            施策の役割の文に取り入れる
          </a>
        </p>
      )}
    </>
  );
}

interface ActProps {
  readonly scene: Scene;
  readonly act: "acceptance" | "refusal" | "hiding" | "keeping" | "reopening";
  readonly title: string;
  readonly button: string;
  readonly children: ReactNode;
}

function ActForm({ scene: { slug, found }, act, title, button, children }: ActProps): ReactNode {
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby={`${act}-title`}>
      <h2 id={`${act}-title`} className="mb-2 text-[1.25rem]">
        {title}
      </h2>
      <Form action={`${proposalAddress.one(slug, found.voice.number)}/${act}`}>
        <input type="hidden" name="version" value={found.proposal.version} />
        {children}
        <p className="actions">
          <button className={act === "acceptance" ? "button" : "button button-secondary"}>{button}</button>
        </p>
      </Form>
    </section>
  );
}

/** The words as they would go public, with what is suggested to be taken out: a person decides each. */
function AcceptForm({ scene, refusal }: Props): ReactNode {
  const { found } = scene;
  const text = found.voice.text ?? "";
  const first = found.proposal.state === "looked" ? found.proposal.copy : null;
  const marks: readonly (Mark | { start: number; end: number; kind: "typed" })[] =
    first === null ? found.marks : spansTakenOut(text, first).map((span) => ({ ...span, kind: "typed" as const }));
  const isSecond = found.proposal.state === "looked";
  return (
    <ActForm
      scene={scene}
      act="acceptance"
      title={isSecond ? "二人目として確かめる" : "受け入れる"}
      button={acceptWords(scene)}
    >
      {marks.length > 0 && (
        <Choices
          name="mark"
          label="公開しない部分（■に替える）"
          kind="checkbox"
          hint="機械が見つけた候補です。公開してよいものは、しるしを外してください。"
          options={marks.map(({ start, end, kind }) => ({
            value: `${start}-${end}`,
            label: `${text.slice(start, end)}（${markKindLabels[kind]}）`,
          }))}
          chosen={marks.map(({ start, end }) => `${start}-${end}`)}
        />
      )}
      <TextArea
        name="words"
        label="ほかに公開しない言葉"
        hint="1行に1つ。文の中のすべての同じ言葉が■になります。"
        rows={2}
        refusal={refusal}
      />
      <details>
        <summary>しるしのとおりに替えた文を見る</summary>
        <p className="card mt-2 whitespace-pre-wrap">{copyWithout(text, marks)}</p>
      </details>
    </ActForm>
  );
}

function acceptWords({ found: { proposal, call, voice } }: Scene): string {
  if (call.twoPersons && proposal.state === "waiting") return "確かめて、二人目に回す";
  return voice.wishesPublication ? "受け入れて公開する" : "受け入れる（文は公開しない）";
}

interface RuleProps extends Props {
  readonly act: "refusal" | "hiding";
  readonly title: string;
  readonly button: string;
}

function RuleForm({ scene, refusal, ...act }: RuleProps): ReactNode {
  return (
    <ActForm scene={scene} {...act}>
      <Choices
        name="rule"
        label="理由（この募集の基準から）"
        hint="番号と理由が公開され、送った人も受付番号で読みます。"
        refusal={refusal}
        options={ruleList(scene.found.call).map((rule) => ({ value: rule, label: rule }))}
      />
    </ActForm>
  );
}
