import type { ReactNode } from "react";
import {
  mayDecideResponses,
  mayDraftResponses,
  mayEditResponses,
  type Boilerplate,
  type ResponseCategory,
} from "#domain/voices/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Form, SelectField, TextArea } from "#web/ui/forms.tsx";
import { text } from "#web/visit.ts";
import { StaleComparison } from "../stale-comparison.tsx";
import { addressOf } from "./addresses.ts";
import { refusalOf, type AnswerScene } from "./answer-scene.ts";
import { SingleDecision } from "./single-decision.tsx";

interface SceneProps {
  readonly scene: AnswerScene;
}

function Heading({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <h2 id="answer" className="mb-2 text-[1.25rem]">
      {children}
    </h2>
  );
}

/** The answer as it was decided. */
export function Decided({ scene: { found } }: SceneProps): ReactNode {
  const { response, category, decision } = found;
  return (
    <section aria-labelledby="answer" className="mb-8">
      <Heading>市の考え方（決定）</Heading>
      <p className="font-bold">{category && `${category.symbol} ${category.name}`}</p>
      <p className="prose mt-2 whitespace-pre-wrap">{response?.content}</p>
      {decision?.decidedOn && (
        <p className="mt-2 text-solid-gray-700">
          {decision.body}　{warekiDate(decision.decidedOn)}　{decision.documentNumber}
          <a className="ml-4" href={addressOf.decision(decision.id)}>
            決定を見る
          </a>
        </p>
      )}
    </section>
  );
}

/** The form to write or edit an answer, for whom it is open now; its words for all others. */
export function AnswerForm({ scene }: SceneProps): ReactNode {
  const { visit, found } = scene;
  const { topic, response } = found;
  const { actor } = visit.ctx;
  const isOpen = response?.state === "submitted" ? mayEditResponses(actor) : mayDraftResponses(actor, topic);
  if (!isOpen) return <Words scene={scene} />;
  return (
    <section aria-labelledby="answer" className="mb-8">
      <Heading>{response?.state === "submitted" ? "市の考え方を直す" : "市の考え方の案を書く"}</Heading>
      <Stale scene={scene} />
      <Fields scene={scene} />
    </section>
  );
}

function Words({ scene: { found } }: SceneProps): ReactNode {
  const { response, category } = found;
  if (!response) return null;
  return (
    <section aria-labelledby="answer" className="mb-8">
      <Heading>市の考え方（案）</Heading>
      <p className="font-bold">{category && `${category.symbol} ${category.name}`}</p>
      <p className="prose mt-2 whitespace-pre-wrap">{response.content || "まだ書かれていません。"}</p>
    </section>
  );
}

function Stale({ scene }: SceneProps): ReactNode {
  const { found, refused, categories } = scene;
  const name = (id: string) => categories.find((each) => each.id === id)?.name ?? "";
  return (
    <StaleComparison
      refusal={refusalOf(scene, "answer")}
      fields={[
        {
          label: "対応区分",
          now: found.category?.name ?? "",
          mine: name(refused?.entered?.categoryId ?? ""),
        },
        { label: "市の考え方", now: found.response?.content ?? "", mine: refused?.entered?.content ?? "" },
      ]}
    />
  );
}

function Fields({ scene }: SceneProps): ReactNode {
  const { found, refused, categories, boilerplates } = scene;
  const { topic, response } = found;
  const refusal = refusalOf(scene, "answer");
  const entered = refused?.entered ?? { categoryId: response?.categoryId ?? "", content: response?.content ?? "" };
  return (
    <Form action={addressOf.answer(topic.id)} refusal={refusal} className="form max-w-3xl">
      <input type="hidden" name="version" value={response?.version ?? 0} />
      <SelectField
        name="category"
        label="対応区分"
        blank="まだ選ばない"
        options={categories.filter(({ isRetired }) => !isRetired).map(optionOf)}
        value={entered.categoryId}
        refusal={refusal}
      />
      <TextArea
        name="content"
        label="市の考え方"
        hint="です・ます調で、何をするか・しないか、理由、時期を書きます。個人の情報は書きません。"
        rows={8}
        value={entered.content}
        refusal={refusal}
      />
      <Boilerplates boilerplates={boilerplates} />
      <p className="actions">
        {response?.state === "submitted" ? (
          <button className="button">直して保存する</button>
        ) : (
          <>
            <button className="button" name="act" value="submit">
              企画へ提出する
            </button>
            <button className="button button-secondary" name="act" value="draft">
              案を保存する
            </button>
          </>
        )}
      </p>
    </Form>
  );
}

function optionOf({ id, symbol, name }: ResponseCategory) {
  return { value: id, label: `${symbol} ${name}` };
}

function Boilerplates({ boilerplates }: { readonly boilerplates: readonly Boilerplate[] }): ReactNode {
  if (boilerplates.length === 0) return null;
  return (
    <details className="card">
      <summary className="font-bold">定型文（選んで写せます）</summary>
      <dl className="mt-2 space-y-3">
        {boilerplates.map(({ id, title, content }) => (
          <div key={id}>
            <dt className="font-bold">{title}</dt>
            <dd className="whitespace-pre-wrap">{content}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What the planning office may do now: give back, decide alone, open again. */
export function PlanningActs({ scene }: SceneProps): ReactNode {
  const { visit, found } = scene;
  const { response } = found;
  if (!mayEditResponses(visit.ctx.actor) || !response) return null;
  if (response.state === "draft") return null;
  if (response.state === "decided")
    return <ReasonForm scene={scene} form="reopening" title="決定を見直す" button="見直しを始める" />;
  return (
    <>
      <ReasonForm scene={scene} form="return" title="課へ差し戻す" button="差し戻す" />
      {mayDecideResponses(visit.ctx.actor) && <SingleDecision scene={scene} />}
    </>
  );
}

interface ReasonFormProps extends SceneProps {
  readonly form: "return" | "reopening";
  readonly title: string;
  readonly button: string;
}

function ReasonForm({ scene, form, title, button }: ReasonFormProps): ReactNode {
  const { topic, response } = scene.found;
  const refusal = refusalOf(scene, form);
  return (
    <details className="card mt-4 max-w-3xl" open={refusal !== undefined}>
      <summary className="font-bold">{title}</summary>
      <Form action={`${addressOf.answer(topic.id)}/${form}`} refusal={refusal}>
        <input type="hidden" name="version" value={response?.version ?? 0} />
        <TextArea
          name="reason"
          label="理由"
          rows={3}
          value={refusal && text(scene.visit.form, "reason")}
          required
          refusal={refusal}
        />
        <p className="actions">
          <button className="button button-secondary">{button}</button>
        </p>
      </Form>
    </details>
  );
}
