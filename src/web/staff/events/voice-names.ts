import type { Ctx } from "#domain/audit/index.ts";
import { listOccasions, mayReadVoices, topicNames, voiceNumbers } from "#domain/voices/index.ts";
import { addressOf as deskAddress } from "../desk/addresses.ts";
import { addressOf as voiceAddress } from "../voices/addresses.ts";
import type { Entries } from "./reference-words.ts";

interface LedgerIds {
  readonly occasions: readonly string[];
  readonly voices: readonly string[];
  readonly topics: readonly string[];
}

/** What the trail points at in the ledger of voices: numbers and 意見の概要, never words of a sender. */
export async function ledgerNamesIn(ctx: Ctx, { occasions, voices, topics }: LedgerIds): Promise<Entries> {
  if (!mayReadVoices(ctx.actor) || occasions.length + voices.length + topics.length === 0) return [];
  const held = (await listOccasions(ctx)).filter(({ id }) => occasions.includes(id));
  return [
    ...held.map(({ id, title }) => [id, { words: title }] as const),
    ...[...(await voiceNumbers(ctx, voices))].map(
      ([id, number]) => [id, { words: `意見 ${number}`, href: voiceAddress.voice(number) }] as const,
    ),
    ...[...(await topicNames(ctx, topics))].map(([id, words]) => [id, { words, href: deskAddress.topic(id) }] as const),
  ];
}
