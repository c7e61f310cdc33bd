import { posix } from "node:path";
import { contentTypesPath } from "../word-reading/macros.ts";
import { elementsIn, type XmlElement } from "../word-reading/xml.ts";
import {
  contentTypeOf,
  contentTypesOf,
  partOfKind,
  relationsOf,
  relationsPath,
  rootOf,
  targetOf,
  textOf,
  type Parts,
  type Relation,
} from "./parts.ts";
import { partText } from "./xml-text.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const empty = (name: string, space: string): XmlElement => ({
  name,
  attributes: { xmlns: `http://schemas.openxmlformats.org/package/2006/${space}` },
  children: [],
});

/** The file that comes to be: the template's parts, with what comes into them. */
export class Building {
  readonly #parts: Map<string, string | Uint8Array>;
  readonly #types = new Map<string, string>();
  readonly #links: XmlElement[] = [];
  readonly #path: string;
  /** A template may be a paper of ours that came back: then these names are taken. */
  readonly #taken: ReadonlySet<string>;
  readonly #folder: string;

  constructor(parts: Parts, path: string) {
    this.#parts = new Map(Object.entries(parts));
    this.#path = path;
    this.#taken = new Set(relationsOf(parts, path).map(({ id }) => id));
    this.#folder = freshFolder(Object.keys(parts));
  }

  get parts(): Parts {
    return Object.fromEntries(this.#parts);
  }

  put(path: string, content: string | Uint8Array, type?: string): void {
    this.#parts.set(path, content);
    if (type !== undefined) this.#types.set(path, type);
  }

  /** A fresh relation of the main part. @returns its id */
  link(relation: Pick<Relation, "type" | "target" | "isExternal">): string {
    let number = this.#links.length + 1;
    while (this.#taken.has(`rIdTomoni${number}`)) number += 1_000;
    const id = `rIdTomoni${number}`;
    const attributes = {
      Id: id,
      Type: relation.type,
      Target: relation.target,
      ...(relation.isExternal && { TargetMode: "External" }),
    };
    this.#links.push({ name: "Relationship", attributes, children: [] });
    return id;
  }

  /** Puts a part that the main part is related to where the template has it; without one, among our own. */
  putKind(kind: string, root: XmlElement, type: string): void {
    const path = partOfKind(this.parts, this.#path, kind);
    if (path !== undefined) return this.put(path, partText(root));
    this.add(kind, { name: kind, text: partText(root), type });
  }

  /** Adds a part of our own, related to the main part. @returns the relation's id */
  add(
    kind: string,
    { name, text, type }: { readonly name: string; readonly text: string; readonly type: string },
  ): string {
    const path = `${this.#folder}/${name}.xml`;
    this.put(path, text, type);
    return this.link({ type: `${office}/${kind}`, target: `/${path}`, isExternal: false });
  }

  /** Takes over a part of the paper, and all that it is related to, under `word/tomoni/`. @returns its address */
  take(own: Parts, path: string): string {
    const fresh = posix.join(this.#folder, path.replace(/^word\//, "")); // parts keep their places among each other
    const content = own[path];
    if (content === undefined || this.#parts.has(fresh)) return `/${fresh}`;
    this.put(
      fresh,
      withoutFonts(path, content),
      contentTypeOf(contentTypesOf(own), path) ?? "application/octet-stream",
    );
    const relations = relationsPath(path);
    if (own[relations] !== undefined) this.put(relationsPath(fresh), textOf(own, relations));
    for (const relation of relationsOf(own, path)) if (!relation.isExternal) this.take(own, targetOf(path, relation));
    return `/${fresh}`;
  }

  /** All parts with their kinds and relations told. */
  finished(mainType: string): Map<string, string | Uint8Array> {
    const relations = rootOf(this.parts, relationsPath(this.#path)) ?? empty("Relationships", "relationships");
    const all = { ...relations, children: [...elementsIn(relations), ...this.#links] };
    this.put(relationsPath(this.#path), partText(all));
    this.put(this.#path, this.#parts.get(this.#path) ?? "", mainType);
    const types = rootOf(this.parts, contentTypesPath) ?? empty("Types", "content-types");
    const told = elementsIn(types).filter(({ attributes }) => {
      const path = attributes["PartName"]?.slice(1);
      return path === undefined || (this.#parts.has(path) && !this.#types.has(path));
    });
    const added = [...this.#types].map(([path, type]) => ({
      name: "Override",
      attributes: { PartName: `/${path}`, ContentType: type },
      children: [],
    }));
    this.put(contentTypesPath, partText({ ...types, children: [...told, ...added] }));
    return this.#parts;
  }
}

function freshFolder(paths: readonly string[]): string {
  let folder = "word/tomoni";
  while (paths.some((path) => path.startsWith(`${folder}/`))) folder += "1";
  return folder;
}

/** Charts are set in the template's types. */
function withoutFonts(path: string, content: string | Uint8Array): string | Uint8Array {
  return typeof content === "string" && /charts\/[^/]+\.xml$/.test(path)
    ? content.replaceAll(/<a:(?:latin|ea|cs) typeface="[^"]*"\/>/g, "")
    : content;
}
