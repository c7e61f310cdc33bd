import type { Ctx } from "#domain/audit/index.ts";
import type { BoardHeading, BoardNote, WorkshopBoard } from "#domain/consultations/index.ts";
import { lastDeskSteps, responseStateLabels, stepLabels } from "#domain/voices/index.ts";
import {
  excludedKey,
  waitingKey,
  type BoardCard,
  type BoardColumn,
  type BoardState,
} from "#web/islands/note-board/protocol.ts";
import { addressOf as deskAddress } from "../../desk/addresses.ts";
import { addressOf as answerAddress } from "../../responses/addresses.ts";

/** The board as the island shows it: what waits, the headings, what is left out. */
export async function boardState(ctx: Ctx, board: WorkshopBoard): Promise<BoardState> {
  const [last] = await lastDeskSteps(ctx, board.planId, 1);
  return {
    columns: [
      side({ key: waitingKey, kind: "waiting", title: "見出しのない付箋" }, board.waiting),
      ...board.headings.map(columnOf),
      side({ key: excludedKey, kind: "excluded", title: "対象外" }, board.excluded),
    ],
    elsewhere: board.otherTopics.map(({ id, number, title }) => ({ key: id, title: `${number}　${title}` })),
    undo: last ? { stepId: last.id, label: stepLabels[last.act] } : null,
  };
}

function side(words: Pick<BoardColumn, "key" | "kind" | "title">, notes: readonly BoardNote[]): BoardColumn {
  return { ...words, version: 0, standing: "", isFixed: true, links: [], cards: notes.map(cardOf) };
}

function columnOf({ topicId, title, version, answer, elsewhere, notes }: BoardHeading): BoardColumn {
  const state = answer ? responseStateLabels[answer.state] : "「どう生かしたか」はまだない";
  return {
    key: topicId,
    kind: "heading",
    title,
    version,
    standing: elsewhere > 0 ? `${state}・ほかの手続の論点${elsewhere}件と合わせて答えます` : state,
    isFixed: answer?.state === "decided",
    links: [
      { href: answerAddress.answer(topicId), label: "どう生かしたかを書く" },
      { href: deskAddress.topic(topicId), label: "くわしく" },
    ],
    cards: notes.map(cardOf),
  };
}

function cardOf(note: BoardNote): BoardCard {
  const { pointId, pointVersion, words, voiceNumber, roundNumber, tableName, votes, isHidden, exclusion } = note;
  const about = [
    `第${roundNumber}回 ${tableName}`,
    votes > 0 ? `シール${votes}` : "",
    `意見${voiceNumber}`,
    isHidden ? "公開しない扱い" : "",
  ];
  return { id: pointId, version: pointVersion, words, about: about.filter(Boolean).join("・"), exclusion };
}
