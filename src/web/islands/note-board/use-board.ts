import { useRef, useState } from "react";
import { applied, fieldsOf } from "./model.ts";
import type { BoardAct, BoardState } from "./protocol.ts";
import { sendAct } from "./server.ts";

export interface BoardDesk {
  /** The board as the person sees it: as the server told it, with the acts under way. */
  readonly state: BoardState;
  /** What was said last, for everybody to see and hear. */
  readonly said: string;
  readonly isRefused: boolean;
  readonly say: (words: string) => void;
  /** Does it here at once and sends it after what is under way; `done` is said once it is stored. */
  readonly act: (act: BoardAct, done: string) => void;
}

/** The board and its acts: each is sent with the versions that stand when those before it were answered. */
export function useBoard(initial: BoardState, acts: string): BoardDesk {
  const stored = useRef(initial);
  const waiting = useRef<readonly BoardAct[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const [state, setState] = useState(initial);
  const [told, setTold] = useState({ words: "", isRefused: false });
  const show = () => setState(waiting.current.reduce(applied, stored.current));
  const send = async (act: BoardAct, done: string) => {
    const fields = fieldsOf(act, stored.current);
    const answer = fields && (await sendAct(acts, fields));
    waiting.current = waiting.current.filter((each) => each !== act);
    if (answer) stored.current = answer.state;
    show();
    setTold(toldOf(answer, done));
  };
  return {
    state,
    said: told.words,
    isRefused: told.isRefused,
    say: (words) => setTold({ words, isRefused: false }),
    act(act, done) {
      waiting.current = [...waiting.current, act];
      show();
      line.current = line.current.then(() => send(act, done));
    },
  };
}

function toldOf(answer: Awaited<ReturnType<typeof sendAct>>, done: string) {
  if (!answer) return { words: "サーバーに届きませんでした。もう一度お試しください。", isRefused: true };
  if (answer.refusal === null) return { words: done, isRefused: false };
  return { words: `${answer.refusal} いまの盤を示しました。`, isRefused: true };
}
