import type { CityDb } from "#platform/database/index.ts";

export interface SignedInQuestion {
  readonly token: string;
  readonly today: string;
  readonly now: Date;
  /** A sign-in not used since is over. */
  readonly usedAfter: Date;
}

export interface SignedInRow {
  readonly personId: string;
  readonly name: string;
  readonly hasSecondFactor: boolean;
  /** The way by which this sign-in was made asked for two factors itself. */
  readonly twoFactors: boolean;
  readonly usedAt: Date;
  readonly roles: readonly string[];
  readonly divisionIds: readonly string[];
  /** Whom the sign-in acts for today; roles and divisions are theirs. */
  readonly actingFor: { readonly id: string; readonly name: string } | undefined;
  /** The city's own decisions on second factors, by role. */
  readonly demands: Readonly<Record<string, string>>;
}

/** The person of an open sign-in with what holds today, in one query. */
export async function signedInRow(
  db: CityDb,
  { token, today, now, usedAfter }: SignedInQuestion,
): Promise<SignedInRow | undefined> {
  const row = await db
    .selectFrom("sign_in")
    .innerJoin("person", "person.id", "sign_in.person_id")
    .leftJoin("deputy", (join) =>
      join
        .onRef("deputy.id", "=", "sign_in.deputy_id")
        .onRef("deputy.deputy_id", "=", "sign_in.person_id")
        .on("deputy.from_on", "<=", today)
        .on("deputy.until_on", ">=", today),
    )
    .leftJoin("person as absent", (join) =>
      join
        .onRef("absent.id", "=", "deputy.person_id")
        .on((on) => on.or([on("absent.retired_on", "is", null), on("absent.retired_on", ">", today)])),
    )
    .where("sign_in.token", "=", token)
    .where("sign_in.expires_at", ">", now)
    .where("sign_in.updated_at", ">", usedAfter)
    .where((on) => on.or([on("person.retired_on", "is", null), on("person.retired_on", ">", today)]))
    .select(["person.id", "person.name", "person.two_factor_enabled", "sign_in.two_factors", "sign_in.updated_at"])
    .select(["absent.id as absent_id", "absent.name as absent_name"])
    .select((on) => [
      on
        .selectFrom("role_grant")
        .where((grant) => grant("role_grant.person_id", "=", grant.fn.coalesce("absent.id", "person.id")))
        .where("from_on", "<=", today)
        .where((span) => span.or([span("until_on", "is", null), span("until_on", ">=", today)]))
        .select((inner) => inner.fn.agg<string[]>("array_agg", ["role"]).as("all"))
        .as("roles"),
      on
        .selectFrom("post")
        .where((post) => post("post.person_id", "=", post.fn.coalesce("absent.id", "person.id")))
        .where("from_on", "<=", today)
        .where((span) => span.or([span("until_on", "is", null), span("until_on", ">=", today)]))
        .select((inner) => inner.fn.agg<string[]>("array_agg", ["division_id"]).as("all"))
        .as("division_ids"),
      on
        .selectFrom("second_factor_policy")
        .select((inner) => inner.fn.agg<Record<string, string>>("jsonb_object_agg", ["role", "demand"]).as("all"))
        .as("demands"),
    ])
    .executeTakeFirst();
  return (
    row && {
      personId: row.id,
      name: row.name,
      hasSecondFactor: row.two_factor_enabled,
      twoFactors: row.two_factors,
      usedAt: row.updated_at,
      roles: row.roles ?? [],
      divisionIds: [...new Set(row.division_ids ?? [])],
      actingFor: row.absent_id !== null ? { id: row.absent_id, name: row.absent_name ?? "" } : undefined,
      demands: row.demands ?? {},
    }
  );
}

/** Says that a sign-in was used just now. */
export async function touchSignIn(db: CityDb, token: string, at: Date): Promise<void> {
  await db.updateTable("sign_in").set({ updated_at: at }).where("token", "=", token).execute();
}
