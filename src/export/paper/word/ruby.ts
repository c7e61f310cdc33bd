import { BuilderElement, TextRun, type IRunOptions, type XmlComponent } from "docx";

/** Words with their reading above them (ECMA-376 17.3.3.25, w:ruby), which `docx` has no piece for. */
export class RubyRun extends TextRun {
  constructor(words: string, reading: string, look: IRunOptions = {}) {
    super({});
    const size = typeof look.size === "number" ? look.size : 20;
    const small = Math.round(size / 2);
    const properties = element("w:rubyPr", [
      valued("w:rubyAlign", "distributeSpace"),
      valued("w:hps", small),
      valued("w:hpsRaise", size - 2),
      valued("w:hpsBaseText", size),
      valued("w:lid", "ja-JP"),
    ]);
    const above = element("w:rt", [new TextRun({ text: reading, size: small })]);
    const below = element("w:rubyBase", [new TextRun({ ...look, text: words })]);
    this.root.push(element("w:ruby", [properties, above, below]));
  }
}

function element(name: string, children: readonly XmlComponent[]): XmlComponent {
  return new BuilderElement({ name, children: [...children] });
}

function valued(name: string, value: string | number): XmlComponent {
  return new BuilderElement({ name, attributes: { value: { key: "w:val", value } } });
}
