import { posix } from "node:path";
import { unzipSync } from "fflate";
import {
  contentTypeOf,
  contentTypesOf,
  relationsOf,
  relationsPath,
  rootOf,
  targetOf,
  textOf,
  type Parts,
} from "#export/word-template/parts.ts";
import { allOf, valueOf, type XmlElement } from "#export/word-reading/xml.ts";

/** What is wrong with a Word file as a package (ECMA-376): sentences, none when every name in it leads somewhere. */
export function wordFaults(bytes: Uint8Array): string[] {
  const parts: Parts = unzipSync(bytes);
  return [...Object.keys(parts).flatMap((path) => partFaults(parts, path)), ...typeFaults(parts), ...nameFaults(parts)];
}

function partFaults(parts: Parts, path: string): string[] {
  if (!/\.(?:xml|rels)$/.test(path)) return [];
  const faults = unbalanced(textOf(parts, path)).map((fault) => `${path}: ${fault}`);
  if (path.endsWith(".rels")) return faults;
  const known = new Map(relationsOf(parts, path).map((relation) => [relation.id, relation]));
  for (const [, id = ""] of textOf(parts, path).matchAll(/\sr:(?:id|embed|link|pict)="([^"]+)"/g))
    if (!known.has(id)) faults.push(`${path}: no relation ${id}`);
  for (const relation of known.values())
    if (!relation.isExternal && parts[targetOf(path, relation)] === undefined)
      faults.push(`${path}: nothing at ${relation.target}`);
  if (known.size !== relationsOf(parts, path).length) faults.push(`${relationsPath(path)}: an id twice`);
  return faults;
}

/** Tags that are not closed, attributes said twice, and signs that XML doesn't allow. */
function unbalanced(text: string): string[] {
  const open: string[] = [];
  const declared: string[][] = [];
  const body = text.replace(/^\uFEFF/, "").replace(/<\?[^?]*\?>/g, "");
  if (/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u.test(body)) return ["a sign that XML does not allow"];
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(body)) return ["a bare &"];
  for (const [tag, closes, name = "", attributes = "", empty] of body.matchAll(
    /<(\/)?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/)?>|<[^>]*>?/g,
  )) {
    if (name === "") return [`no tag: ${tag.slice(0, 60)}`];
    if (closes) {
      if (open.pop() !== name) return [`</${name}> closes nothing`];
      declared.pop();
      continue;
    }
    const names = [...attributes.matchAll(/([\w:.-]+)\s*=/g)].map(([, each = ""]) => each);
    if (new Set(names).size !== names.length) return [`<${name}> says an attribute twice`];
    const prefixes = names.filter((each) => each.startsWith("xmlns:")).map((each) => each.slice(6));
    const known = new Set(["xml", "xmlns", ...declared.flat(), ...prefixes]);
    const used = [name, ...names].flatMap((each) => (each.includes(":") ? [each.split(":")[0] ?? ""] : []));
    const unknown = used.find((prefix) => !known.has(prefix));
    if (unknown !== undefined) return [`the prefix ${unknown} is not declared`];
    if (empty) continue;
    open.push(name);
    declared.push(prefixes);
  }
  return open.length === 0 ? [] : [`<${open.at(-1)}> is not closed`];
}

function typeFaults(parts: Parts): string[] {
  const types = contentTypesOf(parts);
  const paths = Object.keys(parts).filter((path) => path !== "[Content_Types].xml");
  return [
    ...paths.filter((path) => !contentTypeOf(types, path)).map((path) => `${path} has no content type`),
    ...[...types.overrides.keys()]
      .filter((path) => parts[path.slice(1)] === undefined)
      .map((path) => `${path} has a content type and is not there`),
  ];
}

