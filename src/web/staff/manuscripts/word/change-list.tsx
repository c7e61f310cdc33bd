import { sectionName } from "#domain/documents/index.ts";
import type { ReactNode } from "react";
import type { RichChange } from "#analysis/rich-merge/index.ts";
import type { WritingBar } from "#domain/documents/index.ts";
import { MarkedText } from "#web/ui/marked-text.tsx";
import { Badge, Notice, type Tone } from "#web/ui/parts.tsx";
import { textLabel } from "../words.ts";
import { changeName, type ChangedSection, type ChangedText } from "./changes.ts";

interface SectionProps {
  readonly section: ChangedSection;
}

/** The changes of a section, text by text. */
export function SectionChanges({ section }: SectionProps): ReactNode {
  const { state, texts } = section;
  return (
    <section className="mt-8" aria-labelledby={state.section.id}>
      <h2 id={state.section.id}>{sectionName(state.section)}</h2>
      {state.bar && <Notice tone="caution" title={barWords[state.bar]} />}
      <Versions section={section} />
      {texts.map((text) => (
        <div key={text.key} className="mt-4">
          {state.section.nodeId !== null && <h3>{textLabel(text.key)}</h3>}
          <ul className="list-plain mt-2 flex flex-col gap-4">
            {text.changes.map((change) => (
              <ChangeItem key={change.number} section={section} text={text} change={change} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

const barWords: Readonly<Record<WritingBar, string>> = {
  notMine: "この節は、あなたの課の担当ではないので、ここからは取り入れられません。",
  confirmed: "この節は確定しているので、取り入れられません。直すときは、先に「差替え」にしてください。",
  onLoan: "この節は、いまほかの人が借りて書いているので、取り入れられません。返却されてから、もう一度開いてください。",
};

/** Whether the manuscript went on since the file was made; what changed there is marked, and left as it is unless chosen. */
function Versions({ section: { state, version, texts } }: SectionProps): ReactNode {
  const { textVersion } = state.section;
  const isOlder = version !== undefined && version !== textVersion;
  if (!isOlder && !texts.some(({ changes }) => changes.some(({ origin }) => origin !== "file"))) return null;
  const isUnknown = isOlder && texts.some(({ isBaseKnown }) => !isBaseKnown);
  return (
    <Notice
      title={
        isOlder
          ? `この文書は第${version}版の文章から作られました。いまの文章は第${textVersion}版です。`
          : "文書を受け取ったあとに、あなたの写しも直されています。"
      }
    >
      <p>
        {isUnknown
          ? "もとの文章が残っていないため、どちらで変わったのかは分かりません。1つずつ確かめてください。"
          : "原稿のほうで変わったところは、印を外してあります。取り入れると、原稿の直しがなくなります。"}
      </p>
    </Notice>
  );
}

const kindWords: Readonly<Record<RichChange["kind"], { readonly words: string; readonly tone: Tone }>> = {
  changed: { words: "直した", tone: "plain" },
  look: { words: "書式", tone: "plain" },
  added: { words: "加えた", tone: "good" },
  removed: { words: "なくした", tone: "bad" },
  moved: { words: "移した", tone: "caution" },
};

const originWords = { file: "", manuscript: "原稿のほうで変わった", both: "両方で変わった" } as const;

interface ItemProps extends SectionProps {
  readonly text: ChangedText;
  readonly change: RichChange;
}

function ChangeItem({ section, text, change }: ItemProps): ReactNode {
  const { kind, place, origin, before, after } = change;
  const isBarred = section.state.bar !== undefined;
  const isChosen = !isBarred && origin === "file";
  const name = changeName(section, text, change);
  return (
    <li className="rounded-lg border border-solid-gray-420 p-4">
      <label className="choice">
        <input
          type="checkbox"
          name="take"
          value={name}
          aria-describedby={`words-${name}`}
          defaultChecked={isChosen}
          disabled={isBarred}
        />
        <span>
          <Badge tone={kindWords[kind].tone}>{kindWords[kind].words}</Badge> {place}{" "}
          {origin !== "file" && <Badge tone="caution">{originWords[origin]}</Badge>}
        </span>
      </label>
      <div className="mt-2 whitespace-pre-wrap pl-10" id={`words-${name}`}>
        {kind === "look" && <p className="text-solid-gray-700">太字・リンク・ルビなどの書式だけが違います。</p>}
        {kind === "moved" && <p className="text-solid-gray-700">文章の中の別の場所へ移しました。</p>}
        <p>{before === "" && after === "" ? "（空）" : <MarkedText before={before} after={after} />}</p>
      </div>
    </li>
  );
}
