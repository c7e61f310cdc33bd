import { BuilderElement, TextRun, type ParagraphChild } from "docx";

/**
 * Properties of a Word file that say what stands in its content controls, by the controls' tags. A bookmark says the tag once more,
 * since some programs (LibreOffice 7.4) keep a control and lose its tag.
 */
export class Notes {
  private readonly kept: { readonly name: string; readonly value: string }[] = [];

  /** A content control (コンテンツ コントロール) around words, with what it stands for. */
  control(kind: "reference" | "figure", title: string, meaning: unknown, words: string): ParagraphChild {
    const number = this.kept.length + 1;
    const tag = `${kind}_${number}`;
    this.kept.push({ name: tag, value: JSON.stringify(meaning) });
    const properties = new BuilderElement({
      name: "w:sdtPr",
      children: [valued("w:alias", title), valued("w:tag", tag)],
    });
    const id = { key: "w:id", value: 1_000_000 + number }; // beside the ids of links inside the file
    const begin = new BuilderElement({
      name: "w:bookmarkStart",
      attributes: { id, name: { key: "w:name", value: tag } },
    });
    const end = new BuilderElement({ name: "w:bookmarkEnd", attributes: { id } });
    const content = new BuilderElement({ name: "w:sdtContent", children: [begin, new TextRun({ text: words }), end] });
    return new BuilderElement({ name: "w:sdt", children: [properties, content] }) as unknown as ParagraphChild; // docx has no piece for it
  }

  all(): readonly { readonly name: string; readonly value: string }[] {
    return this.kept;
  }
}

function valued(name: string, value: string): BuilderElement {
  return new BuilderElement({ name, attributes: { value: { key: "w:val", value } } });
}
