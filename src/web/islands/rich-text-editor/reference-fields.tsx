import { useEffect, useState, type ReactNode } from "react";
import { LineField } from "./inline-fields.tsx";
import type { PanelProps } from "./toolbar.tsx";

/** A figure that can be referred to, as the server lists it. */
export interface SourceLine {
  readonly source: string;
  /** 「1-1-1-1 防災訓練の参加率の目標値（令和13年度）」. */
  readonly label: string;
  /** 「20.0％」: the words that go into the text. */
  readonly shown: string;
}

const mostShown = 30;

/** Finds a figure by words and puts it at the cursor. */
export function ReferenceFields({
  editor,
  label,
  onDone,
  address,
}: PanelProps & { readonly address: string }): ReactNode {
  const [sources, setSources] = useState<readonly SourceLine[]>();
  const [words, setWords] = useState("");
  useEffect(() => {
    void fetch(address)
      .then(async (answer) => setSources((await answer.json()) as SourceLine[])) // written by our own route
      .catch(() => setSources([]));
  }, [address]);
  const found = (sources ?? []).filter((line) => words.split(/\s+/).every((word) => line.label.includes(word)));
  const insert = ({ source, shown }: SourceLine) => {
    editor.chain().focus().insertContent({ type: "reference", attrs: { source, shown } }).run();
    onDone();
  };
  const first = found[0];
  return (
    <div className="editor-panel">
      <LineField
        caption="数値を探す"
        name={`${label}に入れる数値を探す`}
        placeholder="指標・統計の名前、年度など"
        value={words}
        onChange={setWords}
        onEnter={() => first && insert(first)}
      />
      <p role="status">
        {sources === undefined
          ? "読み込んでいます…"
          : `${found.length}件${found.length > mostShown ? "（はじめの30件）" : ""}`}
      </p>
      <ul className="list-plain max-h-60 overflow-y-auto">
        {found.slice(0, mostShown).map((line) => (
          <li key={line.source}>
            <button
              type="button"
              className="editor-button w-full text-left !whitespace-normal"
              onClick={() => insert(line)}
            >
              {line.label}：<b>{line.shown}</b>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
