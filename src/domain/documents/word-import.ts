import { z } from "zod";
import { emptyRichText, isEmptyRichText, plainText, richTextSchema, type RichText } from "#kernel/rich-text.ts";
import type { Refusal } from "#kernel/result.ts";
import { sectionName, type OutlineSection } from "./section.ts";
import { textKeysOf } from "./section-texts.ts";

/** What is told of a Word import without what was read of the file. */
export interface WordImportHead {
  readonly id: string;
  readonly planId: string;
  /** The section or chapter where it was handed in; null for the whole manuscript. */
  readonly sectionId: string | null;
  /** Texts that come back, or a plan whose chapters become sections. */
  readonly kind: "texts" | "outline";
  readonly fileId: string;
  readonly fileName: string;
  readonly isErased: boolean;
  readonly state: "open" | "applied" | "abandoned";
  readonly summary: WordSummary;
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** Word import (Wordの読み込み): a Word file that was handed in for a manuscript. Its original is kept as it came. */
export interface WordImport extends WordImportHead {
  /** Undefined after an erasure, and where what was kept of it can't be understood: then it can only be ended and erased. */
  readonly reading: ReadDocument | undefined;
}

/** How much of a file was taken. */
export type WordSummary = Readonly<Record<string, number>>;

/** A Word document as it was read: by its headings, with the marks that a file of ours carries. */
export interface ReadDocument {
  readonly sections: readonly ReadSection[];
  /** What was not understood, with its place. */
  readonly report: readonly string[];
  /** The manuscript that a file of ours was made from. */
  readonly origin?: { readonly plan: string; readonly name: string } | undefined;
}

interface ReadSection {
  /** 1 to 3 by its heading; 0 is what stands before the first. */
  readonly depth: number;
  readonly title: string;
  readonly body: RichText;
  readonly mark?: TextMark | undefined;
}

/** Which text of a manuscript stands under a heading, as which version it went out, and what the heading was. */
interface TextMark {
  readonly section: string;
  readonly key: string;
  readonly version: number;
  readonly title: string;
}

const markSchema = z.object({
  section: z.string(),
  key: z.string(),
  version: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  title: z.string(),
});

export const readDocumentSchema: z.ZodType<ReadDocument> = z.object({
  sections: z.array(
    z.object({
      depth: z.int().min(0).max(3),
      title: z.string(),
      body: richTextSchema,
      mark: markSchema.optional(),
    }),
  ),
  report: z.array(z.string()),
  origin: z.object({ plan: z.string(), name: z.string() }).optional(),
});

/** A text of a section as a Word file has it. */
export interface HandedText {
  readonly section: OutlineSection;
  readonly key: string;
  /** The version of the section's texts that the file was made from; undefined in a file without marks. */
  readonly version: number | undefined;
  readonly text: RichText;
}

/** What a Word file has for some sections, and what of it is passed over, in words. */
export interface HandedTexts {
  readonly texts: readonly HandedText[];
  readonly told: readonly string[];
}

type Scope = readonly OutlineSection[];

/** Why a file of ours is of no use for these sections, if it is: another plan, or sections that are not here. */
export function originFault(
  { origin, sections }: ReadDocument,
  { planId, scope }: { readonly planId: string; readonly scope: Scope },
): Refusal | undefined {
  const marks = sections.flatMap(({ mark }) => mark ?? []);
  if (marks.length === 0) return undefined;
  const chosen = "その計画の原稿を開いて、読み込んでください。";
  if (origin && origin.plan !== planId)
    return {
      code: "otherPlan",
      message: `この文書は「${origin.name}」の原稿から作られたものなので、ここには読み込めません。`,
      remedy: chosen,
    };
  if (marks.some((mark) => scope.some(({ id }) => id === mark.section))) return undefined;
  return {
    code: "otherSection",
    message: `この文書は「${marks[0]?.title ?? ""}」から作られたものなので、ここには読み込めません。`,
    remedy: "その章か節のページを開いて、読み込んでください。",
  };
}

/** Whether a file carries marks of ours. */
export function isMarked({ sections }: ReadDocument): boolean {
  return sections.some(({ mark }) => mark !== undefined);
}

/** The texts of a file of ours. What stands under headings that we do not know goes on with the text before. */
export function markedTexts(document: ReadDocument, scope: Scope): HandedTexts {
  const told: string[] = [];
  const parts: { readonly head: ReadSection; body: RichText }[] = [];
  for (const read of document.sections) {
    const last = parts.at(-1);
    if (read.mark) parts.push({ head: read, body: read.body });
    else if (last) {
      last.body = joined(last.body, read);
      told.push(`「${read.title}」は原稿にない見出しです。前の文章の中の見出しとして読みました。`);
    } else told.push(`はじめの見出しより前の「${beginning(read)}」は、どの節の文章でもないので、取り込みません。`);
  }
  const texts = parts.flatMap((part) => handedText(part, scope, told));
  const missing = scope.filter(({ id }) => !texts.some(({ section }) => section.id === id));
  if (texts.length > 0 && missing.length > 0)
    told.push(`文書になかった節は変えません：${missing.map(sectionName).join("、")}`);
  return { texts, told };
}

function handedText({ head, body }: { head: ReadSection; body: RichText }, scope: Scope, told: string[]): HandedText[] {
  const { mark, title } = head;
  if (!mark) return [];
  const section = scope.find(({ id }) => id === mark.section);
  if (!section) {
    told.push(`「${mark.title}」の文章は、ここの節のものではないので、取り込みません。`);
    return [];
  }
  if (title !== mark.title.trim())
    told.push(
      `見出し「${mark.title}」が「${title}」に直されていました。名前は取り込みません。節の名前を直す画面で直してください。`,
    );
  if (textKeysOf(section).includes(mark.key)) return [{ section, key: mark.key, version: mark.version, text: body }];
  if (!isEmptyRichText(body))
    told.push(`「${mark.title}」のすぐ下の「${beginning(head)}」は、どの欄の文章でもないので、取り込みません。`);
  return [];
}

/** A file without marks as one text: its headings are headings of the text. */
export function wholeText({ sections }: ReadDocument): RichText {
  return sections.reduce<RichText>((whole, read) => joined(whole, read), emptyRichText);
}

function joined(before: RichText, { depth, title, body }: ReadSection): RichText {
  const level = depth <= 1 ? 3 : 4;
  const heading = { type: "heading", attrs: { level }, content: [{ type: "text", text: title }] } as const;
  return { type: "doc", content: [...before.content, ...(title === "" ? [] : [heading]), ...body.content] };
}

function beginning({ title, body }: ReadSection): string {
  return `${title} ${plainText(body)}`.trim().replaceAll(/\s+/g, " ").slice(0, 30);
}
