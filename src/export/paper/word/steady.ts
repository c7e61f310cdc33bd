import { zipSync, type Zippable } from "fflate";
import { fixedArchive } from "../../fixed-archive.ts";
import type { PackedFiles } from "./packed-files.ts";

/**
 * What a Word file holds, without chance: relations named in the order in which they are met in place of by lot, and the sheets
 * behind the charts dated alike. Relations are local to their file, so a name given once may serve everywhere.
 */
export function steady(packed: PackedFiles): PackedFiles {
  const links = counter();
  const given = (name: string) => `rIdLink${links(name)}`;
  return new Map([...packed].map(([path, content]) => [path, steadyFile(path, content, given)]));
}

/** The Word file itself: the same parts give the same bytes. */
export function archived(files: PackedFiles): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  for (const [path, content] of files)
    parts[path] = [
      typeof content === "string" ? Buffer.from(content) : content,
      { level: path.endsWith(".xlsx") ? 0 : quick },
    ];
  return fixedArchive(new Uint8Array(zipSync(parts, { mtime: firstDay, level: quick })));
}

/** A little less small than it could be, for half the time, which is the reader's. */
const quick = 3;

/** Any day will do, since `fixedArchive` writes its own; ZIP knows none before 1980. */
const firstDay = "1980-01-02T00:00:00Z";

function steadyFile(path: string, content: string | Uint8Array, given: (name: string) => string) {
  if (typeof content !== "string") return path.endsWith(".xlsx") ? fixedArchive(new Uint8Array(content)) : content;
  return countedAnew(content.replaceAll(/rId[a-z0-9_-]{15,}/g, given));
}

/** Bookmarks, headings and drawings are numbered on through the life of the program; here they begin with 1 in every file. */
function countedAnew(text: string): string {
  const [bookmarks, headings, drawings] = [counter(), counter(), counter()];
  return text
    .replaceAll(
      /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g,
      (_, before: string, n: string) => before + bookmarks(n),
    )
    .replaceAll(/\b_Toc(\d+)\b/g, (_, n: string) => `_Toc${headings(n)}`)
    .replaceAll(/(<wp:docPr id=")(\d+)/g, (_, before: string, n: string) => before + drawings(n));
}

/** Numbers in the order in which names are met, the same for the same name. */
function counter(): (name: string) => number {
  const known = new Map<string, number>();
  return (name) => {
    const number = known.get(name) ?? known.size + 1;
    known.set(name, number);
    return number;
  };
}
