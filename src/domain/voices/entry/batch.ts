import { folded } from "#kernel/folding.ts";
import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { ageBands, senderKinds } from "../channel.ts";
import { entryFault } from "../entry-fault.ts";
import type { VoiceEntry } from "../voice.ts";
import { entryRefusals } from "./labels.ts";

/** Ways by which a paper comes (受付の方法). */
export const paperWays = ["post", "fax", "mail", "counter", "venue"] as const;

export type PaperWay = (typeof paperWays)[number];

/** 入力中 → 読み合わせ中 → 台帳に登録済み, or 取りやめ. */
export const batchStates = ["entering", "reading", "taken", "dropped"] as const;

export type BatchState = (typeof batchStates)[number];

/** Batch (まとめ入力): papers typed by one person and compared by another, or a file, taken into the ledger at once. */
export interface VoiceBatch {
  readonly id: string;
  readonly occasionId: string;
  readonly kind: "paper" | "file";
  readonly title: string;
  readonly state: BatchState;
  readonly enteredBy: string | null;
  readonly enteredAt: Date;
  readonly checkedBy: string | null;
  readonly checkedAt: Date | null;
  readonly version: number;
  /** Sheets that are kept with it, and how many of them were compared with the paper. */
  readonly sheets: number;
  readonly read: number;
}

/** What is typed of one paper. */
export interface SheetWords {
  readonly entry: VoiceEntry;
  readonly way: PaperWay;
  /** YYYY-MM-DD */
  readonly receivedOn: string;
}

/** Sheet (用紙): a draft of a voice until its batch is taken. */
export interface PaperSheet extends SheetWords {
  readonly id: string;
  readonly batchId: string;
  /** 整理番号 */
  readonly position: number;
  readonly receipt: string;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  readonly version: number;
  readonly correctedBy: string | null;
  readonly correctedAt: Date | null;
  readonly readBy: string | null;
  readonly readAt: Date | null;
  readonly voiceId: string | null;
}

/** The most sheets of one batch: as many as one transaction takes, and two people compare in a day. */
export const mostSheets = 300;

/** What is wrong with a sheet as it was typed. */
export function sheetFault({ entry, receivedOn }: SheetWords, today: string): Refusal | undefined {
  if (!isDay(receivedOn)) return entryRefusals.receivedOnWrong;
  if (receivedOn > today) return entryRefusals.receivedOnLater;
  if (entry.ageBand !== "" && !isOf(ageBands, entry.ageBand)) return entryRefusals.unknownChoice;
  if (entry.senderKind !== "" && !isOf(senderKinds, entry.senderKind)) return entryRefusals.unknownChoice;
  return entryFault(entry);
}

function isOf(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

/** Another sheet of the batch with the same words: the same paper typed twice, or the same words sent by many. */
export function sameWords(sheet: PaperSheet, others: readonly PaperSheet[]): PaperSheet | undefined {
  const words = folded(sheet.entry.text);
  return others.find((other) => other.id !== sheet.id && folded(other.entry.text) === words);
}

/** The fields in which two readings of a paper differ: what a correction changed. */
export function changedFields(before: SheetWords, after: SheetWords): string[] {
  const flat = ({ entry: { sender, ...entry }, ...rest }: SheetWords) => ({ ...entry, ...sender, ...rest });
  const old = new Map(Object.entries(flat(before)));
  return Object.entries(flat(after)).flatMap(([field, value]) => (old.get(field) === value ? [] : [field]));
}

/** Why a batch cannot be taken into the ledger yet. */
export function takingFault({ state }: VoiceBatch, sheets: readonly PaperSheet[]): Refusal | undefined {
  if (state !== "reading") return entryRefusals.notReading;
  const unread = sheets.filter(({ readBy }) => readBy === null).length;
  return unread > 0 ? unreadSheets(unread) : undefined;
}

function unreadSheets(count: number): Refusal {
  return {
    code: "unreadSheets",
    message: `読み合わせの済んでいない用紙が${count}枚あります。`,
    remedy: "すべての用紙を紙と読み合わせてから、台帳に登録してください。",
  };
}
