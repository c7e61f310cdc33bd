import type { ReactNode } from "react";
import {
  mayAssignTopics,
  responseStateLabels,
  topicBoard,
  topicOrders,
  topicStates,
  type BoardTopic,
  type TopicChoice,
  type TopicState,
} from "#domain/voices/index.ts";
import { isId } from "#kernel/id.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { Form, SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { divisionOptions } from "../plan/division-options.ts";
import { addressOf, withQuery } from "./addresses.ts";
import { DeskFrame, UndoBar } from "./parts.tsx";
import { deskScene, measureOptions, occasionOptions, type DeskScene } from "./scene.ts";
import { TopicActs } from "./topic-acts.tsx";

const perPage = 100;

export const stateWords: Readonly<Record<TopicState, string>> = {
  unasked: "課に割り当てていない",
  waiting: "回答案なし",
  overdue: "期限切れ",
  draft: responseStateLabels.draft,
  submitted: responseStateLabels.submitted,
  decided: responseStateLabels.decided,
  empty: "論点がない",
};

const orderWords = {
  number: "番号の順",
  points: "件数の多い順",
  due: "期限の早い順",
  state: "進みぐあいの順",
} as const;

/** Which topics the address asks for; what was not understood is left out. */
export function topicChoice(scene: DeskScene, query: URLSearchParams): TopicChoice {
  const id = (name: string) => (isId(query.get(name) ?? "") ? (query.get(name) ?? "") : "");
  return {
    planId: scene.plan.id,
    occasionId: scene.occasion?.id ?? "",
    divisionId: id("division"),
    nodeId: id("node"),
    state: topicStates.find((state) => state === query.get("state")) ?? "",
    words: query.get("words") ?? "",
    order: topicOrders.find((order) => order === query.get("order")) ?? "number",
  };
}

/** The board of topics: how many, whose, until when, how far. */
export async function showTopics(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, query } = visit;
  const scene = await deskScene(ctx, query);
  if (!scene)
    return page(
      <DeskFrame visit={visit} title="同趣旨の意見" scene={scene}>
        {null}
      </DeskFrame>,
    );
  const choice = topicChoice(scene, query);
  const found = await topicBoard(ctx, choice);
  const from = Math.max(0, Number(query.get("from")) || 0);
  const divisions = await divisionOptions(ctx);
  const measures = await measureOptions(ctx, scene.plan.id);
  const values = choiceValues(choice);
  const here = withQuery(addressOf.topics, { ...values, from: from > 0 ? String(from) : undefined });
  const more = from + perPage < found.length ? String(from + perPage) : undefined;
  return page(
    <DeskFrame visit={visit} title="同趣旨の意見" scene={scene} refusal={refusal}>
      <Filters scene={scene} choice={choice} divisions={divisions} measures={measures} />
      <UndoBar scene={scene} back={here} />
      {found.length === 0 ? (
        <Empty title="当てはまる同趣旨の意見はありません">
          <p>論点をまとめると、ここに並びます。</p>
        </Empty>
      ) : (
        <Form action={addressOf.topicActs} className="">
          <input type="hidden" name="back" value={here} />
          <TopicActs divisions={divisions} mayAssign={mayAssignTopics(ctx.actor)} />
          <p className="mb-2 font-bold">{found.length}件</p>
          <BoardTable
            topics={found.slice(from, from + perPage)}
            {...{ divisions, measures }}
            today={ctx.clock.today()}
          />
        </Form>
      )}
      {more && (
        <p className="mt-4">
          <a className="button button-secondary" href={withQuery(addressOf.topics, { ...values, from: more })}>
            次の{perPage}件
          </a>
        </p>
      )}
    </DeskFrame>,
    refusal ? 422 : 200,
  );
}

function choiceValues({ planId, occasionId, divisionId, nodeId, state, words, order }: TopicChoice) {
  const asked = { plan: planId, occasion: occasionId, division: divisionId, node: nodeId, state, words };
  return { ...asked, order: order === "number" ? "" : order };
}

interface FiltersProps {
  readonly scene: DeskScene;
  readonly choice: TopicChoice;
  readonly divisions: readonly Option[];
  readonly measures: readonly Option[];
}

function Filters({ scene, choice, divisions, measures }: FiltersProps): ReactNode {
  const { words, state, occasionId, divisionId, nodeId, order } = choice;
  const states = topicStates.map((value) => ({ value, label: stateWords[value] }));
  const orders = topicOrders.map((value) => ({ value, label: orderWords[value] }));
  return (
    <form action={addressOf.topics} className="mb-4 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <TextField name="words" label="言葉・番号" value={words} type="search" />
      <SelectField name="state" label="状態" blank="すべて" options={states} value={state} />
      <SelectField name="division" label="課" blank="すべて" options={divisions} value={divisionId} />
      <SelectField
        name="occasion"
        label="聴取の機会"
        blank="すべて"
        options={occasionOptions(scene.occasions)}
        value={occasionId}
      />
      <SelectField name="node" label="施策" blank="すべて" options={measures} value={nodeId} />
      <SelectField name="order" label="並べ方" options={orders} value={order} />
      <input type="hidden" name="plan" value={scene.plan.id} />
      <button className="button button-secondary">絞り込む</button>
    </form>
  );
}

interface BoardTableProps {
  readonly topics: readonly BoardTopic[];
  readonly divisions: readonly Option[];
  readonly measures: readonly Option[];
  readonly today: string;
}

function BoardTable({ topics, divisions, measures, today }: BoardTableProps): ReactNode {
  const divisionNames = new Map(divisions.map(({ value, label }) => [value, label]));
  const measureNames = new Map(measures.map(({ value, label }) => [value, label]));
  return (
    <TableFrame label="同趣旨の意見">
      <table className="table">
        <caption className="visually-hidden">同趣旨の意見</caption>
        <thead>
          <tr>
            {["選ぶ", "番号", "意見の概要", "同趣旨", "施策", "課", "期限", "市の考え方"].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.id}>
              <td>
                <label className="choice !m-0">
                  <input type="checkbox" name="topic" value={topic.id} />
                  <span className="visually-hidden">{topic.number}を選ぶ</span>
                </label>
              </td>
              <td className="number">{topic.number}</td>
              <th scope="row" className="min-w-72">
                <a href={addressOf.topic(topic.id)}>{topic.title}</a>
              </th>
              <td className="number whitespace-nowrap">{topic.points}件</td>
              <td className="min-w-32">{measureNames.get(topic.nodeId ?? "") ?? ""}</td>
              <td className="min-w-32">
                <Owner topic={topic} names={divisionNames} />
              </td>
              <td className="whitespace-nowrap">
                <DueDay topic={topic} today={today} />
              </td>
              <td className="whitespace-nowrap">
                {topic.state === null ? "まだない" : responseStateLabels[topic.state]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Owner({
  topic,
  names,
}: {
  readonly topic: BoardTopic;
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  if (topic.divisionId !== null) return names.get(topic.divisionId) ?? "廃止された課";
  const suggested = names.get(topic.suggestedDivisionId ?? "");
  return suggested ? `（主管課：${suggested}）` : "−";
}

function DueDay({ topic, today }: { readonly topic: BoardTopic; readonly today: string }): ReactNode {
  const { dueOn, state, remindedAt } = topic;
  if (dueOn === null) return "−";
  const isOverdue = dueOn < today && (state === null || state === "draft");
  return (
    <>
      {warekiDate(dueOn)} {isOverdue && <Badge tone="bad">期限切れ</Badge>}
      {remindedAt && <span className="field-hint block">催促済み</span>}
    </>
  );
}
