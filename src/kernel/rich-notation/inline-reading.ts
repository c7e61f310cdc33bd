import type { RichInline, RichMark } from "../rich-text/model.ts";
import { richTextSchema } from "../rich-text/schema.ts";
import { isEscapedAt, unguarded } from "./signs.ts";

type Fault = (message: string) => void;

/** The inlines of one line of notation. */
export function inlinesOf(line: string, fault: Fault): RichInline[] {
  return new InlineReading(line, fault).all([]);
}

/** Bounded by what the rich text allows there: longer ones would be refused anyway, and cost a look at all that follows. */
const patterns = {
  footnote: /\[\^((?:\\.|[^\\\]])*)\]/suy,
  link: /\[((?:\\.|[^\\\]])+)\]\(((?:\\.|[^\\)])*)\)/suy,
  reference: /\{\{((?:\\.|[^\\}|]){0,200})\|((?:\\.|[^\\}]){0,200})\}\}/suy,
  ruby: /｜((?:\\.|[^\\｜《》])+)《((?:\\.|[^\\》]){0,200})》/suy,
};

/** Reads a line from its beginning to its end. */
class InlineReading {
  private at = 0;
  private words = "";
  private readonly found: RichInline[] = [];
  /** Where the brackets end that hold no footnote or link: none begins before it, and the line is read once instead of at each bracket. */
  private readonly emptyUntil = { footnote: 0, link: 0 };

  private readonly line: string;
  private readonly fault: Fault;

  private readonly lastRound: number;

  constructor(line: string, fault: Fault) {
    this.line = line;
    this.lastRound = line.lastIndexOf(")");
    this.fault = fault;
  }

  /** All inlines, those of words under the marks around them. */
  all(around: readonly RichMark[]): RichInline[] {
    let marks = around;
    while (this.at < this.line.length) {
      if (this.line.startsWith("**", this.at)) {
        this.close(marks);
        marks = toggled(marks);
        this.at += 2;
      } else if (!this.takes(marks)) this.takeSign();
    }
    this.close(marks);
    if (marks.some(isBold) !== around.some(isBold))
      this.fault(
        "「**」が閉じられていません。太字にする言葉を「**」で囲むか、「*」そのものなら「\\*」と書いてください。",
      );
    return this.found;
  }

  private close(marks: readonly RichMark[]): void {
    if (this.words !== "") this.found.push({ type: "text", text: this.words, ...(marks.length > 0 && { marks }) });
    this.words = "";
  }

  /** A sign that stands for itself. */
  private takeSign(): void {
    const from = isEscapedAt(this.line, this.at) ? this.at + 1 : this.at;
    this.words += this.line[from] ?? "";
    this.at = from + 1;
  }

  /** Whether a footnote, link, reference or reading begins here; it is taken. */
  private takes(marks: readonly RichMark[]): boolean {
    const [first, second] = [this.line[this.at], this.line[this.at + 1]];
    if (first === "[" && second === "^") return this.takesFootnote(marks);
    if (first === "[") return this.takesLink(marks);
    if (first === "{" && second === "{") return this.takesReference(marks);
    return first === "｜" && this.takesRuby(marks);
  }

  private match(pattern: RegExp): readonly string[] | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.line) ?? undefined;
  }

  /** The bracket that closes what begins here. */
  private closing(): number {
    for (let at = this.at + 1; at < this.line.length; at += 1)
      if (this.line[at] === "\\") at += 1;
      else if (this.line[at] === "]") return at;
    return this.line.length;
  }

  private takesFootnote(marks: readonly RichMark[]): boolean {
    if (this.at < this.emptyUntil.footnote) return false;
    const [whole, words = ""] = this.match(patterns.footnote) ?? [];
    const isTaken = this.takesWhole(whole, marks, {
      inline: { type: "footnote", attrs: { text: unguarded(words) } },
      wrong: "脚注は「[^注の言葉]」と書いてください。",
    });
    if (!isTaken) this.emptyUntil.footnote = this.closing();
    return isTaken;
  }

  private takesReference(marks: readonly RichMark[]): boolean {
    const [whole, source = "", shown = ""] = this.match(patterns.reference) ?? [];
    return this.takesWhole(whole, marks, {
      inline: { type: "reference", attrs: { source, shown: unguarded(shown) } },
      wrong: "数値の参照は「{{参照するもの|表示する言葉}}」と書いてください。",
    });
  }

  /** What is written as it should be and says something is taken; the rest stays words, and is told. */
  private takesWhole(
    whole: string | undefined,
    marks: readonly RichMark[],
    { inline, wrong }: { readonly inline: RichInline; readonly wrong: string },
  ): boolean {
    if (whole === undefined || !isRich(inline)) {
      this.fault(wrong);
      return false;
    }
    this.close(marks);
    this.found.push(inline);
    this.at += whole.length;
    return true;
  }

  private takesLink(marks: readonly RichMark[]): boolean {
    if (this.at < this.emptyUntil.link || this.at > this.lastRound) return false;
    const [whole, words = "", address = ""] = this.match(patterns.link) ?? [];
    this.emptyUntil.link = whole === undefined ? this.closing() : this.at + whole.length;
    if (whole === undefined) return false;
    const link: RichMark = { type: "link", attrs: { href: unguarded(address) } };
    if (!isRich({ type: "text", text: "字", marks: [link] })) {
      this.fault("リンク先は「https://」「http://」「mailto:」「/」のどれかで始めてください。");
      return false;
    }
    this.takeInner(whole, words, { marks, mark: link });
    return true;
  }

  private takesRuby(marks: readonly RichMark[]): boolean {
    const [whole, words = "", reading = ""] = this.match(patterns.ruby) ?? [];
    const ruby: RichMark = { type: "ruby", attrs: { reading: unguarded(reading) } };
    if (whole === undefined || !isRich({ type: "text", text: "字", marks: [ruby] })) return false;
    this.takeInner(whole, words, { marks, mark: ruby });
    return true;
  }

  private takeInner(
    whole: string,
    words: string,
    { marks, mark }: { readonly marks: readonly RichMark[]; readonly mark: RichMark },
  ): void {
    this.close(marks);
    this.found.push(...new InlineReading(words, this.fault).all([...marks, mark]));
    this.at += whole.length;
  }
}

function isBold(mark: RichMark): boolean {
  return mark.type === "bold";
}

function toggled(marks: readonly RichMark[]): readonly RichMark[] {
  return marks.some(isBold) ? marks.filter((mark) => !isBold(mark)) : [...marks, { type: "bold" }];
}

function isRich(inline: RichInline): boolean {
  return richTextSchema.safeParse({ type: "doc", content: [{ type: "paragraph", content: [inline] }] }).success;
}
