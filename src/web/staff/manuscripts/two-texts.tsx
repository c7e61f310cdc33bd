import type { ReactNode } from "react";
import { changedKeys, type SectionTexts } from "#domain/documents/index.ts";
import { emptyRichText, plainText } from "#kernel/rich-text.ts";
import { MarkedSide } from "#web/ui/marked-text.tsx";
import { textLabel } from "./words.ts";

interface TwoTextsProps {
  readonly one: { readonly label: string; readonly texts: SectionTexts };
  readonly other: { readonly label: string; readonly texts: SectionTexts };
  /** What can be done with the text of a key, below it on the side of the other. */
  readonly act?: (key: string) => ReactNode;
}

/** The texts in which two differ, side by side with the differing words marked. */
export function TwoTexts({ one, other, act }: TwoTextsProps): ReactNode {
  const keys = changedKeys(one.texts, other.texts);
  if (keys.length === 0) return <p className="mt-2">文章は同じです。</p>;
  return keys.map((key) => {
    const [before, after] = [wordsOf(one.texts, key), wordsOf(other.texts, key)];
    return (
      <div key={key} className="mt-4">
        <p className="font-bold">{textLabel(key)}</p>
        {before === after && <p>書式だけが違います。</p>}
        <div className="mt-2 grid gap-4 md:grid-cols-2">
          <Side label={one.label} before={before} after={after} side="before" />
          <Side label={other.label} before={before} after={after} side="after">
            {act?.(key)}
          </Side>
        </div>
      </div>
    );
  });
}

function wordsOf(texts: SectionTexts, key: string): string {
  return plainText(texts[key] ?? emptyRichText);
}

interface SideProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly side: "before" | "after";
  readonly children?: ReactNode;
}

function Side({ label, before, after, side, children }: SideProps): ReactNode {
  const words = side === "before" ? before : after;
  return (
    <div className="rounded-lg border border-solid-gray-420 p-4">
      <p className="mb-2 text-solid-gray-700">{label}</p>
      <p className="whitespace-pre-wrap">
        {words === "" ? "（空）" : <MarkedSide before={before} after={after} side={side} />}
      </p>
      {children}
    </div>
  );
}
