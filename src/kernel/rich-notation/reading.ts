import type { RichBlock, RichFigure, RichInline, RichItem, RichList, RichText } from "../rich-text/model.ts";
import { emptyRichText } from "../rich-text/model.ts";
import { normalised } from "../rich-text/normal.ts";
import { richTextSchema } from "../rich-text/schema.ts";
import { blocksIn } from "../rich-text/walk.ts";
import { inlinesOf } from "./inline-reading.ts";
import { linesOf, type Line, type Noting, type NotationFault } from "./lines.ts";
import { begins, endsOpen, unguarded, withoutEnd, withoutStart } from "./signs.ts";
import { tableOf, takeRows } from "./table-reading.ts";

/** What a notation says, and what of it could not be read. With faults the text is what could be read, and not to be saved. */
export interface NotationRead {
  readonly rich: RichText;
  readonly faults: readonly NotationFault[];
}

/** Signs: more than any text has that may be saved, however many of them are guarded. */
const longest = 500_000;
const tooLong = "文章が長すぎます。文章を分けてください。";

/** Reads plain notation: the inverse of `notationOf`, and any text that a person types or pastes. */
export function richOf(notation: string): NotationRead {
  if (notation.length > longest) return { rich: emptyRichText, faults: [{ line: 1, message: tooLong }] };
  const faults: NotationFault[] = [];
  const note = (line: number, message: string) => void faults.push({ line, message });
  const blocks = new BlockReading(linesOf(notation.replaceAll(/\r\n?/g, "\n")), note).all();
  const rich = normalised({ type: "doc", content: blocks });
  if (faults.length === 0 && !richTextSchema.safeParse(rich).success) {
    note(1, "字下げが深すぎるか、文章が長すぎます。箇条書きの段を減らすか、文章を分けてください。");
    return { rich: emptyRichText, faults };
  }
  return { rich, faults: faults.toSorted((a, b) => a.line - b.line) };
}

/** Reads lines from the first to the last, all of them at one depth of indentation. */
class BlockReading {
  private at = 0;
  private readonly blocks: RichBlock[] = [];
  private readonly lines: readonly Line[];
  private readonly note: Noting;

  constructor(lines: readonly Line[], note: Noting) {
    this.lines = lines.map(({ text, number }) => ({ text, number }));
    this.note = note;
  }

  all(): RichBlock[] {
    while (this.at < this.lines.length) this.takeBlock(withoutStart(this.lines[this.at]?.text ?? ""));
    return this.blocks;
  }

  private get number(): number {
    return this.lines[this.at]?.number ?? 0;
  }

  private takeBlock(text: string): void {
    if (text === "") this.at += 1;
    else if (begins.row.test(text)) this.takeTable("");
    else if (begins.figure.test(text)) this.takeFigure(withoutEnd(text));
    else if (begins.caption.test(text) && begins.row.test(this.after(this.at))) this.takeCaptioned(text);
    else if (!this.takesHeading(text) && !this.takesItem(text))
      this.blocks.push({ type: "paragraph", content: this.takeInlines(text) });
  }

  private after(at: number): string {
    return withoutStart(this.lines[at + 1]?.text ?? "");
  }

  /** Words from the present line on, as long as lines end with 「\」. */
  private takeInlines(first: string): RichInline[] {
    const inlines: RichInline[] = [];
    let text = first;
    for (;;) {
      const number = this.number;
      const goesOn = endsOpen(text);
      const words = goesOn ? text.slice(0, -1) : withoutEnd(text);
      inlines.push(...inlinesOf(words, (message) => this.note(number, message)));
      this.at += 1;
      if (!goesOn) return inlines;
      inlines.push({ type: "hardBreak" });
      text = withoutStart(this.lines[this.at]?.text ?? "");
    }
  }

  private takesHeading(text: string): boolean {
    const [, signs, words = ""] = begins.heading.exec(text) ?? [];
    if (signs === undefined) return false;
    this.blocks.push({
      type: "heading",
      attrs: { level: signs.length === 2 ? 3 : 4 },
      content: this.takeInlines(withoutStart(words)),
    });
    return true;
  }

