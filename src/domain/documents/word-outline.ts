import { blocksIn, plainText, type RichText } from "#kernel/rich-text.ts";
import type { Refusal } from "#kernel/result.ts";
import { textsFault } from "./section-texts.ts";
import type { ReadDocument } from "./word-import.ts";

/** A chapter or section that a Word plan gives, before it is made. */
export interface OutlinedSection {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
  /** From 1, as the document's headings say. */
  readonly depth: number;
  /** The heading as it stands in the document. */
  readonly heading: string;
  /** The heading without its number, which the manuscript gives itself. */
  readonly title: string;
  readonly body: RichText;
}

const longestTitle = 100;

/**
 * The chapters and sections of a Word plan in reading order, below a chapter or at the top. A section whose heading skips a level goes
 * below the nearest higher one.
 */
export function outlineOfWord(
  { sections }: Pick<ReadDocument, "sections">,
  { parentId, newId }: { readonly parentId: string | null; readonly newId: () => string },
): OutlinedSection[] {
  const made: OutlinedSection[] = [];
  const above: OutlinedSection[] = [];
  for (const { depth: told, title, body } of sections) {
    const level = Math.max(told, 1);
    while ((above.at(-1)?.depth ?? 0) >= level) above.pop();
    const parent = above.at(-1)?.id ?? parentId;
    const section = {
      id: newId(),
      parentId: parent,
      position: made.filter((each) => each.parentId === parent).length,
      depth: level,
      heading: title,
      title: titleOf(title),
      body: title.length > longestTitle ? withHeading(body, title) : body,
    };
    made.push(section);
    above.push(section);
  }
  return made;
}

const numbered =
  /^(?:第[0-9０-９一二三四五六七八九十百]+[章編部節][\s　]*|[0-9０-９]+(?:[-－.．][0-9０-９]+)*[\s　.．、]+)/u;

function titleOf(heading: string): string {
  const words = heading.replace(numbered, "").trim() || heading.trim() || "見出しのない部分";
  return words.length > longestTitle ? `${words.slice(0, longestTitle - 1)}…` : words;
}

/** A heading that is no name goes on whole in the text. */
function withHeading(body: RichText, heading: string): RichText {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: heading }] }, ...body.content] };
}

/** How much stands in a text. */
export interface TextCounts {
  readonly letters: number;
  readonly tables: number;
  readonly items: number;
}

export function countsOf(body: RichText): TextCounts {
  const blocks = [...blocksIn(body)];
  return {
    letters: plainText(body).replaceAll(/\s/g, "").length,
    tables: blocks.filter(({ type }) => type === "table").length,
    items: blocks.reduce(
      (count, block) =>
        block.type === "bulletList" || block.type === "orderedList" ? count + block.content.length : count,
      0,
    ),
  };
}

const mostSections = 1_000;

/** Why a Word plan can't become sections, if it can't. */
export function outlineFault(sections: readonly OutlinedSection[]): Refusal | undefined {
  if (sections.length === 0)
    return {
      code: "noTexts",
      message: "文書の中に、見出しも文章も見つかりません。",
      remedy: "文章の入った Word 文書を選んでください。",
    };
  if (sections.length > mostSections)
    return {
      code: "tooManySections",
      message: `見出しが${sections.length}あります。一度に作れる章と節は${mostSections}までです。`,
      remedy: "章ごとの文書に分けて、1つずつ読み込んでください。",
    };
  const long = sections.filter(({ body }) => textsFault({ nodeId: null }, { body }));
  if (long.length === 0) return undefined;
  return {
    code: "tooLong",
    message: `文章が長すぎる節があります：${long.map(({ title }) => `「${title}」`).join("")}`,
    remedy:
      "1つの節の文章は、表のほかに20,000文字まで、表は合わせて15,000マス、100,000文字までです。Wordで見出し（見出し1〜3）を付けて分けてから、もう一度読み込んでください。",
  };
}
