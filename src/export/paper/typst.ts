import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inProject } from "#platform/files/project.ts";

/** What one Typst run is given: the files it sees and the fonts it sets with. No other file, font or package is reachable. */
export interface TypstInput {
  /** Contents by path, among them /paper.typ where it begins. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly fonts: readonly Font[];
}

export interface Font {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A PDF and, where the maker tells, how many pages it has. */
export interface SetPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

const require = createRequire(import.meta.url);
const main = "/paper.typ";

/** The two regular cuts of BIZ UDPGothic (SIL Open Font License 1.1), whole and with all of their signs. */
export async function paperFonts(): Promise<Font[]> {
  const folder = dirname(require.resolve("@expo-google-fonts/biz-udpgothic/package.json"));
  const paths = ["400Regular/BIZUDPGothic_400Regular.ttf", "700Bold/BIZUDPGothic_700Bold.ttf"];
  return Promise.all(
    paths.map(async (name) => ({ path: join(folder, name), bytes: await readFile(join(folder, name)) })),
  );
}

/** The template's files by the paths that Typst sees. */
export async function templateFiles(): Promise<Map<string, Uint8Array>> {
  const names = ["paper.typ", "look.typ", "blocks.typ", "spread.typ", "tree.typ"];
  const read = names.map(async (name): Promise<[string, Uint8Array]> => [
    `/${name}`,
    await readFile(inProject("src/export/paper/typst", name)),
  ]);
  return new Map(await Promise.all(read));
}

/**
 * Sets a PDF: by Typst's own binary where the platform has one (tagged, PDF/UA-1), elsewhere by its portable build (tagged).
 * @param portable forces the portable build
 */
export async function setPdf(input: TypstInput, portable = false): Promise<SetPdf> {
  const native = portable ? undefined : nativeCompiler();
  return native ? setNatively(native, input) : setPortably(input);
}

interface NativeCompiler {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): NativeResult;
  pdf(document: unknown, options: { pdfStandard: string; creationTimestamp: number }): Buffer;
  fetchDiagnostics(error: unknown): readonly { readonly message: string }[];
}

interface NativeResult {
  readonly result: { readonly numOfPages: number } | null;
  hasError(): boolean;
  takeDiagnostics(): unknown;
}

interface NativeModule {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: readonly { fontPaths: readonly string[] }[] }): NativeCompiler;
  };
}

/** The platform's binary, or undefined where none was installed or it does not load. */
function nativeCompiler(): NativeModule | undefined {
  for (const libc of ["gnu", "musl"]) {
    try {
      return require(`@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`) as NativeModule; // its .node file has no types
    } catch {
      // the other library's binary, or another platform
    }
  }
  return undefined;
}

function setNatively({ NodeCompiler }: NativeModule, { files, fonts }: TypstInput): SetPdf {
  const compiler = NodeCompiler.create({
    workspace: "/",
    fontArgs: [{ fontPaths: fonts.map((font) => font.path) }],
  });
  for (const [path, content] of files) compiler.mapShadow(path, Buffer.from(content));
  const done = compiler.compile({ mainFilePath: main });
  if (done.hasError() || !done.result)
    throw new Error(`Typst: ${wordsOf(compiler.fetchDiagnostics(done.takeDiagnostics()))}`);
  const bytes = compiler.pdf(done.result, { pdfStandard: "ua-1", creationTimestamp: 0 });
  return { bytes: new Uint8Array(bytes), pages: done.result.numOfPages };
}

function wordsOf(faults: unknown): string {
  return JSON.stringify(faults).slice(0, 500);
}

async function setPortably({ files, fonts }: TypstInput): Promise<SetPdf> {
  const portable = await import("@myriaddreamin/typst-ts-web-compiler");
  const wasm = require.resolve("@myriaddreamin/typst-ts-web-compiler/wasm");
  await portable.default({ module_or_path: await readFile(wasm) });
  const builder = new portable.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font.bytes);
  const compiler = await builder.build();
  for (const [path, content] of files) compiler.map_shadow(path, content);
  const done = compiler.compile(main, [], "pdf", 2) as { result?: Uint8Array; diagnostics?: unknown }; // typed any by its maker
  if (!done.result) throw new Error(`Typst: ${wordsOf(done.diagnostics)}`);
  const bytes = new Uint8Array(done.result);
  return { bytes, pages: pagesOf(bytes) };
}

/** Pages counted in the file itself: every page is an object of type Page. */
function pagesOf(bytes: Uint8Array): number {
  return [
    ...Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/\/Type\s*\/Page\b/g),
  ].length;
}
