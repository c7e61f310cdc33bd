import type { Tx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";

/** Passkey (パスキー): a key on a device of the person, unlocked there by a PIN, a finger or a face. Only its public half is here. */
export interface Passkey {
  readonly id: string;
  readonly personId: string;
  /** base64url, as the browser writes it. */
  readonly credentialId: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** How often it was used, as far as the device counts. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** The site's host for which it was made. */
  readonly host: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export async function passkeysOf(db: CityDb, personId: string): Promise<Passkey[]> {
  return (await selectPasskeys(db).where("person_id", "=", personId).orderBy("created_at").execute()).map(passkeyOf);
}

export async function passkeyByCredential(db: CityDb, credentialId: string): Promise<Passkey | undefined> {
  const row = await selectPasskeys(db).where("credential_id", "=", credentialId).executeTakeFirst();
  return row && passkeyOf(row);
}

/** Whether anyone has a passkey for this host. */
export async function anyPasskey(db: CityDb, host: string): Promise<boolean> {
  return (
    (await db.selectFrom("passkey").where("host", "=", host).select("id").limit(1).executeTakeFirst()) !== undefined
  );
}

function selectPasskeys(db: CityDb) {
  return db.selectFrom("passkey").selectAll();
}

function passkeyOf(row: Awaited<ReturnType<ReturnType<typeof selectPasskeys>["execute"]>>[number]): Passkey {
  const { transports } = row;
  return {
    id: row.id,
    personId: row.person_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: Array.isArray(transports) ? transports.filter((each) => typeof each === "string") : [],
    host: row.host,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}

/** @returns false when the credential is registered already */
export async function insertPasskey(tx: Tx, passkey: Passkey): Promise<boolean> {
  const { id, personId, credentialId, publicKey, counter, transports, host, name, createdAt } = passkey;
  const row = await tx
    .insertInto("passkey")
    .values({
      id,
      person_id: personId,
      credential_id: credentialId,
      public_key: publicKey,
      counter,
      transports: JSON.stringify(transports),
      host,
      name,
      created_at: createdAt,
    })
    .onConflict((on) => on.column("credential_id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function touchPasskey(
  tx: Tx,
  { id, counter, at }: { readonly id: string; readonly counter: number; readonly at: Date },
): Promise<void> {
  await tx.updateTable("passkey").set({ counter, last_used_at: at }).where("id", "=", id).execute();
}

/** @returns its name; undefined when the person has none with this id */
export async function removePasskeyRow(tx: Tx, personId: string, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  const row = await tx
    .deleteFrom("passkey")
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .returning("name")
    .executeTakeFirst();
  return row?.name;
}
