import { legible } from "#kernel/legible.ts";
import { normalised, plainText, richTextOf, richTextSchema, type RichText } from "#kernel/rich-text.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { BlockBuilding } from "./blocks.ts";
import { carried } from "./carried.ts";
import { deepestLevel } from "./limits.ts";
import { MarkedHeadings, originIn, type FileOrigin, type TextMark } from "./marks.ts";
import { packageOf, type WordPackage } from "./package.ts";
import { WordRefused } from "./refusals.ts";
import { childOf, elementsIn, valueOf, wholeIn, wordsIn, type XmlElement } from "./xml.ts";

/** A chapter or section of a Word document. */
export interface WordSection {
  /** 1 to 3 by its heading; 0 is what stands before the first heading. */
  readonly depth: number;
  readonly title: string;
  readonly body: RichText;
  /** In a file of ours: which text of the manuscript this is. */
  readonly mark?: TextMark;
}

/** A Word document as sections, and what of it was not understood: lines that name the place. */
export interface WordReading {
  readonly sections: readonly WordSection[];
  readonly report: readonly string[];
  /** The manuscript that a file of ours was made from. */
  readonly origin?: FileOrigin;
}

/** Reads a Word file here and now; `readWordFile` does it in a worker. */
export function parseWordFile(bytes: Uint8Array): Result<WordReading> {
  try {
    return accept(new Reading(packageOf(bytes)).all());
  } catch (error) {
    if (error instanceof WordRefused) return refuse(error.refusal);
    throw error;
  }
}

const longestReport = 200;

class Reading {
  private readonly sections: WordSection[] = [];
  private readonly report = new Set<string>();
  private words = "";
  private depth = 0;
  private title = "";
  private building: BlockBuilding;
  private mark: TextMark | undefined;

  private readonly file: WordPackage;
  private readonly headings: MarkedHeadings;

  constructor(file: WordPackage) {
    this.file = file;
    this.headings = new MarkedHeadings(file.notes, file.body);
    this.building = this.begin();
  }

  all(): WordReading {
    for (const element of elementsIn(this.file.body)) this.take(element);
    this.endSection();
    const origin = originIn(this.file.notes);
    return { sections: this.sections, report: [...this.report].slice(0, longestReport), ...(origin && { origin }) };
  }

  private begin(): BlockBuilding {
    return new BlockBuilding(this.file, (what) => this.tell(what));
  }

  /** Notes what was not understood, with the section and the beginning of the paragraph. */
  private tell(what: string): void {
    const section = this.title === "" ? "はじめの部分" : `「${this.title}」`;
    const near = this.words === "" ? "" : `の「${this.words}」`;
    this.report.add(legible(`${section}${near}：${what}`)); // words that were cut may end in half a character
  }

  private take(element: XmlElement): void {
    this.words = wordsIn(element).replaceAll(/\s+/g, " ").trim().slice(0, 20);
    const outline = element.name === "w:p" ? outlineOf(element, this.file) : undefined;
    const isText = element.name === "w:p" && isTextHeading(element, this.file);
    const mark = outline === undefined && !isText ? undefined : this.markOf(element);
    const depth = isText || outline === undefined ? this.depth : Math.min(outline + 1, 3);
    if (mark) this.beginSection(depth, wordsIn(element).trim(), mark);
    else if (isText) this.building.heading(element, 3);
    else if (outline === undefined) this.building.add(element);
    else if (outline > 2) this.building.heading(element, outline);
    else if (this.words !== "") this.beginSection(depth, wordsIn(element).trim());
  }

  private markOf(heading: XmlElement): TextMark | undefined {
    return this.headings.at(heading) ?? this.headings.byWords(heading);
  }

  private beginSection(depth: number, title: string, mark?: TextMark): void {
    this.endSection();
    this.mark = mark;
    this.depth = depth;
    this.title = title;
    this.building = this.begin();
  }

  private endSection(): void {
    this.building.endCaption();
    const body = normalised({ type: "doc", content: this.building.blocks });
    if (this.depth === 0 && body.content.length === 0) return;
    const isRich = richTextSchema.safeParse(body).success;
    this.words = "";
    if (!isRich) this.tell("箇条書きの段が深すぎるか、文章が長すぎるので、書式のない文にしました。");
    this.sections.push({
      depth: this.depth,
      title: this.title,
      body: isRich ? body : richTextOf(plainText(body)),
      ...(this.mark && { mark: this.mark }),
    });
  }
}

function isTextHeading(paragraph: XmlElement, { styles }: WordPackage): boolean {
  return styles.get(valueOf(paragraph, "w:pPr", "w:pStyle") ?? "")?.name === carried.textHeading;
}

/** How high a heading is (0 is the highest); undefined for what is none. */
function outlineOf(paragraph: XmlElement, { styles }: WordPackage): number | undefined {
  const properties = childOf(paragraph, "w:pPr");
  const own = wholeIn(valueOf(properties, "w:outlineLvl"));
  const outline = own ?? styles.get(valueOf(properties, "w:pStyle") ?? "")?.outline;
  return outline !== undefined && outline <= deepestLevel ? outline : undefined;
}
