import type { RichInline } from "./model.ts";

/** Neighbouring inlines that stand under one reading, or under none. */
export interface RubyGroup {
  readonly reading?: string;
  readonly inlines: readonly RichInline[];
}

/** The reading that a line's inline stands under (ルビ); undefined for most. */
export function readingOf(inline: RichInline): string | undefined {
  if (inline.type !== "text") return undefined;
  for (const mark of inline.marks ?? []) if (mark.type === "ruby") return mark.attrs.reading;
  return undefined;
}

/** A line in groups, since one reading may stand over words of which only some are bold. */
export function rubyGroups(content: readonly RichInline[] = []): RubyGroup[] {
  const groups: RubyGroup[] = [];
  for (const inline of content) {
    const reading = readingOf(inline);
    const last = groups.at(-1);
    if (last && last.reading === reading) groups[groups.length - 1] = { ...last, inlines: [...last.inlines, inline] };
    else groups.push({ ...(reading !== undefined && { reading }), inlines: [inline] });
  }
  return groups;
}
