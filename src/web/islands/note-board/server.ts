import type { BoardAnswer } from "./protocol.ts";
import type { Fields } from "./model.ts";

/** Sends an act. @returns undefined when the server could not be reached or gave no answer */
export async function sendAct(acts: string, fields: Fields): Promise<BoardAnswer | undefined> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  try {
    const response = await fetch(acts, { method: "POST", body, headers: { accept: "application/json" } });
    const isAnswer = response.headers.get("content-type")?.includes("application/json");
    return isAnswer ? ((await response.json()) as BoardAnswer) : undefined; // written by our own route
  } catch {
    return undefined;
  }
}
