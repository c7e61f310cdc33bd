import type { ReactNode } from "react";
import {
  lacksOfWorkshop,
  workshopBoard,
  workshopPage,
  type RoundState,
  type WorkshopBoard,
} from "#domain/consultations/index.ts";
import { publicPoints, type PublicPoint } from "#domain/voices/index.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Refusal } from "#kernel/result.ts";
import { RefusalNotice } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { Lacks } from "../lacks.tsx";
import type { Scene } from "../overview-page.tsx";
import { addressOf as voiceAddress } from "../../voices/addresses.ts";
import { workshopAddress } from "./addresses.ts";
import { newsletterLinks } from "./newsletters.tsx";

/** What of the page is a workshop's own: what is missing, the rounds with their notes, the board in short. */
export async function workshopParts(scene: Scene, refusal: Refusal | undefined): Promise<ReactNode> {
  const { consultation, visit, mayManage } = scene;
  const { slug } = consultation;
  const { words, rounds } = await workshopPage(visit.ctx, consultation.id);
  const board = await workshopBoard(visit.ctx, consultation);
  const unshown = (await publicPoints(visit.ctx, consultation.id)).filter((point) => isUnshown(point)).length;
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Lacks lacks={lacksOfWorkshop(words, { rounds: rounds.length })} />
      {mayManage && (
        <p className="actions mb-6">
          <a className="button button-secondary" href={workshopAddress.words(slug)}>
            ワークショップの内容を書く
          </a>
          <a className="button button-secondary" href={workshopAddress.newRound(slug)}>
            回を加える
          </a>
        </p>
      )}
      <Rounds slug={slug} rounds={rounds} mayManage={mayManage} />
      <BoardInShort slug={slug} board={board} unshown={unshown} />
      {await newsletterLinks(visit.ctx, slug)}
    </>
  );
}

interface RoundsProps {
  readonly slug: string;
  readonly rounds: readonly RoundState[];
  readonly mayManage: boolean;
}

function Rounds({ slug, rounds, mayManage }: RoundsProps): ReactNode {
  return (
    <section aria-labelledby="rounds-title" className="mb-8">
      <h2 id="rounds-title" className="mb-2 text-[1.25rem]">
        回
      </h2>
      {rounds.length === 0 ? (
        <Empty title="回は、まだありません">
          <p>「回を加える」で、日時、会場、テーマ、班の数を決めます。</p>
        </Empty>
      ) : (
        <TableFrame label="回の一覧">
          <table className="table">
            <caption className="visually-hidden">回の一覧</caption>
            <thead>
              <tr>
                <th scope="col">回</th>
                <th scope="col">日時・会場</th>
                <th scope="col">参加</th>
                <th scope="col">付箋</th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((state) => (
                <RoundRow key={state.round.id} slug={slug} state={state} mayManage={mayManage} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

interface RowProps {
  readonly slug: string;
  readonly state: RoundState;
  readonly mayManage: boolean;
}

function RoundRow({ slug, state, mayManage }: RowProps): ReactNode {
  const { round, people, tables, notes, waiting } = state;
  const title = `第${round.number}回　${round.theme}`;
  return (
    <tr>
      <th scope="row" className="min-w-48">
        <a href={workshopAddress.round(slug, round.id)}>{title}</a>
      </th>
      <td className="min-w-48">
        {dateWithBoth(round.heldOn)} {round.begins}〜{round.ends}
        <span className="block">{round.place}</span>
      </td>
      <td className="whitespace-nowrap">
        {people}人・{tables.length}班
      </td>
      <td className="min-w-32">
        {notes}枚{waiting > 0 && `（${waiting}枚は台帳に入れる前）`}
        {mayManage && (
          <a className="block" href={workshopAddress.notes(slug, round.id)}>
            付箋を入れる<span className="visually-hidden">（{title}）</span>
          </a>
        )}
      </td>
    </tr>
  );
}

/** Its words are not public, although it is not left out. */
function isUnshown({ words, exclusion }: PublicPoint): boolean {
  return words === "" && exclusion === "";
}

interface BoardProps {
  readonly slug: string;
  readonly board: WorkshopBoard;
  readonly unshown: number;
}

function BoardInShort({ slug, board, unshown }: BoardProps): ReactNode {
  const { headings, waiting, unreceived } = board;
  const answered = headings.filter(({ answer }) => answer?.state === "decided").length;
  return (
    <section aria-labelledby="board-title" className="mb-8">
      <h2 id="board-title" className="mb-2 text-[1.25rem]">
        盤（付箋のまとめ）
      </h2>
      {headings.length === 0 && waiting.length === 0 ? (
        <p>
          {unreceived > 0
            ? "回のページで付箋を台帳に入れると、ここで見出しにまとめられます。"
            : "付箋を入れて台帳に入れると、ここで見出しにまとめられます。"}
        </p>
      ) : (
        <>
          <p>
            見出し{headings.length}件（「どう生かしたか」を決めたもの{answered}件）、まだ見出しのない付箋
            {waiting.length}枚
          </p>
          {unshown > 0 && (
            <p>
              言葉を公開できない付箋が{unshown}枚あります。
              <a href={voiceAddress.redactions}>公開用の写し</a>を2人で確かめると、公開ページに載ります。
            </p>
          )}
          <p className="actions mt-2">
            <a className="button button-secondary" href={workshopAddress.board(slug)}>
              盤を開く
            </a>
          </p>
        </>
      )}
    </section>
  );
}
