import type { ReactNode } from "react";
import { markKindLabels, noSender, suggestedMarks } from "#domain/voices/index.ts";
import { Notice } from "#web/ui/parts.tsx";

/** A word that probably names a person or tells how to reach one. */
export interface FoundName {
  /** 「山本」（氏名） */
  readonly words: string;
  /** The same with a little of what stands around it. */
  readonly inPlace: string;
}

const around = 12; // characters shown on either side

/** What in some words probably names a person. */
export function namesIn(text: string): FoundName[] {
  return suggestedMarks(text, noSender).map(({ start, end, kind }) => {
    const place = text.slice(Math.max(0, start - around), end + around).replaceAll("\n", " ");
    const words = text.slice(start, end);
    return {
      words: `「${words}」（${markKindLabels[kind]}）`,
      inPlace: `${markKindLabels[kind]}：「${words}」（…${place}…）`,
    };
  });
}

interface NamesNoticeProps {
  /** Before what they should be looked at: 「承認する前に」. */
  readonly before: string;
  /** Words with where they stand. */
  readonly parts: readonly { readonly part: string; readonly words: string }[];
}

/** Warns of words that probably name a person, part by part; nothing where there are none. */
export function NamesNotice({ before, parts }: NamesNoticeProps): ReactNode {
  const found = parts.flatMap(({ part, words }) => namesIn(words).map((name) => `${part}：${name.words}`));
  if (found.length === 0) return null;
  return (
    <Notice title={`人の名前や連絡先かもしれない言葉があります。${before}確かめてください。`} tone="caution">
      <ul className="list-disc pl-6">
        {found.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
