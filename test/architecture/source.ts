import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { inProject } from "#platform/files/project.ts";

/** One source file as its structure: whom it imports and how long its functions are. */
export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Project paths (src/…) of what it imports, types among them; packages are named as they are. */
  readonly imports: readonly string[];
  readonly functions: readonly SourceFunction[];
}

export interface SourceFunction {
  readonly name: string;
  readonly lines: number;
}

/** Every TypeScript file below a folder, parsed. */
export function sourceFiles(folder: string): SourceFile[] {
  const names = readdirSync(inProject(folder), { recursive: true, encoding: "utf8" });
  const paths = names.filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return paths.sort().map((path) => sourceFile(path, readFileSync(inProject(path), "utf8")));
}

/** One file, given its text (so that a test can plant a violation). */
export function sourceFile(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const named = [...parsed.module.staticImports.map((each) => each.moduleRequest.value), ...reexports(parsed)];
  const dynamic = [...text.matchAll(/\bimport\("([^"]+)"\)/g)].map((match) => match[1] ?? "");
  const imports = [...new Set([...named, ...dynamic])].map((request) => resolveRequest(path, request));
  return { path, text, imports, functions: functionsOf(parsed.program, text) };
}

function reexports(parsed: ReturnType<typeof parseSync>): string[] {
  const entries = parsed.module.staticExports.flatMap((each) => each.entries);
  return entries.map((entry) => entry.moduleRequest?.value).filter((request) => request !== undefined);
}

function resolveRequest(from: string, request: string): string {
  if (request.startsWith("#")) return `src/${request.slice(1)}`;
  if (!request.startsWith(".")) return request;
  const parts = [...from.split("/").slice(0, -1), ...request.split("/")];
  const kept: string[] = [];
  for (const part of parts) {
    if (part === "..") kept.pop();
    else if (part !== ".") kept.push(part);
  }
  return kept.join("/");
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: { readonly name?: string } | null;
}

const functionTypes = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

function functionsOf(program: unknown, text: string): SourceFunction[] {
  const found: SourceFunction[] = [];
  const walk = (value: unknown, name: string): void => {
    if (Array.isArray(value)) return value.forEach((each) => walk(each, name));
    if (value === null || typeof value !== "object") return;
    const node = value as SyntaxNode & Record<string, unknown>; // the parser's tree: objects with a type
    const own = functionTypes.has(node.type);
    if (own) found.push({ name: node.id?.name ?? name, lines: text.slice(node.start, node.end).split("\n").length });
    const inner = node.type === "VariableDeclarator" ? (node.id?.name ?? name) : name;
    for (const [key, child] of Object.entries(node)) if (key !== "id" || own) walk(child, inner);
  };
  walk(program, "anonymous");
  return found;
}