  private takeFigure(text: string): void {
    const pattern = /^!\[((?:\\.|[^\\\]])*)\]\(([^\s")]+)(?:[ \t　]+"((?:\\.|[^\\"])*)")?\)$/su;
    const [, alternative = "", file = "", caption = ""] = pattern.exec(text) ?? [];
    const attrs = { file, alternative: unguarded(alternative), caption: unguarded(caption) };
    const figure: RichFigure = { type: "figure", attrs };
    if (richTextSchema.safeParse({ type: "doc", content: [figure] }).success) this.blocks.push(figure);
    else
      this.note(
        this.number,
        '図は「![図の説明](ファイルの番号 "図の題")」と書いてください。ファイルの番号は変えないでください。',
      );
    this.at += 1;
  }

  private takeCaptioned(text: string): void {
    const caption = unguarded(withoutEnd(withoutStart(begins.caption.exec(text)?.[1] ?? "")));
    this.at += 1;
    this.takeTable(caption);
  }

  private takeTable(caption: string): void {
    const own = this.lines.map((line, index) => (index < this.at ? line : { ...line, text: rowStart(line.text) }));
    const { rows, end } = takeRows(own, this.at, this.note);
    const table = tableOf(rows, { caption, readCell: (lines) => this.cellBlocks(lines), fault: this.note });
    if (table) this.blocks.push(table);
    this.at = end;
  }

  private cellBlocks(lines: readonly Line[]): RichBlock[] {
    const blocks = new BlockReading(lines, this.note).all();
    const all = [...blocksIn({ type: "doc", content: blocks })];
    if (all.some(({ type }) => type === "heading" || type === "table" || type === "figure"))
      this.note(
        lines[0]?.number ?? 0,
        "表のセルには、見出し・表・図を入れられません。文と箇条書きだけにしてください。",
      );
    return blocks;
  }

  /** Whether an item begins here; it is taken with all that is indented below it. */
  private takesItem(text: string): boolean {
    const [, , bullet] = begins.bullet.exec(text) ?? [];
    if (bullet !== undefined) {
      this.listOf({ type: "bulletList", content: [] }, 1).push(this.takeItem(bullet));
      return true;
    }
    const [, article, titled = ""] = begins.article.exec(text) ?? [];
    const [, number = article, words = titled] = begins.number.exec(text) ?? [];
    if (number === undefined) return false;
    const place = Number(number.normalize("NFKC"));
    const list: RichList = {
      type: "orderedList",
      ...(article !== undefined && { attrs: { sign: "article" } }),
      content: [],
    };
    if (place !== 1 && !this.continues(list)) return false;
    this.listOf(list, place).push(this.takeItem(words));
    return true;
  }

  /** A list goes on in the one before it, unless its numbers begin anew. */
  private continues(list: RichList): boolean {
    const last = this.blocks.at(-1);
    if (last?.type !== "orderedList" || list.type !== "orderedList") return last?.type === list.type;
    return last.attrs?.sign === list.attrs?.sign;
  }

  private listOf(list: RichList, place: number): RichItem[] {
    const goesOn = this.continues(list) && (list.type === "bulletList" || place !== 1);
    if (!goesOn) this.blocks.push(list);
    return (this.blocks.at(-1) as RichList).content as RichItem[]; // just pushed, or found to be a list that this reading began
  }

  private takeItem(words: string): RichItem {
    const first: Line = { text: withoutStart(words), number: this.number };
    const own = [first];
    this.at += 1;
    while (this.at < this.lines.length) {
      const text = this.lines[this.at]?.text ?? "";
      const isInner = endsOpen(own.at(-1)?.text ?? "") || (/^(?:　|\t| {2})/.test(text) && text.trim() !== "");
      if (!isInner) break;
      own.push({ text: text.replace(/^(?:　|\t| {2})/, ""), number: this.number });
      this.at += 1;
    }
    const inner = new BlockReading(own, this.note);
    const head: RichBlock = { type: "paragraph", content: inner.takeInlines(first.text) };
    return { type: "listItem", content: [head, ...inner.all()] };
  }
}

/** A row may be indented; a line within a cell keeps its indentation, which is that of the cell's own lists. */
function rowStart(text: string): string {
  const trimmed = withoutStart(text);
  return text.startsWith("　") && trimmed.startsWith("|") ? trimmed : text;
}
