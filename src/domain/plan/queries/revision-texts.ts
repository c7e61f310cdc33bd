import type { Ctx } from "#domain/audit/index.ts";
import { plainText } from "#kernel/rich-text.ts";
import { nodeFieldLabels } from "../labels.ts";
import { nodeFieldKeys, type NodeFieldKey } from "../snapshot.ts";
import { revisionContents } from "../store/revisions.ts";

/** A revision of a node: which node, and the number of the save. */
export interface RevisionPlace {
  readonly nodeId: string;
  readonly number: number;
}

/** The words of a node as they stood after a save: its title and the fields of its page as plain lines. */
export interface RevisionText {
  readonly code: string;
  readonly title: string;
  /** By field key; `title` among them. */
  readonly fields: Readonly<Record<string, string>>;
}

export function revisionKey({ nodeId, number }: RevisionPlace): string {
  return `${nodeId} ${number}`;
}

/** The words of revisions, by `revisionKey`; one that is not there, or was erased, is left out. */
export async function revisionTexts(
  ctx: Pick<Ctx, "db">,
  places: readonly RevisionPlace[],
): Promise<ReadonlyMap<string, RevisionText>> {
  const contents = await revisionContents(ctx.db, places);
  return new Map(
    contents.map(({ content: { code, title, fields }, ...place }) => {
      const texts = nodeFieldKeys.map((key) => [key, fields[key] ? plainText(fields[key]) : ""]);
      return [revisionKey(place), { code, title, fields: { title, ...Object.fromEntries(texts) } }];
    }),
  );
}

/** Fields whose words an answer can change: the title and the fields of the page, with their headings. */
export const textFieldLabels: Readonly<Record<"title" | NodeFieldKey, string>> = { title: "名前", ...nodeFieldLabels };
