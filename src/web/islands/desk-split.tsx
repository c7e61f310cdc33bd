import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { deskKey, keyWords } from "./desk-split/keys.ts";
import { chosenItems, chosenSpan, itemsOf, moved, standingAfter, type DeskCursor } from "./desk-split/model.ts";
import { ReasonPanel, TopicPanel } from "./desk-split/panel.tsx";
import type { DeskSplitProps, TextSpan } from "./desk-split/protocol.ts";
import { sendAct } from "./desk-split/server.ts";
import { TextView } from "./desk-split/text-view.tsx";
import { DeskTools, LostPoints } from "./desk-split/tools.tsx";
import { useAlive } from "./use-alive.ts";

type Fields = readonly (readonly [string, string])[];

/** A voice to split (意見を分ける), by mouse and by keyboard. Without script it is only read here. */
export function DeskSplit(props: DeskSplitProps): ReactNode {
  const { text, maySort } = props;
  const [state, setState] = useState(props.state);
  const items = itemsOf(state);
  const [cursor, setCursor] = useState<DeskCursor>(() => standingAfter(items, 0));
  const [marked, setMarked] = useState<TextSpan | undefined>();
  const [panel, setPanel] = useState<"topic" | "reason" | "keys" | null>(null);
  const [said, say] = useState("");
  const isAlive = useAlive();
  const root = useRef<HTMLDivElement>(null);
  const span = marked ?? chosenSpan(items, cursor);
  const points = chosenItems(items, cursor).flatMap(({ mark }) => mark ?? []);
  useFocusOnceAlive(root, isAlive);

  const close = () => {
    setPanel(null);
    focusText(root.current);
  };
  const act = async (fields: Fields, done: string) => {
    const answer = await sendAct(props, fields);
    if (!answer) return say("サーバーに届きませんでした。もう一度お試しください。");
    setState(answer.state);
    setCursor(standingAfter(itemsOf(answer.state), span?.start ?? items[cursor.at]?.start ?? 0));
    setMarked(undefined);
    say(answer.refusal ?? done);
    close();
  };
  const chosen = (): Fields =>
    span && (marked || points.length === 0)
      ? [["stretch", `${span.start} ${text.slice(span.start, span.end)}`]]
      : points.map(({ id, version }) => ["point", `${id}.${version}`] as const);
  const isSpan = span !== undefined && (marked !== undefined || points.length === 0);
  const run = {
    point: () => (isSpan ? setPanel("topic") : say("論点にする文を選んでください。")),
    topic: () => (isSpan || points.length > 0 ? setPanel("topic") : undefined),
    exclude: () => (isSpan || points.length > 0 ? setPanel("reason") : undefined),
    restore: () => void act([["act", "restore"], ...chosen()], "対象外をやめました。"),
    remove: () => void act([["act", "remove"], ...chosen()], "論点を取り消しました。"),
    rest: () => void act([["act", "rest"]], "残りの文をすべて論点にしました。"),
    undo: () => state.undo && void act(undoFields(state.undo.stepId), `「${state.undo.label}」を元に戻しました。`),
    keys: () => setPanel((open) => (open === "keys" ? null : "keys")),
    next: () => props.next && location.assign(props.next),
    previous: () => props.previous && location.assign(props.previous),
    close,
  };
  const onKeys = (event: KeyboardEvent) => {
    const key = deskKey(event);
    if (!key) return;
    event.preventDefault();
    if (key === "down" || key === "up") {
      setMarked(undefined);
      return setCursor((now) =>
        moved(now, key === "down" ? 1 : -1, { count: items.length, isReaching: event.shiftKey }),
      );
    }
    if (maySort || ["next", "previous", "keys", "close"].includes(key)) run[key]();
  };
  return (
    <div ref={root}>
      <p role="status" className="mb-2 min-h-7 text-solid-gray-700">
        {said}
      </p>
      <LostPoints
        lost={state.lost}
        onRemove={maySort ? (point) => void act(removeFields(point), "論点を取り消しました。") : undefined}
      />
      <TextView
        text={text}
        items={items}
        cursor={cursor}
        isAlive={isAlive}
        onKeys={onKeys}
        onItem={(item, isReaching) => setCursor((now) => ({ at: isReaching ? now.at : item, to: item }))}
        onMarked={setMarked}
      />
      {isAlive && maySort && (
        <DeskTools run={run} isSpan={isSpan} points={points} undo={state.undo?.label} left={state.left.length} />
      )}
      <Panel
        open={panel}
        suggestions={props.suggestions}
        words={isSpan && span ? text.slice(span.start, span.end) : text.slice(points[0]?.start, points[0]?.end)}
        onPick={(pick) => void act(pickFields(isSpan, chosen(), pick), "保存しました。")}
        onReason={(reason) => void act(reasonFields(isSpan, chosen(), reason), "対象外にしました。")}
        onClose={close}
      />
    </div>
  );
}

interface PanelProps {
  readonly open: "topic" | "reason" | "keys" | null;
  readonly suggestions: string;
  readonly words: string;
  readonly onPick: (pick: Pick) => void;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** What is open below the text. */
function Panel({ open, suggestions, words, onPick, onReason, onClose }: PanelProps): ReactNode {
  if (open === "topic") return <TopicPanel suggestions={suggestions} words={words} onPick={onPick} onClose={onClose} />;
  if (open === "reason") return <ReasonPanel onReason={onReason} onClose={onClose} />;
  return open === "keys" ? <KeyList /> : null;
}

function undoFields(stepId: string): Fields {
  return [
    ["act", "undo"],
    ["step", stepId],
  ];
}

function removeFields({ id, version }: { readonly id: string; readonly version: number }): Fields {
  return [
    ["act", "remove"],
    ["point", `${id}.${version}`],
  ];
}

function reasonFields(isSpan: boolean, chosen: Fields, reason: string): Fields {
  return [["act", isSpan ? "exclude" : "points-exclude"], ...chosen, ["exclusion", reason]];
}

type Pick = { readonly topicId: string } | { readonly newTopic: string } | null;

function pickFields(isSpan: boolean, chosen: Fields, pick: Pick): Fields {
  const goal: Fields =
    pick === null ? [] : "topicId" in pick ? [["topic", pick.topicId]] : [["newTopic", pick.newTopic]];
  return [["act", isSpan ? "points" : "assign"], ...chosen, ...goal];
}

/** The text takes the focus when the page comes to life, so that the keys work at once. */
function useFocusOnceAlive(root: { readonly current: HTMLElement | null }, isAlive: boolean): void {
  useEffect(() => {
    if (isAlive) focusText(root.current);
  }, [root, isAlive]);
}

function focusText(root: HTMLElement | null): void {
  root?.querySelector<HTMLElement>("[role=listbox]")?.focus({ preventScroll: true });
}

function KeyList(): ReactNode {
  return (
    <section className="card desk-panel" aria-label="キーの一覧">
      <h2 className="text-[1.125rem]">キーの一覧</h2>
      <dl className="desk-keys">
        {keyWords.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
