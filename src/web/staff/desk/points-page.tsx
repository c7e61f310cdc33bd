import type { ReactNode } from "react";
import {
  listTags,
  maySortPoints,
  pointTable,
  type PointChoice,
  type PointRow,
  type PointTable,
} from "#domain/voices/index.ts";
import { figure } from "#kernel/figures.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, withQuery } from "./addresses.ts";
import { DeskFrame, UndoBar } from "./parts.tsx";
import { PointActs } from "./point-acts.tsx";
import { choiceValues, keyFrom, keyText, pointChoice } from "./point-choice.ts";
import { deskScene, measureOptions, occasionOptions, type DeskScene } from "./scene.ts";

const perPage = 50;

const stateOptions = [
  { value: "waiting", label: "まとめ先が未定" },
  { value: "sorted", label: "まとめ先あり" },
  { value: "excluded", label: "対象外" },
] as const;

const orderOptions = [
  { value: "voice", label: "意見の番号の順" },
  { value: "latest", label: "変更の新しい順" },
] as const;

/** Every point, to find and to sort many at once. */
export async function showPoints(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, query } = visit;
  const scene = await deskScene(ctx, query);
  if (!scene)
    return page(
      <DeskFrame visit={visit} title="論点の一覧" scene={scene}>
        {null}
      </DeskFrame>,
    );
  const choice = pointChoice(scene, query);
  const table = await pointTable(ctx, { ...choice, after: keyFrom(query.get("after")), limit: perPage });
  const tags = (await listTags(ctx)).map(({ id, name }) => ({ value: id, label: name }));
  const measures = await measureOptions(ctx, scene.plan.id);
  const here = withQuery(addressOf.points, { ...choiceValues(choice), after: query.get("after") ?? undefined });
  const mayAct = scene.occasions.some((occasion) => maySortPoints(ctx.actor, occasion));
  return page(
    <DeskFrame visit={visit} title="論点の一覧" scene={scene} refusal={refusal}>
      <Filters scene={scene} choice={choice} tags={tags} measures={measures} />
      {mayAct && <UndoBar scene={scene} back={here} />}
      {table.rows.length === 0 ? (
        <Empty title="当てはまる論点はありません">
          <p>条件を減らすか、意見を論点に分けてください。</p>
        </Empty>
      ) : (
        <Found choice={choice} table={table} tags={tags} measures={measures} here={mayAct ? here : undefined} />
      )}
    </DeskFrame>,
    refusal ? 422 : 200,
  );
}

interface FiltersProps {
  readonly scene: DeskScene;
  readonly choice: PointChoice;
  readonly tags: readonly Option[];
  readonly measures: readonly Option[];
}

function Filters({ scene, choice, tags, measures }: FiltersProps): ReactNode {
  const { occasionId, nodeId, tagId, state, words, order, topicId } = choice;
  return (
    <form action={addressOf.points} className="mb-4 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <TextField name="words" label="言葉（すべてを含むもの）" value={words} type="search" />
      <SelectField name="state" label="状態" blank="すべて" options={stateOptions} value={state} />
      <SelectField
        name="occasion"
        label="聴取の機会"
        blank="すべて"
        options={occasionOptions(scene.occasions)}
        value={occasionId}
      />
      <SelectField name="node" label="施策" blank="すべて" options={measures} value={nodeId} />
      <SelectField name="tag" label="印" blank="すべて" options={tags} value={tagId} />
      <SelectField name="order" label="並べ方" options={orderOptions} value={order} />
      <input type="hidden" name="plan" value={scene.plan.id} />
      {topicId !== "" && <input type="hidden" name="topic" value={topicId} />}
      <button className="button button-secondary">絞り込む</button>
    </form>
  );
}

interface FoundProps {
  readonly choice: PointChoice;
  readonly table: PointTable;
  readonly tags: readonly Option[];
  readonly measures: readonly Option[];
  /** Where to come back to after an act; undefined for who may only read. */
  readonly here: string | undefined;
}

function Found({ choice, table, tags, measures, here }: FoundProps): ReactNode {
  const values = choiceValues(choice);
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-6">
        <span className="font-bold">{figure(table.total, 0)}件</span>
        <a href={withQuery(addressOf.pointsFile("csv"), values)}>CSVで保存する</a>
        <a href={withQuery(addressOf.pointsFile("xlsx"), values)}>Excelで保存する</a>
      </p>
      {here === undefined ? (
        <PointsTable rows={table.rows} mayAct={false} measures={measures} />
      ) : (
        <Form action={addressOf.pointActs} className="">
          <input type="hidden" name="back" value={here} />
          <PointActs planId={choice.planId} total={table.total} tags={tags} measures={measures} />
          <PointsTable rows={table.rows} mayAct measures={measures} />
        </Form>
      )}
      {table.next && (
        <p className="mt-4">
          <a
            className="button button-secondary"
            href={withQuery(addressOf.points, { ...values, after: keyText(table.next) })}
          >
            次の{perPage}件
          </a>
        </p>
      )}
    </>
  );
}

interface PointsTableProps {
  readonly rows: readonly PointRow[];
  readonly mayAct: boolean;
  readonly measures: readonly Option[];
}

export function PointsTable({ rows, mayAct, measures }: PointsTableProps): ReactNode {
  const named = new Map(measures.map(({ value, label }) => [value, label]));
  return (
    <TableFrame label="論点">
      <table className="table">
        <caption className="visually-hidden">論点</caption>
        <thead>
          <tr>
            {mayAct && <th scope="col">選ぶ</th>}
            <th scope="col">論点</th>
            <th scope="col">意見</th>
            <th scope="col">まとめ先</th>
            <th scope="col">施策</th>
            <th scope="col">印</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {mayAct && (
                <td>
                  <label className="choice !m-0">
                    <input type="checkbox" name="point" value={`${row.id}.${row.version}`} />
                    <span className="visually-hidden">意見{row.voiceNumber}の論点を選ぶ</span>
                  </label>
                </td>
              )}
              <th scope="row" className="min-w-72 !font-normal">
                {row.quote}
                {row.gist !== "" && <span className="field-hint block">要旨：{row.gist}</span>}
              </th>
              <td className="whitespace-nowrap">
                <a href={withQuery(addressOf.voice(row.voiceId), { state: "all" })}>意見{row.voiceNumber}</a>
              </td>
              <td className="min-w-48">
                <Place row={row} />
              </td>
              <td className="min-w-32">{named.get(row.nodeId ?? "") ?? ""}</td>
              <td>{row.tags.join("、")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Place({ row }: { readonly row: PointRow }): ReactNode {
  if (row.exclusion !== "") return `対象外：${row.exclusion}`;
  if (row.topicId === null) return "未定";
  return (
    <a href={addressOf.topic(row.topicId)}>
      {row.topicNumber} {row.topicTitle}
    </a>
  );
}
