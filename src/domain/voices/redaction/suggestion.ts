import type { Sender } from "../voice.ts";
import type { Mark } from "./mark.ts";
import { surnameOf } from "./names.ts";
import { patterns } from "./patterns.ts";
import { plain } from "./plain.ts";

/**
 * What probably must not go public in a text: found by patterns, and the sender's own name, address, numbers and organisation wherever
 * they stand. A suggestion only: a person decides, and another one looks at it.
 */
export function suggestedMarks(text: string, sender: Sender): Mark[] {
  const read = plain(text);
  const found = patterns.flatMap(({ kind, pattern, isIt = () => true }) =>
    [...read.matchAll(pattern)].flatMap((match): Mark[] => {
      const it = match.groups?.["it"] ?? match[0];
      if (it === "" || !isIt(it)) return [];
      const start = match.index + (match.groups?.["it"] === undefined ? 0 : match[0].lastIndexOf(it));
      return [{ kind, start, end: start + it.length }];
    }),
  );
  return withoutOverlap([...found, ...ownMarks(read, sender)]);
}

/** Where the sender's own data stand, whatever spaces or hyphens are between their characters. */
function ownMarks(read: string, { name, organisation, address, phone, email }: Sender): Mark[] {
  const words = [name, surnameOf(name) ?? "", organisation, address, streetOf(address), email].map((each) =>
    plain(each),
  );
  const numbers = [phone.normalize("NFKC").replace(/\D/g, "")];
  return [
    ...words
      .filter((each) => each.trim().length >= 2)
      .map((each) => spelled([...each.replace(/\s/g, "")], String.raw`\s?`)),
    ...numbers.filter((each) => each.length >= 6).map((each) => spelled([...each], "[-() ]{0,2}")),
  ].flatMap((pattern) =>
    [...read.matchAll(pattern)].map((match): Mark => ({
      kind: "sender",
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** 「見本市中央1-2-3」 without its city: people leave that out. */
function streetOf(address: string): string {
  return /(?:[市区町村])(?<street>[^市区町村].*\d.*)$/u.exec(address)?.groups?.["street"] ?? "";
}

function spelled(letters: readonly string[], between: string): RegExp {
  const escaped = letters.map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return new RegExp(escaped.join(between), "giu");
}

/** Marks in their order; of those that overlap, one that reaches over both, called by the longer. */
function withoutOverlap(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (!last || mark.start >= last.end) kept.push(mark);
    else if (mark.end > last.end) {
      const kind = mark.end - mark.start > last.end - last.start ? mark.kind : last.kind;
      kept[kept.length - 1] = { kind, start: last.start, end: mark.end };
    }
  }
  return kept;
}
