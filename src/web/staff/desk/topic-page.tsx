import type { ReactNode } from "react";
import {
  assignPoints,
  createTopic,
  deskTopic,
  editTopic,
  pointTable,
  similarPoints,
  type PointChoice,
  type PointRow,
  type SimilarPoint,
  type Topic,
} from "#domain/voices/index.ts";
import type { Refusal, Result } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { Empty, Notice } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, withQuery } from "./addresses.ts";
import { DeskFrame, UndoBar } from "./parts.tsx";
import { PointsTable } from "./points-page.tsx";
import { deskScene, measureOptions } from "./scene.ts";
import { seenPoints } from "./voice-acts.ts";

const shownPoints = 200;

/** One topic: its words, its points, and points like them that wait. */
export async function showTopic(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const topic = await deskTopic(ctx, params["topic"] ?? "");
  if (topic.mergedIntoId !== null) return onwards(addressOf.topic(topic.mergedIntoId));
  const scene = await deskScene(ctx, new URLSearchParams({ plan: topic.planId }));
  const measures = await measureOptions(ctx, topic.planId);
  const all: PointChoice = { ...everything, planId: topic.planId, topicId: topic.id };
  const { rows, total } = await pointTable(ctx, { ...all, after: undefined, limit: shownPoints });
  const words = `${topic.title} ${rows[0]?.quote ?? ""}`;
  const similar = await similarPoints(ctx, { planId: topic.planId, words, limit: 10, waitingOnly: true });
  return page(
    <DeskFrame visit={visit} title={`${topic.number} ${topic.title}`} scene={scene} refusal={refusal}>
      {scene && <UndoBar scene={scene} back={addressOf.topic(topic.id)} />}
      <p className="mb-4">
        <a href={`/staff/responses/topics/${topic.id}`}>市の考え方を見る</a>
      </p>
      <WordsForm topic={topic} measures={measures} refusal={refusal} />
      <Points topic={topic} rows={rows} total={total} measures={measures} />
      <Similar topic={topic} similar={similar} />
    </DeskFrame>,
    refusal ? 422 : 200,
  );
}

const everything = { occasionId: "", nodeId: "", tagId: "", state: "", words: "", order: "voice" } as const;

interface PartProps {
  readonly topic: Topic;
  readonly measures: readonly Option[];
}

function WordsForm({ topic, measures, refusal }: PartProps & { readonly refusal: Refusal | undefined }): ReactNode {
  return (
    <Form action={addressOf.topic(topic.id)} className="card mb-8">
      <input type="hidden" name="version" value={topic.version} />
      <TextField name="title" label="意見の概要" value={topic.title} refusal={refusal} required />
      <TextField name="place" label="該当箇所" value={topic.place} hint="例：第3章 12ページ" />
      <SelectField name="node" label="施策" blank="決めていない" options={measures} value={topic.nodeId ?? ""} />
      <p className="actions">
        <button className="button" name="act" value="edit">
          保存する
        </button>
      </p>
    </Form>
  );
}

function Points({
  topic,
  rows,
  total,
  measures,
}: PartProps & { readonly rows: readonly PointRow[]; readonly total: number }): ReactNode {
  return (
    <section className="mb-8">
      <h2 className="mb-4 text-xl">論点（同趣旨{total}件）</h2>
      {rows.length === 0 ? (
        <Empty title="論点はありません" />
      ) : (
        <Form action={addressOf.topic(topic.id)} className="">
          <div className="card mb-4 flex flex-wrap items-center gap-3">
            <span>選んだ論点を</span>
            <input name="newTitle" className="input max-w-md" aria-label="分けてつくる同趣旨の意見の概要" />
            <button className="button button-secondary button-small" name="act" value="split">
              別の同趣旨の意見に分ける
            </button>
            <button className="button button-secondary button-small" name="act" value="unassign">
              ここから外す
            </button>
          </div>
          <PointsTable rows={rows} mayAct measures={measures} />
        </Form>
      )}
      {total > rows.length && (
        <Notice title={`はじめの${rows.length}件を表示しています。`}>
          <a href={withQuery(addressOf.points, { plan: topic.planId, topic: topic.id })}>すべての論点を見る</a>
        </Notice>
      )}
    </section>
  );
}

function Similar({ topic, similar }: { readonly topic: Topic; readonly similar: readonly SimilarPoint[] }): ReactNode {
  if (similar.length === 0) return null;
  return (
    <section>
      <h2 className="mb-4 text-xl">まとめ先の決まっていない、よく似た論点</h2>
      <Form action={addressOf.topic(topic.id)} className="">
        {similar.map(({ id, version, quote, voiceNumber }) => (
          <label key={id} className="choice">
            <input type="checkbox" name="point" value={`${id}.${version}`} />
            <span>
              {quote}
              <span className="field-hint block">意見{voiceNumber}</span>
            </span>
          </label>
        ))}
        <p className="actions">
          <button className="button button-secondary" name="act" value="gather">
            選んだ論点をここにまとめる
          </button>
        </p>
      </Form>
    </section>
  );
}

/** Does what the forms of a topic's page ask. */
export async function changeTopic(visit: Visit): Promise<Response> {
  const topic = await deskTopic(visit.ctx, visit.params["topic"] ?? "");
  const result = await act(visit, topic);
  return result.ok ? onwards(addressOf.topic(topic.id), "saved") : showTopic(visit, result.refusal);
}

async function act({ ctx, form }: Visit, { id, planId }: Topic): Promise<Result<unknown>> {
  const points = seenPoints(form);
  const nodeId = text(form, "node") || null;
  switch (text(form, "act")) {
    case "split":
      return createTopic(ctx, { planId, points, title: text(form, "newTitle"), place: "", nodeId: null });
    case "unassign":
      return assignPoints(ctx, { points, topicId: null });
    case "gather":
      return assignPoints(ctx, { points, topicId: id });
    default: {
      const words = { title: text(form, "title"), place: text(form, "place"), nodeId };
      return editTopic(ctx, { id, version: Number(text(form, "version")), ...words });
    }
  }
}
