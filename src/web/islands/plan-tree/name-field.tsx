import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";
import { draftCommandFor } from "./keys.ts";
import type { TreeDesk } from "./tree-desk.ts";

interface NameFieldProps {
  readonly label: string;
  readonly text: string;
  readonly desk: TreeDesk;
  readonly placeholder?: string;
}

/** A name typed in place. Enter saves and Escape gives up, but not while an input method composes. */
export function NameField({ label, text, desk, placeholder }: NameFieldProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const cancel = () => desk.store.take({ type: "draftCancelled" });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const command = draftCommandFor({
      key: event.key,
      isComposing: event.nativeEvent.isComposing,
      keyCode: event.keyCode,
    });
    if (command === undefined || event.target !== field.current) return;
    event.preventDefault();
    if (command === "commit") desk.commitDraft();
    else cancel();
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    const isElsewhere = event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget);
    if (isElsewhere) desk.commitDraft();
  };
  return (
    <span className="tree-field" onKeyDown={onKeyDown} onBlur={onBlur}>
      <input
        ref={field}
        className="input"
        aria-label={label}
        value={text}
        placeholder={placeholder}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => desk.store.take({ type: "draftTyped", text: event.target.value })}
      />
      <button type="button" className="button button-small" onClick={desk.commitDraft}>
        保存する
      </button>
      <button type="button" className="button button-quiet button-small" onClick={cancel}>
        やめる
      </button>
    </span>
  );
}
