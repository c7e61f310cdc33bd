import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { tokenHash, type LinkKind } from "../one-time-link.ts";

export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  readonly personId: string | null;
  readonly expiresAt: Date;
}

export interface NewLink extends Link {
  readonly token: string;
  readonly createdAt: Date;
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  const { id, kind, personId, token, createdAt, expiresAt } = link;
  await tx
    .insertInto("one_time_link")
    .values({
      id,
      kind,
      person_id: personId,
      token_hash: tokenHash(token),
      created_at: createdAt,
      expires_at: expiresAt,
    })
    .execute();
}

/** The link of a token, unless it was used or is over. In a transaction it is held until the end, so that it works once. */
export async function openLink(
  db: CityDb,
  token: string,
  at: { readonly now: Date; readonly hold?: boolean },
): Promise<Link | undefined> {
  const row = await db
    .selectFrom("one_time_link")
    .where("token_hash", "=", tokenHash(token))
    .where("used_at", "is", null)
    .where("expires_at", ">", at.now)
    .select(["id", "kind", "person_id", "expires_at"])
    .$if(at.hold === true, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { id: row.id, kind: row.kind as LinkKind, personId: row.person_id, expiresAt: row.expires_at }; // a check of the table holds the kind
}

/** No link of the person (or, for null, of the set-up) works any more. */
export async function closeLinks(tx: Tx, personId: string | null, at: Date): Promise<void> {
  await tx
    .updateTable("one_time_link")
    .set({ used_at: at })
    .where("person_id", personId === null ? "is" : "=", personId)
    .where("used_at", "is", null)
    .execute();
}

/** The person's invitation that still works, newest first. */
export async function openInvitation(
  db: CityDb,
  personId: string,
  now: Date,
): Promise<{ readonly expiresAt: Date } | undefined> {
  const row = await db
    .selectFrom("one_time_link")
    .where("person_id", "=", personId)
    .where("kind", "=", "invitation")
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .select("expires_at")
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  return row && { expiresAt: row.expires_at };
}

/** How many links of a kind the person was sent since a moment. */
export async function linksSince(
  tx: Tx,
  input: { readonly personId: string; readonly kind: LinkKind; readonly since: Date },
): Promise<number> {
  const row = await tx
    .selectFrom("one_time_link")
    .where("person_id", "=", input.personId)
    .where("kind", "=", input.kind)
    .where("created_at", ">", input.since)
    .select((on) => on.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}
