import type { Tx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import { voiceWhere } from "../store/reading.ts";
import type { Voice } from "../voice.ts";

/** @throws NotFound when there is no voice with this id */
export async function heldVoice(tx: Tx, id: string): Promise<Voice> {
  const voice = isId(id) ? await voiceWhere(tx, { id }) : undefined;
  if (!voice) throw new NotFound(`voice ${id}`);
  return voice;
}
