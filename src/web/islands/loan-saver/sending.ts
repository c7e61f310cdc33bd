import type { Draft } from "../unsaved-changes/draft.ts";
import type { KeptPlace, SaveAnswer } from "./protocol.ts";

/** What became of a save that was sent. */
export type Sent =
  | { readonly kind: "saved"; readonly saveNumber: number; readonly savedAt: string }
  | ({ readonly kind: "kept" } & KeptPlace)
  | { readonly kind: "refused"; readonly message: string }
  /** No connection; the server has trouble; the sign-in ended; nobody may write here any more. */
  | { readonly kind: "offline" | "trouble" | "signedOut" | "gone" };

const patience = 20_000; // milliseconds

export async function sendSave(action: string, { entries }: Draft): Promise<Sent> {
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  const request = { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(patience) } as const;
  const answer = await fetch(action, request).catch(() => undefined);
  if (!answer) return { kind: "offline" };
  if (answer.type === "opaqueredirect") return { kind: "signedOut" };
  if (answer.status === 403 || answer.status === 404) return { kind: "gone" };
  const told = await readAnswer(answer);
  if (!told) return { kind: "trouble" };
  if (!told.ok) return { kind: "refused", message: `${told.message}${told.remedy}` };
  return told.kept
    ? { kind: "kept", ...told.kept }
    : { kind: "saved", saveNumber: told.saveNumber, savedAt: told.savedAt };
}

async function readAnswer(answer: Response): Promise<SaveAnswer | undefined> {
  if (!answer.headers.get("content-type")?.includes("application/json")) return undefined;
  return (await answer.json().catch(() => undefined)) as SaveAnswer | undefined; // written by our own route
}
