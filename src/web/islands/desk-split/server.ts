import type { DeskAnswer, DeskSplitProps, TopicChoice } from "./protocol.ts";

type Fields = readonly (readonly [string, string])[];

/** Sends an act. @returns undefined when the server could not be reached or gave no answer */
export async function sendAct({ acts, edition }: DeskSplitProps, fields: Fields): Promise<DeskAnswer | undefined> {
  const body = new FormData();
  body.set("edition", String(edition));
  for (const [name, value] of fields) body.append(name, value);
  try {
    const response = await fetch(acts, { method: "POST", body, headers: { accept: "application/json" } });
    const isAnswer = response.headers.get("content-type")?.includes("application/json");
    return isAnswer ? ((await response.json()) as DeskAnswer) : undefined; // written by our own route
  } catch {
    return undefined;
  }
}

/** Topics like marked words, or with typed words in them; none when the server could not be reached. */
export async function askTopics(address: string, by: "words" | "find", words: string): Promise<readonly TopicChoice[]> {
  try {
    const response = await fetch(`${address}&${by}=${encodeURIComponent(words.slice(0, 300))}`);
    return response.ok ? ((await response.json()) as TopicChoice[]) : []; // written by our own route
  } catch {
    return [];
  }
}
