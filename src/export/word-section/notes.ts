import { BuilderElement, TextRun, type ParagraphChild } from "docx";
import type { TextMark } from "../word-reading/marks.ts";

/**
 * Properties of a Word file that say what stands in its content controls, by the controls' tags. A bookmark says the tag once more,
 * since some programs (LibreOffice 7.4) keep a control and lose its tag.
 */
export class Notes {
  private readonly kept: { readonly name: string; readonly value: string }[] = [];

  /** A content control (コンテンツ コントロール) around words, with what it stands for. */
  control(kind: "reference" | "figure", title: string, meaning: unknown, words: string): ParagraphChild {
    const [tag, inner] = this.bookmarked(kind, meaning, words);
    const properties = new BuilderElement({
      name: "w:sdtPr",
      children: [valued("w:alias", title), valued("w:tag", tag)],
    });
    const content = new BuilderElement({ name: "w:sdtContent", children: inner });
    return new BuilderElement({ name: "w:sdt", children: [properties, content] }) as unknown as ParagraphChild; // docx has no piece for it
  }

  /** Only a bookmark around words, with what it stands for. */
  bookmark(kind: "reference", meaning: unknown, words: string): ParagraphChild[] {
    return this.bookmarked(kind, meaning, words)[1] as unknown as ParagraphChild[]; // a bookmark of docx takes no number of ours
  }

  private bookmarked(
    kind: string,
    meaning: unknown,
    words: string,
  ): [tag: string, inner: (BuilderElement | TextRun)[]] {
    const number = this.kept.length + 1;
    const tag = `${kind}_${number}`;
    this.kept.push({ name: tag, value: JSON.stringify(meaning) });
    const [begin, end] = bookmarkAround(number, tag);
    return [tag, [begin, new TextRun({ text: words }), end]];
  }

  /** A bookmark around a heading, with what it says of the text below. */
  heading(mark: TextMark, words: readonly ParagraphChild[]): ParagraphChild[] {
    const number = this.kept.length + 1;
    const name = `text_${number}`;
    this.kept.push({ name, value: JSON.stringify(mark) });
    const [begin, end] = bookmarkAround(number, name);
    return [begin as unknown as ParagraphChild, ...words, end as unknown as ParagraphChild]; // a bookmark of docx takes no number of ours
  }

  /** Notes an address that a program may write otherwise, once. */
  address(address: string): void {
    const value = JSON.stringify(address);
    const isKnown = this.kept.some((note) => note.value === value && note.name.startsWith("link_"));
    if (!isKnown) this.kept.push({ name: `link_${this.kept.length + 1}`, value });
  }

  note(name: string, value: unknown): void {
    this.kept.push({ name, value: JSON.stringify(value) });
  }

  all(): readonly { readonly name: string; readonly value: string }[] {
    return this.kept;
  }
}

function bookmarkAround(number: number, name: string): readonly [BuilderElement, BuilderElement] {
  const id = { key: "w:id", value: 1_000_000 + number }; // beside the ids of links inside the file
  return [
    new BuilderElement({ name: "w:bookmarkStart", attributes: { id, name: { key: "w:name", value: name } } }),
    new BuilderElement({ name: "w:bookmarkEnd", attributes: { id } }),
  ];
}

function valued(name: string, value: string): BuilderElement {
  return new BuilderElement({ name, attributes: { value: { key: "w:val", value } } });
}
