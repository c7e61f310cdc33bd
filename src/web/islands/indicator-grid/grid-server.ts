import type { GridAnswer, SentCell } from "./protocol.ts";

type Send = (address: string, init: RequestInit) => Promise<Response>;

/** Sends the cells of the grid with the reason for corrections, and answers also when the network or the sign-in has ended. */
export async function sendCells(
  send: Send,
  {
    address,
    reason,
    cells,
  }: { readonly address: string; readonly reason: string; readonly cells: readonly SentCell[] },
): Promise<GridAnswer> {
  const body = new FormData();
  body.set("cells", JSON.stringify(cells));
  body.set("reason", reason);
  const headers = { accept: "application/json" };
  const response = await send(address, { method: "POST", body, headers }).catch(() => undefined);
  if (response?.headers.get("content-type")?.startsWith("application/json"))
    return response.json() as Promise<GridAnswer>; // our own server, which shares the type
  return { ok: false, message: whatHappened(response), remedy: "入力はこの画面に残っています。", cells: [] };
}

function whatHappened(response: Response | undefined): string {
  if (!response) return "サーバーに届きませんでした。通信を確かめて、もう一度保存してください。";
  if (response.redirected)
    return "サインインの期限が切れました。別のタブでサインインしてから、もう一度保存してください。";
  return response.status === 403
    ? "この操作をする権限がありません。"
    : "保存できませんでした。もう一度お試しください。";
}