/** Names by which the text leads to styles, lists, notes and bookmarks. */
function nameFaults(parts: Parts): string[] {
  const document = rootOf(parts, "word/document.xml");
  if (!document) return ["no document"];
  const beside = (kind: string) => {
    const relation = relationsOf(parts, "word/document.xml").find((each) => each.kind === kind);
    return relation && rootOf(parts, targetOf("word/document.xml", relation));
  };
  const texts = [document, beside("footnotes"), beside("endnotes"), ...marginsOf(parts)].filter(
    (each) => each !== undefined,
  );
  const styles = all([beside("styles")], "w:style");
  const ids = ["DefaultParagraphFont", ...styles.map((style) => style.attributes["w:styleId"])]; // Word knows it without a sheet
  const lists = beside("numbering");
  const patterns = all([lists], "w:abstractNum").map((each) => each.attributes["w:abstractNumId"]);
  const numbers = all([lists], "w:num");
  const names = all(texts, "w:bookmarkStart").map((each) => each.attributes["w:name"]);
  const named = (element: string) =>
    texts.flatMap((text) => all([text], element).map((each) => each.attributes["w:val"]));
  return [
    ...twice("style", ids),
    ...missing("style", [...named("w:pStyle"), ...named("w:rStyle"), ...named("w:tblStyle")], ids),
    ...missing(
      "style",
      styles.flatMap((style) => ["w:basedOn", "w:next", "w:link"].map((link) => valueOf(style, link))),
      ids,
    ),
    ...twice(
      "list",
      numbers.map((each) => each.attributes["w:numId"]),
    ),
    ...twice("list pattern", patterns),
    ...missing(
      "list",
      named("w:numId").filter((id) => id !== "0"),
      numbers.map((each) => each.attributes["w:numId"]),
    ),
    ...missing(
      "list pattern",
      numbers.map((each) => valueOf(each, "w:abstractNumId")),
      patterns,
    ),
    ...listOrder(lists),
    ...["footnote", "endnote"].flatMap((kind) => noteFaults(document, beside(`${kind}s`), kind)),
    ...twice("bookmark", names),
    ...twice(
      "bookmark id",
      all([document], "w:bookmarkStart").map((each) => each.attributes["w:id"]),
    ),
    ...missing(
      "bookmark",
      all(texts, "w:hyperlink").map((each) => each.attributes["w:anchor"]),
      names,
    ),
    ...missing(
      "bookmark",
      [...textOf(parts, "word/document.xml").matchAll(/PAGEREF (\w+)/g)].map(([, name]) => name),
      names,
    ),
    ...twice(
      "drawing",
      all([document], "wp:docPr").map((each) => each.attributes["id"]),
    ),
  ];
}

function marginsOf(parts: Parts): (XmlElement | undefined)[] {
  return relationsOf(parts, "word/document.xml")
    .filter(({ kind }) => kind === "header" || kind === "footer")
    .map((relation) => rootOf(parts, posix.normalize(targetOf("word/document.xml", relation))));
}

function all(roots: readonly (XmlElement | undefined)[], name: string): XmlElement[] {
  return roots.flatMap((root) => (root ? [...allOf(root, name)] : []));
}

type Names = readonly (string | undefined)[];

function twice(what: string, names: Names): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${what} ${name} twice`,
  );
}

function missing(what: string, used: Names, known: Names): string[] {
  const names = new Set(known);
  return [...new Set(used.filter((name) => name !== undefined && !names.has(name)))].map(
    (name) => `no ${what} ${name}`,
  );
}

/** Word reads no pattern behind the first list. */
function listOrder(lists: XmlElement | undefined): string[] {
  const names = lists?.children.flatMap((each) => (typeof each === "string" ? [] : [each.name])) ?? [];
  return names.lastIndexOf("w:abstractNum") > names.indexOf("w:num") && names.includes("w:num")
    ? ["a list pattern behind a list"]
    : [];
}

function noteFaults(document: XmlElement, notes: XmlElement | undefined, kind: string): string[] {
  const found = all([notes], `w:${kind}`);
  const ids = found.map((each) => each.attributes["w:id"]);
  const used = all([document], `w:${kind}Reference`).map((each) => each.attributes["w:id"]);
  const separators = found.filter((each) => each.attributes["w:type"] === "separator");
  return [
    ...twice(kind, ids),
    ...missing(kind, used, ids),
    ...(notes && separators.length !== 1 ? [`${separators.length} separators of ${kind}s`] : []),
  ];
}
