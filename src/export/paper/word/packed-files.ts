import { Packer, type Document } from "docx";

/** The files within a Word file by their paths, texts and bytes. */
export type PackedFiles = ReadonlyMap<string, string | Uint8Array>;

type Override = NonNullable<Parameters<typeof Packer.pack>[3]>[number];

interface Compiler {
  compile(document: Document, prettify: undefined, overrides: readonly Override[]): PackedFiles;
}

/**
 * What `docx` puts into a Word file, before it packs it: to pack it there, unpack it again to take chance out and pack it once more
 * took a tenth of the whole. The library keeps this step to itself, so it is looked for.
 */
export function packedFiles(document: Document, overrides: readonly Override[]): PackedFiles {
  const compiler: unknown = Reflect.get(Packer, "compiler");
  if (!isCompiler(compiler)) throw new Error("this version of docx has no compiler to be asked");
  return compiler.compile(document, undefined, overrides);
}

function isCompiler(value: unknown): value is Compiler {
  return typeof value === "object" && value !== null && "compile" in value && typeof value.compile === "function";
}
