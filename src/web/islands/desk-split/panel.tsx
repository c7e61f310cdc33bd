import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { askTopics } from "./server.ts";
import type { TopicChoice } from "./protocol.ts";

interface TopicPanelProps {
  readonly suggestions: string;
  /** The words for which a topic is looked for. */
  readonly words: string;
  readonly onPick: (pick: { readonly topicId: string } | { readonly newTopic: string } | null) => void;
  readonly onClose: () => void;
}

/** Where a topic is picked: by its number among the suggestions, by typing, or a new one is named. */
export function TopicPanel({ suggestions, words, onPick, onClose }: TopicPanelProps): ReactNode {
  const [typed, type] = useState("");
  const found = useTopics(suggestions, words, typed);
  const pick = (place: number) => {
    const topic = found[place];
    if (topic) onPick({ topicId: topic.id });
  };
  const onKeys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") return onClose();
    if (event.key === "Enter") {
      event.preventDefault();
      return onPick(typed.trim() === "" ? null : { newTopic: typed.trim() });
    }
    const place = event.altKey || typed === "" ? Number(event.key) : Number.NaN;
    if (place >= 1 && place <= found.length) {
      event.preventDefault();
      pick(place - 1);
    }
  };
  return (
    <PanelFrame title="まとめ先">
      <PanelInput label="言葉で探すか、新しい概要を書く" value={typed} onValue={type} onKeys={onKeys} />
      <ol className="list-plain grid gap-1">
        {found.map(({ id, number, title }, place) => (
          <li key={id}>
            <button
              type="button"
              className="button button-quiet button-small"
              onClick={() => pick(place)}
              onKeyDown={onKeys}
            >
              <kbd>{place + 1}</kbd> {number} {title}
            </button>
          </li>
        ))}
        {found.length === 0 && <li>似た論点のまとめ先は見つかりません。</li>}
      </ol>
      <p className="actions">
        {typed.trim() !== "" && (
          <button type="button" className="button button-small" onClick={() => onPick({ newTopic: typed.trim() })}>
            この概要で新しくつくる
          </button>
        )}
        <button type="button" className="button button-secondary button-small" onClick={() => onPick(null)}>
          まとめ先はあとで決める
        </button>
        <button type="button" className="button button-quiet button-small" onClick={onClose}>
          やめる
        </button>
      </p>
    </PanelFrame>
  );
}

/** Topics for marked words, or, a moment after one stops typing, for the words typed. */
function useTopics(address: string, words: string, typed: string): readonly TopicChoice[] {
  const [found, setFound] = useState<readonly TopicChoice[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      const topics = await (typed.trim() === ""
        ? askTopics(address, "words", words)
        : askTopics(address, "find", typed));
      if (isCurrent) setFound(topics);
    };
    const timer = setTimeout(() => void ask(), typed === "" ? 0 : 200);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [address, words, typed]);
  return found;
}

interface ReasonPanelProps {
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** Where the reason is said for which something is left out. */
export function ReasonPanel({ onReason, onClose }: ReasonPanelProps): ReactNode {
  const [reason, setReason] = useState("");
  const onKeys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onClose();
    if (event.key === "Enter") onReason(reason);
  };
  return (
    <PanelFrame title="対象外にする理由">
      <PanelInput label="理由（公開の一覧に載ります）" value={reason} onValue={setReason} onKeys={onKeys} />
      <p className="actions">
        <button type="button" className="button button-small" onClick={() => onReason(reason)}>
          対象外にする
        </button>
        <button type="button" className="button button-quiet button-small" onClick={onClose}>
          やめる
        </button>
      </p>
    </PanelFrame>
  );
}

function PanelFrame({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="card desk-panel" aria-label={title}>
      <h2 className="text-[1.125rem]">{title}</h2>
      {children}
    </section>
  );
}

interface PanelInputProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onKeys: (event: KeyboardEvent) => void;
}

function PanelInput({ label, value, onValue, onKeys }: PanelInputProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <label className="grid gap-1">
      {label}
      <input
        ref={input}
        className="input"
        value={value}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={onKeys}
      />
    </label>
  );
}
