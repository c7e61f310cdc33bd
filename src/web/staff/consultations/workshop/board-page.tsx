import type { ReactNode } from "react";
import {
  consultationBySlug,
  workshopBoard,
  type BoardHeading,
  type BoardNote,
  type WorkshopBoard,
} from "#domain/consultations/index.ts";
import { lastDeskSteps, maySortPoints, responseStateLabels, stepLabels, type KeptStep } from "#domain/voices/index.ts";
import { tokyoTime } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/result.ts";
import { json, onwards, page } from "#web/answer.tsx";
import { NoteBoard } from "#web/islands/note-board.tsx";
import type { BoardAnswer, NoteBoardProps } from "#web/islands/note-board/protocol.ts";
import { Island } from "#web/ui/island.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Badge, Empty, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf as deskAddress } from "../../desk/addresses.ts";
import { addressOf as answerAddress } from "../../responses/addresses.ts";
import { addressOf as voiceAddress } from "../../voices/addresses.ts";
import { consultationCrumbs } from "../addresses.ts";
import { workshopAddress } from "./addresses.ts";
import { actOnBoard } from "./board-acts.ts";
import { boardState } from "./board-state.ts";

/** The board (盤): the notes under their headings, moved by ticking and choosing where to. */
export async function showBoard(visit: Visit): Promise<Response> {
  return boardAnswer(visit);
}

/** An act answers the island with how the board stands now, and a plain form with its page. */
export async function changeBoard(visit: Visit): Promise<Response> {
  const { ctx, form, params, request } = visit;
  const consultation = await consultationBySlug(ctx, params["slug"] ?? "");
  const done = await actOnBoard(ctx, await workshopBoard(ctx, consultation), form);
  if (request.headers.get("accept")?.includes("application/json")) {
    const { message, remedy = "" } = done.ok ? { message: "" } : done.refusal;
    const state = await boardState(ctx, await workshopBoard(ctx, consultation));
    const answer: BoardAnswer = { refusal: done.ok ? null : `${message}${remedy}`, state };
    return json(answer, done.ok ? 200 : 422);
  }
  if (!done.ok) return boardAnswer(visit, done.refusal);
  return onwards(workshopAddress.board(consultation.slug), text(form, "act") === "undo" ? "restored" : "saved");
}

