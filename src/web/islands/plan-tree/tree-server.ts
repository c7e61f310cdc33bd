import type { Act, ActAnswer, Branch, Match } from "./protocol.ts";

/** What the tree asks of its server. */
export interface TreeServer {
  /** The branches of these nodes; `null` is the plan itself. */
  readonly branches: (parents: readonly (string | null)[]) => Promise<readonly Branch[]>;
  /** Does an act; `loaded` are branches whose nodes it may have touched and that are on the screen. */
  readonly act: (act: Act, loaded: readonly (string | null)[]) => Promise<ActAnswer>;
  readonly matches: (query: string) => Promise<readonly Match[]>;
}

/** The server did not answer as agreed: the network is down, the sign-in has ended, or it failed. */
export class NoAnswer extends Error {}

type Send = (address: string, init: RequestInit) => Promise<Response>;

/** Talks to the server of the page over its own addresses. */
export function treeServer(slug: string, send: Send): TreeServer {
  const read = <T>(address: string) => answerOf<T>(send(address, { headers: asked }));
  const base = `/staff/plans/${encodeURIComponent(slug)}/tree`;
  return {
    branches: (parents) =>
      read<readonly Branch[]>(`${base}/children?${parents.map((id) => `parent=${id ?? ""}`).join("&")}`),
    matches: (query) => read<readonly Match[]>(`${base}/matches?q=${encodeURIComponent(query)}`),
    act: (act, loaded) =>
      answerOf<ActAnswer>(send(`${base}/${act.kind}`, { method: "POST", body: formOf(act, loaded), headers: asked })),
  };
}

const asked = { accept: "application/json" };

async function answerOf<T>(request: Promise<Response>): Promise<T> {
  const response = await request.catch(() => undefined);
  if (!response) throw new NoAnswer("サーバーに届きませんでした。通信を確かめて、もう一度お試しください。");
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (isJson) return response.json() as Promise<T>; // our own server, which shares the types
  if (response.redirected)
    throw new NoAnswer("サインインの期限が切れました。ページを開き直してサインインしてください。");
  if (response.status === 403) throw new NoAnswer("この操作をする権限がありません。");
  throw new NoAnswer("処理を完了できませんでした。ページを開き直してお試しください。");
}

function formOf(act: Act, loaded: readonly (string | null)[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(act)) if (name !== "kind" && value !== null) form.set(name, String(value));
  for (const id of loaded) form.append("loaded", id ?? "");
  return form;
}
