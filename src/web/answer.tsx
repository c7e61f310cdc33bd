import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { NoticeKey } from "#web/ui/notices.ts";

/** A page as HTML. Status 422 for a refused form, with the entered values kept. */
export function page(element: ReactElement, status = 200): Response {
  const html = `<!doctype html>${renderToStaticMarkup(element)}`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

/** On to another page after a write (303), with a short notice there. */
export function onwards(path: string, notice?: NoticeKey): Response {
  const join = path.includes("?") ? "&" : "?";
  const [address = path, fragment] = path.split("#");
  const location = notice ? `${address}${join}notice=${notice}${fragment ? `#${fragment}` : ""}` : path;
  return new Response(null, { status: 303, headers: { location } });
}

/** A file to keep. The name may be Japanese (RFC 6266 / 8187). */
export function download(body: string | Uint8Array<ArrayBuffer>, name: string, mediaType: string): Response {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(body, { headers: { "content-type": mediaType, "content-disposition": disposition } });
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
  });
}
