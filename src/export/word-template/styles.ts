import { childOf, elementsIn, valueOf, type XmlElement } from "../word-reading/xml.ts";
import { numbersItself } from "./numbering.ts";
import { withReplaced } from "./xml-text.ts";

/** Names by which Japanese versions of office programs, or people, call the styles that all programs know. */
const ownNames: Readonly<Record<string, string>> = {
  標準: "normal",
  標準の表: "normal table",
  表題: "title",
  目次の見出し: "toc heading",
  脚注文字列: "footnote text",
  脚注参照: "footnote reference",
  ハイパーリンク: "hyperlink",
  リスト段落: "list paragraph",
};

/** The name of a style as all programs know it. */
export function commonName(name: string): string {
  const plain = name.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");
  const numbered = /^(見出し|目次|contents) ?([1-9])$/.exec(plain);
  if (numbered) return `${numbered[1] === "見出し" ? "heading" : "toc"} ${numbered[2]}`;
  return ownNames[plain] ?? plain;
}

/** A key under which styles of two files are the same. */
function keyOf(type: string | undefined, name: string): string {
  return `${type ?? "paragraph"} ${commonName(name)}`;
}

/** The styles of a file by type and name; a name of its own comes before a further one (別名). */
export function stylesByName(root: XmlElement | undefined): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const styles = root ? elementsIn(root).filter(({ name }) => name === "w:style") : [];
  for (const style of styles.toReversed())
    for (const name of (valueOf(style, "w:aliases") ?? "").split(",").filter(Boolean))
      found.set(keyOf(style.attributes["w:type"], name), style);
  for (const style of styles.toReversed())
    found.set(keyOf(style.attributes["w:type"], valueOf(style, "w:name") ?? ""), style);
  return found;
}

/** Which styles the paper's own become, and the sheet of styles with those that the template lacks. */
export interface StyleMerge {
  readonly sheet: XmlElement;
  /** The paper's ids → ids in the sheet. */
  readonly ids: ReadonlyMap<string, string>;
  /** The paper's ids of styles that are the template's. */
  readonly known: ReadonlySet<string>;
  /** Those of them that number their paragraphs by themselves. */
  readonly numbered: ReadonlySet<string>;
}

interface Beside {
  /** The paper's styles that its text names. */
  readonly used: ReadonlySet<string>;
  /** The template's lists. */
  readonly lists: XmlElement | undefined;
}

/** The template's styles rule by their names; of the paper's own only those come along that it uses and the template lacks. */
export function mergedStyles(template: XmlElement, own: XmlElement, { used, lists }: Beside): StyleMerge {
  const theirs = stylesByName(template);
  const ours = new Map(
    elementsIn(own)
      .filter(({ name }) => name === "w:style")
      .map((style) => [style.attributes["w:styleId"] ?? "", style]),
  );
  const taken = new Set(elementsIn(template).map(({ attributes }) => attributes["w:styleId"]));
  const [ids, known, numbered] = [new Map<string, string>(), new Set<string>(), new Set<string>()];
  const added: string[] = [];
  for (const id of withBases(ours, used)) {
    const style = ours.get(id);
    const same = style && theirs.get(keyOf(style.attributes["w:type"], valueOf(style, "w:name") ?? ""));
    if (!same) added.push(id);
    else {
      known.add(id);
      if (numbersItself(same, lists)) numbered.add(id);
    }
    ids.set(id, same?.attributes["w:styleId"] ?? freshId(id, taken));
  }
  const fresh = added.flatMap((id) => {
    const style = ours.get(id);
    return style ? [asAdded(style, ids)] : [];
  });
  return { sheet: { ...template, children: [...template.children, ...fresh] }, ids, known, numbered };
}

/** The used styles and all that they rest on. */
function withBases(styles: ReadonlyMap<string, XmlElement>, used: ReadonlySet<string>): Set<string> {
  const all = new Set<string>();
  const take = (id: string) => {
    const style = styles.get(id);
    if (!style || all.has(id)) return;
    all.add(id);
    for (const link of links) {
      const other = valueOf(style, link);
      if (other !== undefined) take(other);
    }
  };
  for (const id of used) take(id);
  return all;
}

const links = ["w:basedOn", "w:next", "w:link"];

function freshId(id: string, taken: Set<string | undefined>): string {
  let fresh = `Tomoni${id}`;
  while (taken.has(fresh)) fresh += "A";
  taken.add(fresh);
  return fresh;
}

/** A style of ours in the template's sheet: no default of its type, linked to what is there, its type left to the template. */
function asAdded(style: XmlElement, ids: ReadonlyMap<string, string>): XmlElement {
  const { "w:default": _, ...attributes } = style.attributes;
  const others = new Map<XmlElement, readonly XmlElement[]>();
  for (const link of elementsIn(style).filter(({ name }) => links.includes(name))) {
    const to = ids.get(link.attributes["w:val"] ?? "");
    others.set(link, to === undefined ? [] : [{ ...link, attributes: { "w:val": to } }]);
  }
  const run = childOf(style, "w:rPr");
  for (const font of run ? elementsIn(run).filter(({ name }) => name === "w:rFonts") : []) others.set(font, []);
  const changed = withReplaced(style, others);
  return { ...changed, attributes: { ...attributes, "w:styleId": ids.get(style.attributes["w:styleId"] ?? "") ?? "" } };
}

/** Styles of the paper that a template may rule, as people call them. */
export const paperStyles: readonly { readonly name: string; readonly label: string }[] = [
  { name: "Normal", label: "標準" },
  ...[1, 2, 3, 4, 5, 6].map((level) => ({ name: `heading ${level}`, label: `見出し ${level}` })),
  { name: "Title", label: "表題" },
  { name: "TOC Heading", label: "目次の見出し" },
  ...[1, 2, 3, 4].map((level) => ({ name: `toc ${level}`, label: `目次 ${level}` })),
];

/** The paper's styles that a template has, with its own names for them, and those that it lacks. */
export function stylesFound(template: XmlElement | undefined): { label: string; as: string | null }[] {
  const theirs = stylesByName(template);
  return paperStyles.map(({ name, label }) => {
    const style = theirs.get(keyOf("paragraph", name));
    return { label, as: style ? (valueOf(style, "w:name") ?? null) : null };
  });
}
