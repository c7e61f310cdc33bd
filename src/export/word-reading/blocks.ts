import { legibleJson } from "#kernel/legible.ts";
import { richTextSchema, type RichBlock, type RichFigure, type RichItem, type RichList } from "#kernel/rich-text.ts";
import { figureWords, meaningOf } from "./carried.ts";
import { paragraphInlines, tagIn, type Telling } from "./inlines.ts";
import type { WordPackage } from "./package.ts";
import { tableOf } from "./tables.ts";
import { allOf, childOf, elementsIn, valueOf, wholeIn, wordsIn, type XmlElement } from "./xml.ts";

/** A list that may still grow. */
interface OpenList {
  readonly level: number;
  numId: string;
  readonly items: RichItem[];
  /** The blocks of its last item. */
  inner: RichBlock[];
}

/** Puts paragraphs and tables of Word together as blocks, items within items. */
export class BlockBuilding {
  readonly blocks: RichBlock[] = [];
  private open: OpenList[] = [];
  private caption: { readonly text: string; readonly depth: number } | undefined;

  private readonly file: WordPackage;
  private readonly tell: Telling;
  private readonly isInCell: boolean;

  constructor(file: WordPackage, tell: Telling, isInCell = false) {
    this.file = file;
    this.tell = tell;
    this.isInCell = isInCell;
  }

  add(element: XmlElement): void {
    if (element.name === "w:p") this.addParagraph(element);
    else if (element.name === "w:tbl") this.addTable(element);
    else if (element.name === "w:sdt" && !isContents(element))
      for (const child of elementsIn(childOf(element, "w:sdtContent") ?? element)) this.add(child);
  }

  heading(paragraph: XmlElement, outline: number): void {
    this.endCaption();
    this.addHeading(paragraph, { level: outline <= 3 ? 3 : 4, depth: 0 });
  }

  /** A caption that no table follows is a paragraph. */
  endCaption(): void {
    const { caption } = this;
    this.caption = undefined;
    if (caption && caption.text !== "")
      this.at(caption.depth).push({ type: "paragraph", content: [{ type: "text", text: caption.text }] });
  }

  /** Where the next block of a depth goes: among the blocks of the item that is open there. */
  private at(depth: number): RichBlock[] {
    while ((this.open.at(-1)?.level ?? -1) >= depth) this.open.pop();
    return this.open.at(-1)?.inner ?? this.blocks;
  }

  private addParagraph(paragraph: XmlElement): void {
    const style = this.file.styles.get(valueOf(paragraph, "w:pPr", "w:pStyle") ?? "");
    const name = style?.name ?? "";
    if (/^(?:toc|目次)\s*\d/i.test(name)) return;
    this.endCaption();
    const meaning = meaningOf(name);
    if (meaning?.kind === "tableCaption" || /^(?:caption|図表番号)$/i.test(name)) {
      this.caption = { text: wordsIn(paragraph), depth: meaning?.depth ?? 0 };
      return;
    }
    if (meaning?.kind === "figure" && this.takesFigure(paragraph, meaning.depth)) return;
    if (meaning?.kind === "heading3" || meaning?.kind === "heading4") {
      this.addHeading(paragraph, { level: meaning.kind === "heading3" ? 3 : 4, depth: meaning.depth });
      return;
    }
    const numbers = childOf(paragraph, "w:pPr", "w:numPr");
    const numId = valueOf(numbers, "w:numId") ?? style?.numId ?? "0";
    const level = wholeIn(valueOf(numbers, "w:ilvl") ?? "0") ?? -1;
    const content = paragraphInlines(paragraph, this.file, this.tell);
    if (this.file.levels.has(`${numId} ${level}`)) this.addItem({ numId, level }, { type: "paragraph", content });
    else this.at(meaning?.depth ?? 0).push({ type: "paragraph", content });
  }

  private addHeading(paragraph: XmlElement, { level, depth }: { level: 3 | 4; depth: number }): void {
    const content = paragraphInlines(paragraph, this.file, this.tell);
    this.at(depth).push(
      this.isInCell ? { type: "paragraph", content } : { type: "heading", attrs: { level }, content },
    );
  }

  private addItem({ numId, level }: { numId: string; level: number }, first: RichBlock): void {
    this.at(level + 1);
    const last = this.open.at(-1);
    const inner = [first];
    const item: RichItem = { type: "listItem", content: inner };
    if (last?.level === level && this.goesOn(last.numId, numId, level)) {
      last.items.push(item);
      last.inner = inner;
      last.numId = numId;
      return;
    }
    const { isOrdered = false, text = "" } = this.file.levels.get(`${numId} ${level}`) ?? {};
    const items = [item];
    const article = text.startsWith("第") ? { attrs: { sign: "article" as const } } : {};
    const list: RichList = isOrdered
      ? { type: "orderedList", ...article, content: items }
      : { type: "bulletList", content: items };
    this.at(level).push(list);
    this.open.push({ level, numId, items, inner });
  }

  /** Whether an item belongs to the list of another: the same numbers, or others of the same list that do not begin anew. */
  private goesOn(before: string, numId: string, level: number): boolean {
    const [one, other] = [before, numId].map((id) => this.file.levels.get(`${id} ${level}`));
    return before === numId || (one?.list === other?.list && !other?.beginsAnew);
  }

  private takesFigure(paragraph: XmlElement, depth: number): boolean {
    const figure = figureIn(this.file.notes.get(tagIn(paragraph) ?? ""));
    if (!figure) return false;
    if (wordsIn(paragraph) !== figureWords(figure.attrs.alternative))
      this.tell(
        `図「${figure.attrs.caption}」の場所に書かれた言葉は取り込みません。図の説明は、図を選んで直してください。`,
      );
    this.at(depth).push(figure);
    return true;
  }

  private addTable(element: XmlElement): void {
    const { text: caption, depth } = this.caption ?? { text: "", depth: 0 };
    this.caption = undefined;
    const place = this.at(depth);
    const table = this.isInCell
      ? undefined
      : tableOf(element, { caption, file: this.file, readCell: (cell) => this.cellBlocks(cell) });
    if (table) place.push(table);
    else {
      this.tell(this.isInCell ? "表の中の表は、文にしました。" : "表が大きすぎるか、結合が複雑なので、文にしました。");
      for (const cell of allOf(element, "w:p"))
        place.push({ type: "paragraph", content: paragraphInlines(cell, this.file, this.tell) });
    }
  }

  private cellBlocks(cell: XmlElement): RichBlock[] {
    const inner = new BlockBuilding(this.file, this.tell, true);
    for (const child of elementsIn(cell)) inner.add(child);
    inner.endCaption();
    return inner.blocks;
  }
}

function figureIn(note: string | undefined): RichFigure | undefined {
  if (note === undefined) return undefined;
  try {
    const figure = { type: "figure", attrs: legibleJson(note) };
    const read = richTextSchema.safeParse({ type: "doc", content: [figure] });
    const [first] = read.success ? read.data.content : [];
    return first?.type === "figure" ? first : undefined;
  } catch {
    return undefined;
  }
}

/** The contents (目次) that Word made. */
function isContents(control: XmlElement): boolean {
  return valueOf(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery") === "Table of Contents";
}
