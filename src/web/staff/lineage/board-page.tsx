import type { ReactNode } from "react";
import {
  lineageBoard,
  lineageContradictionLabels,
  linkNodes,
  mayTraceLineage,
  planBySlug,
  undoLineage,
  type LineageBoard,
  type LinkEntry,
} from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, SelectField, TextField } from "#web/ui/forms.tsx";
import { Empty, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "../plan/addresses.ts";
import { lineagePath } from "./addresses.ts";
import { LinkTable } from "./link-table.tsx";
import { suggestionsOn } from "./suggestions-page.tsx";
import { TreeColumn } from "./tree-column.tsx";
import { evolutionOf, evolutionOptions, kindOf, kindOptions } from "./words.ts";

/** Two trees beside each other, and where each node of the old went (前の計画との対応). */
export async function showLineage(visit: Visit): Promise<Response> {
  return boardPage(visit, {});
}

/** Links the chosen nodes. */
export async function saveLinks(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const entry: LinkEntry = {
    oldNodeIds: texts(form, "old"),
    newNodeIds: texts(form, "new"),
    kind: kindOf(text(form, "kind")),
    evolution: evolutionOf(text(form, "evolution")),
    note: text(form, "note"),
  };
  const result = await linkNodes(ctx, { planId: plan.id, ...entry });
  if (!result.ok) return boardPage(visit, { entry, refusal: result.refusal });
  const show = text(form, "show");
  const first = entry.oldNodeIds[0] ?? entry.newNodeIds[0];
  return onwards(`${lineagePath.board(plan)}${show === "open" ? "?show=open" : ""}#node-${first}`, "saved");
}

export async function takeBackLineage(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const result = await undoLineage(visit.ctx, { planId: plan.id });
  return result.ok ? onwards(lineagePath.board(plan), "restored") : boardPage(visit, { refusal: result.refusal });
}

interface Entered {
  readonly entry?: LinkEntry;
  readonly refusal?: Refusal;
}

async function boardPage(visit: Visit, { entry, refusal }: Entered): Promise<Response> {
  const { ctx, params, query, form } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const board = await lineageBoard(ctx, plan);
  const isOpenOnly = (query.get("show") ?? text(form, "show")) === "open";
  const mayTrace = mayTraceLineage(ctx.actor);
  return page(
    <StaffPage visit={visit} title="前の計画との対応" crumbs={planCrumbs(plan)} wide>
      {board.predecessor === undefined ? (
        <NoPredecessor settings={addressOf.settings(plan)} />
      ) : (
        <>
          <Progress board={board} />
          <Ways board={board} isOpenOnly={isOpenOnly} mayTrace={mayTrace} />
          <Contradictions board={board} />
          <LinkingForm board={board} entry={entry} refusal={refusal} isOpenOnly={isOpenOnly} mayTrace={mayTrace} />
          <LinkTable board={board} />
        </>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function NoPredecessor({ settings }: { readonly settings: string }): ReactNode {
  return (
    <Empty title="前の計画が決まっていません。">
      <p>
        <a href={settings}>計画の設定</a>で「前の計画」を選ぶと、対応づけられます。
      </p>
    </Empty>
  );
}

/** How far it is: 旧49のうち45を対応済み. */
function Progress({ board: { plan, predecessor, progress } }: { readonly board: LineageBoard }): ReactNode {
  return (
    <div className="mb-4">
      <p className="prose">
        「{predecessor?.name}」の施策が、「{plan.name}」のどこへ行ったかを決めます。公開ページに載ります。
      </p>
      <p className="mt-2 text-[1.25rem] font-bold">
        前の計画の施策{progress.old.all}のうち{progress.old.done}を対応済み
        <span className="ml-4 text-[1rem] font-normal">
          （この計画の施策{progress.new.all}のうち{progress.new.done}に、もとか「新規」の印があります）
        </span>
      </p>
    </div>
  );
}

interface WaysProps {
  readonly board: LineageBoard;
  readonly isOpenOnly: boolean;
  readonly mayTrace: boolean;
}

function Ways({ board, isOpenOnly, mayTrace }: WaysProps): ReactNode {
  const { plan } = board;
  const proposed = mayTrace ? suggestionsOn(board).length : 0;
  return (
    <div className="actions mb-6">
      {proposed > 0 && (
        <a href={lineagePath.suggestions(plan)} className="button button-small">
          名前の同じ施策・似た施策をまとめて対応づける（{proposed}件）
        </a>
      )}
      <a
        href={`${lineagePath.board(plan)}${isOpenOnly ? "" : "?show=open"}`}
        className="button button-secondary button-small"
      >
        {isOpenOnly ? "すべてを表示する" : "未対応だけを表示する"}
      </a>
      <a href={lineagePath.indicators(plan)} className="button button-secondary button-small">
        指標の引継ぎ
      </a>
      <a href={lineagePath.workbook(plan)} className="button button-secondary button-small">
        対応表をExcelで保存する
      </a>
      <a href={lineagePath.file(plan)} className="button button-secondary button-small">
        CSVで保存する
      </a>
      {mayTrace && (
        <a href={lineagePath.table(plan)} className="button button-secondary button-small">
          対応表を取り込む
        </a>
      )}
      {mayTrace && board.canUndo && (
        <Form action={lineagePath.undo(plan)} className="">
          <button className="button button-secondary button-small">直前の操作を元に戻す</button>
        </Form>
      )}
    </div>
  );
}

function Contradictions({ board }: { readonly board: LineageBoard }): ReactNode {
  if (board.contradictions.length === 0) return null;
  const titles = new Map([...board.old, ...board.new].map((node) => [node.id, `${node.code} ${node.title}`.trim()]));
  return (
    <div className="mb-6">
      <Notice tone="caution" title={`食い違いが${board.contradictions.length}件あります。`}>
        <ul className="mt-2 list-disc pl-6">
          {board.contradictions.map(({ link, contradiction }) => (
            <li key={link.id}>
              <a href={lineagePath.link(board.plan, link.id)}>
                {titles.get(link.oldNodeId ?? link.newNodeId ?? "") ?? ""}
              </a>
              ：{lineageContradictionLabels[contradiction]}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

interface LinkingProps extends WaysProps {
  readonly entry: LinkEntry | undefined;
  readonly refusal: Refusal | undefined;
}

/** Both trees as one form: choose on the left, choose on the right, link. */
function LinkingForm({ board, entry, refusal, isOpenOnly, mayTrace }: LinkingProps): ReactNode {
  const { plan, predecessor } = board;
  const columns = (
    <div className="grid gap-4 lg:grid-cols-2">
      <TreeColumn
        side="old"
        title={`前の計画：${predecessor?.name ?? ""}`}
        board={board}
        chosen={entry?.oldNodeIds ?? []}
        isOpenOnly={isOpenOnly}
        mayTrace={mayTrace}
      />
      <TreeColumn
        side="new"
        title={`この計画：${plan.name}`}
        board={board}
        chosen={entry?.newNodeIds ?? []}
        isOpenOnly={isOpenOnly}
        mayTrace={mayTrace}
      />
    </div>
  );
  if (!mayTrace) return columns;
  return (
    <Form action={lineagePath.board(plan)} className="">
      {refusal && (
        <div className="mb-4">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      <input type="hidden" name="show" value={isOpenOnly ? "open" : ""} />
      <p className="mb-3">
        左右で項目を選び、「対応づける」を押します。1つを2つ以上に分けるときは右で、2つ以上を1つにまとめるときは左で、いくつも選べます。
      </p>
      {columns}
      <div className="save-bar mt-4 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
        <SelectField
          name="kind"
          label="区分"
          blank="選んだ数から決める（継続・分割・統合）"
          options={kindOptions}
          value={entry?.kind ?? ""}
        />
        <SelectField
          name="evolution"
          label="深化"
          blank="（書かない）"
          options={evolutionOptions}
          value={entry?.evolution ?? ""}
        />
        <div className="min-w-64 flex-1">
          <TextField name="note" label="何を深めたか・終える理由" value={entry?.note ?? ""} refusal={refusal} />
        </div>
        <button className="button">対応づける</button>
      </div>
    </Form>
  );
}