async function boardAnswer(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form, query } = visit;
  const consultation = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const { slug, occasion, id } = consultation;
  const board = await workshopBoard(ctx, consultation);
  const maySort = maySortPoints(ctx.actor, occasion) && !board.isSettled;
  const [last] = maySort ? await lastDeskSteps(ctx, board.planId, 1) : [];
  const count = board.headings.length + board.waiting.length + board.excluded.length;
  const island = maySort && !refusal && !query.has("plain") ? await islandProps(visit, slug, board) : undefined;
  return page(
    <StaffPage visit={visit} title="盤" crumbs={consultationCrumbs({ slug, title: occasion.title })} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Unreceived slug={slug} count={board.unreceived} />
      {count === 0 ? (
        <Empty title="盤に付箋がありません">
          <p>回のページで付箋を入れ、「台帳に入れる」を押すと、ここに並びます。</p>
        </Empty>
      ) : (
        <>
          {island && <Island name="note-board" component={NoteBoard} id="note-board" props={{ ...island }} />}
          <Plain isFallback={island !== undefined}>
            {last && <Undo slug={slug} step={last} />}
            <BoardForm slug={slug} board={board} maySort={maySort} ticked={new Set(form.getAll("point").map(String))} />
          </Plain>
          <p className="mt-6">
            <a href={`${deskAddress.topics}?occasion=${id}`}>見出しの統合・課への割り当て（同趣旨の意見）</a>
          </p>
        </>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

async function islandProps({ ctx }: Visit, slug: string, board: WorkshopBoard): Promise<NoteBoardProps> {
  const address = workshopAddress.board(slug);
  return { state: await boardState(ctx, board), acts: address, plain: `${address}?plain=1` };
}

/** The board by forms: the page itself, or what stands in for the island where there is no script. */
function Plain({ isFallback, children }: { readonly isFallback: boolean; readonly children: ReactNode }): ReactNode {
  return isFallback ? <noscript>{children}</noscript> : children;
}

function Unreceived({ slug, count }: { readonly slug: string; readonly count: number }): ReactNode {
  if (count === 0) return null;
  return (
    <div className="mb-4">
      <Notice title={`台帳に入れる前の付箋が${count}枚あります。`} tone="caution">
        <p>
          <a href={`/staff/consultations/${slug}#rounds-title`}>回のページ</a>
          で「台帳に入れる」を押すと、この盤に並びます。
        </p>
      </Notice>
    </div>
  );
}

function Undo({ slug, step }: { readonly slug: string; readonly step: KeptStep }): ReactNode {
  return (
    <Form action={workshopAddress.board(slug)} className="mb-4 flex flex-wrap items-center gap-3">
      <input type="hidden" name="step" value={step.id} />
      <span>
        直前の操作：{stepLabels[step.act]}（{tokyoTime(step.doneAt)}）
      </span>
      <button className="button button-secondary button-small" name="act" value="undo">
        元に戻す
      </button>
    </Form>
  );
}

interface BoardProps {
  readonly slug: string;
  readonly board: WorkshopBoard;
  readonly maySort: boolean;
  /** Notes that stay ticked after a refusal. */
  readonly ticked: ReadonlySet<string>;
}

function BoardForm({ slug, board, maySort, ticked }: BoardProps): ReactNode {
  const { headings, waiting, excluded } = board;
  const list = { maySort, ticked };
  const groups = (
    <div className="board">
      {waiting.length > 0 && (
        <Group id="waiting" title={`見出しのない付箋（${waiting.length}枚）`}>
          <Notes {...list} notes={waiting} />
        </Group>
      )}
      {headings.map((heading) => (
        <Group
          key={heading.topicId}
          id={`topic-${heading.number}`}
          title={`${heading.title}（${heading.notes.length}枚）`}
        >
          <HeadingState heading={heading} />
          <Notes {...list} notes={heading.notes} />
        </Group>
      ))}
      {excluded.length > 0 && (
        <Group id="excluded" title={`対象外（${excluded.length}枚）`}>
          <Notes {...list} notes={excluded} />
        </Group>
      )}
    </div>
  );
  if (!maySort) return groups;
  return (
    <Form action={workshopAddress.board(slug)} className="">
      <Acts board={board} />
      {groups}
    </Form>
  );
}

/** What can be done with the ticked notes. */
function Acts({ board }: { readonly board: WorkshopBoard }): ReactNode {
  const { headings, otherTopics } = board;
  return (
    <fieldset className="card mb-4 grid gap-x-8 gap-y-2 !py-3 lg:grid-cols-2">
      <legend className="font-bold">選んだ付箋を</legend>
      <div className="flex flex-wrap items-center gap-3">
        <select name="topic" className="input max-w-xs" aria-label="移す先の見出し" defaultValue="">
          <option value="">見出しを選ぶ</option>
          {headings.map(({ topicId, title }) => (
            <option key={topicId} value={topicId}>
              {title}
            </option>
          ))}
          {otherTopics.length > 0 && (
            <optgroup label="ほかの手続の同趣旨の意見">
              {otherTopics.map(({ id, number, title }) => (
                <option key={id} value={id}>
                  {number}　{title}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        <button className="button button-small" name="act" value="assign">
          この見出しに移す
        </button>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <input name="title" className="input max-w-xs" placeholder="新しい見出し" aria-label="新しい見出しの言葉" />
        <button className="button button-secondary button-small" name="act" value="new">
          新しい見出しにまとめる
        </button>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <input
          name="exclusion"
          className="input max-w-xs"
          placeholder="対象外にする理由"
          aria-label="対象外にする理由"
        />
        <button className="button button-secondary button-small" name="act" value="exclude">
          対象外にする
        </button>
      </div>
      <p className="flex flex-wrap items-center gap-3">
        <button className="button button-secondary button-small" name="act" value="unassign">
          見出しから外す
        </button>
        <button className="button button-secondary button-small" name="act" value="restore">
          対象外をやめる
        </button>
      </p>
    </fieldset>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Group({ id, title, children }: GroupProps): ReactNode {
  return (
    <section aria-labelledby={id} className="board-group">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** How far the answer of a heading is, and what other procedures said under it. */
function HeadingState({ heading }: { readonly heading: BoardHeading }): ReactNode {
  const { topicId, title, answer, elsewhere } = heading;
  const named = <span className="visually-hidden">（{title}）</span>;
  return (
    <div className="mb-2">
      <p>
        <Badge tone={answer?.state === "decided" ? "good" : "plain"}>
          {answer ? responseStateLabels[answer.state] : "「どう生かしたか」はまだない"}
        </Badge>
      </p>
      {answer?.state === "decided" && <p className="mt-1">{answer.content}</p>}
      {elsewhere > 0 && <p className="field-hint">ほかの手続の論点{elsewhere}件と合わせて、一つの答えになります。</p>}
      <p className="flex flex-wrap gap-x-4">
        <a href={answerAddress.answer(topicId)}>
          {answer?.state === "decided" ? "決定を見る" : "どう生かしたかを書く"}
          {named}
        </a>
        <a href={deskAddress.topic(topicId)}>見出しの言葉を直す{named}</a>
      </p>
    </div>
  );
}

interface NotesProps {
  readonly notes: readonly BoardNote[];
  readonly maySort: boolean;
  readonly ticked: ReadonlySet<string>;
}

function Notes({ notes, maySort, ticked }: NotesProps): ReactNode {
  return (
    <ul className="list-plain board-notes">
      {notes.map((note) => {
        const value = `${note.pointId}.${note.pointVersion}`;
        return (
          <li key={note.pointId} className="board-note">
            {maySort ? (
              <label className="choice">
                <input type="checkbox" name="point" value={value} defaultChecked={ticked.has(value)} />
                <span>{note.words}</span>
              </label>
            ) : (
              <p>{note.words}</p>
            )}
            <NoteFacts note={note} />
          </li>
        );
      })}
    </ul>
  );
}

function NoteFacts({ note }: { readonly note: BoardNote }): ReactNode {
  const { roundNumber, tableName, votes, voiceNumber, isHidden, exclusion } = note;
  return (
    <p className="field-hint">
      第{roundNumber}回 {tableName}
      {votes > 0 && `・シール${votes}`}・<a href={voiceAddress.voice(voiceNumber)}>意見{voiceNumber}</a>
      {isHidden && "・公開しない扱い"}
      {exclusion !== "" && `・理由：${exclusion}`}
    </p>
  );
}
