import { posix } from "node:path";
import { contentTypesPath } from "../word-reading/macros.ts";
import { WordRefused, wordRefusals } from "../word-reading/refusals.ts";
import { elementsIn, xmlOf, type XmlElement } from "../word-reading/xml.ts";

/** The parts of a Word file by their paths. */
export type Parts = Readonly<Record<string, Uint8Array | string>>;

export function textOf(parts: Parts, path: string): string {
  const content = parts[path] ?? "";
  return typeof content === "string" ? content : Buffer.from(content).toString("utf8");
}

/** The root of a part; undefined where there is none. @throws WordRefused when the part declares what office programs never do */
export function rootOf(parts: Parts, path: string): XmlElement | undefined {
  if (parts[path] === undefined) return undefined;
  const text = textOf(parts, path);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 4_096))) throw new WordRefused(wordRefusals.corrupt);
  return xmlOf(text);
}

/** A relation of a part to another, or to something outside. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: 「header」「image」. */
  readonly kind: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** Where the relations of a part stand; of the whole file for "". */
export function relationsPath(part: string): string {
  return posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
}

export function relationsOf(parts: Parts, part: string): Relation[] {
  const root = rootOf(parts, relationsPath(part));
  return elementsIn(root ?? { name: "", attributes: {}, children: [] }).map(({ attributes }) => {
    const type = attributes["Type"] ?? "";
    return {
      id: attributes["Id"] ?? "",
      kind: type.slice(type.lastIndexOf("/") + 1),
      type,
      target: attributes["Target"] ?? "",
      isExternal: attributes["TargetMode"] === "External",
    };
  });
}

/** The path of the part that a relation of `part` leads to. */
export function targetOf(part: string, { target }: Pick<Relation, "target">): string {
  return target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(part), target);
}

/** The part that another is related to in a way, the first of them. */
export function partOfKind(parts: Parts, part: string, kind: string): string | undefined {
  const relation = relationsOf(parts, part).find((each) => each.kind === kind && !each.isExternal);
  const path = relation && targetOf(part, relation);
  return path !== undefined && parts[path] !== undefined ? path : undefined;
}

/** The root of that part. */
export function rootOfKind(parts: Parts, part: string, kind: string): XmlElement | undefined {
  const path = partOfKind(parts, part, kind);
  return path === undefined ? undefined : rootOf(parts, path);
}

/** The kinds (media types) of a file's parts. */
export interface ContentTypes {
  readonly defaults: ReadonlyMap<string, string>;
  readonly overrides: ReadonlyMap<string, string>;
}

export function contentTypesOf(parts: Parts): ContentTypes {
  const all = elementsIn(rootOf(parts, contentTypesPath) ?? { name: "", attributes: {}, children: [] });
  const typed = (name: string, key: string) =>
    new Map(
      all
        .filter((each) => each.name === name)
        .map(({ attributes }) => [attributes[key] ?? "", attributes["ContentType"] ?? ""]),
    );
  const defaults = [...typed("Default", "Extension")].map(([ending, type]) => [ending.toLowerCase(), type] as const);
  return { defaults: new Map(defaults), overrides: typed("Override", "PartName") };
}

export function contentTypeOf({ defaults, overrides }: ContentTypes, path: string): string | undefined {
  return overrides.get(`/${path}`) ?? defaults.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}
