import type { ReactNode } from "react";
import { namesIn } from "../../names-found.tsx";

const mostLines = 50;
/** Parts of a payload that are the city's own: whom to ask, and what programs read. */
const ownParts = new Set(["contact", "id", "occasionId", "nodeId", "slug", "planSlug", "hash", "mediaType", "kind"]);

/** Words in what is about to go public that probably name a person, or tell how to reach one. */
export function NamesFound({ payload }: { readonly payload: unknown }): ReactNode {
  const found = [...new Set(textsIn(payload).flatMap((text) => namesIn(text).map(({ inPlace }) => inPlace)))];
  return (
    <>
      <h3 className="mt-6 mb-2 text-[1.125rem]">人の名前や連絡先がないか</h3>
      {found.length === 0 ? <p>見つかりませんでした。</p> : <Found found={found} />}
    </>
  );
}

function Found({ found }: { readonly found: readonly string[] }): ReactNode {
  return (
    <>
      <p>
        人の名前や連絡先かもしれない言葉が{found.length}
        か所あります。市の連絡先なら、そのままでかまいません。そうでなければ、公開する前に書き直してください。
      </p>
      <ul className="mt-2 list-disc pl-6">
        {found.slice(0, mostLines).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {found.length > mostLines && <p>ほかに{found.length - mostLines}か所あります。</p>}
    </>
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return Object.entries(value).flatMap(([key, part]) => (ownParts.has(key) ? [] : textsIn(part)));
}
