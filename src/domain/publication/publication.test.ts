import { z } from "zod";
import { describe, expect, it } from "vitest";
import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import { Forbidden } from "#kernel/result.ts";
import { nobody, verifyChain, type PersonActor, type Role } from "#domain/audit/index.ts";
import { planPayload } from "#domain/plan/payload.ts";
import { planSnapshotSchema } from "#domain/plan/snapshot.ts";
import { useCity, type TestCity } from "../../../test/support/city.ts";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import {
  confirmPurge,
  findCandidate,
  headFor,
  listPublications,
  prepare,
  publicationById,
  publish,
  requestPurge,
  takeBackPurgeRequest,
  stateOf,
  storedPublications,
  verifyPublications,
  withCandidate,
  withdraw,
} from "./index.ts";

/** Nothing else was made from what these tests purge. */
const removeCopies = async (): Promise<void> => {};

const words = {
  label: "令和9年3月策定版",
  openness: "decided",
  divisionName: "企画課",
  divisionContact: "電話 026-000-0011",
  note: "",
} as const;

function version(change: Partial<Parameters<typeof publish>[1]> = {}) {
  return { kind: planPayload, reference: "second-half", payload: mihonSnapshot(), ...words, ...change } as Parameters<
    typeof publish
  >[1]; // the kind decides the payload's type
}

function renamed(name: string) {
  const snapshot = mihonSnapshot();
  return { ...snapshot, plan: { ...snapshot.plan, name } };
}

function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: { code: string } },
): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

function codeOf(result: { readonly ok: true } | { readonly ok: false; readonly refusal: { code: string } }): string {
  return result.ok ? "accepted" : result.refusal.code;
}

/** A person of a city who can sign in and holds these roles today. */
async function personOf({ as }: TestCity, name: string, ...held: Role[]): Promise<PersonActor> {
  const { db } = as(nobody);
  const id = newId();
  await db
    .insertInto("person")
    .values({ id, name, email: `${id}@mihon.example.jp` })
    .execute();
  const at = new Date("2026-04-01T00:00:00Z");
  const secret = { account_id: id, provider_id: "credential", password: "a hash", created_at: at, updated_at: at };
  await db
    .insertInto("credential")
    .values({ id: newId(), person_id: id, ...secret })
    .execute();
  const grants = held.map((role) => ({ id: newId(), person_id: id, role, from_on: "2026-04-01" }));
  await db.insertInto("role_grant").values(grants).execute();
  return { kind: "person", id, name, roles: held, divisionIds: [] };
}

describe("publications", () => {
  const city = useCity();

  const sato = () => personOf(city(), "企画課 佐藤", "planning");

  it("keeps the canonical text, so that its SHA-256 is the hash", async () => {
    const ctx = city().as(await sato());
    const { id, hash } = valueOf(await publish(ctx, version({ reference: "hash" })));
    const payload = await storedPublications(ctx).payload(id);
    expect(sha256(canonicalJson(payload ?? null))).toBe(hash);
    expect(payload).toEqual(JSON.parse(JSON.stringify(mihonSnapshot())));
  });

  it("publishes the same content under the same words once", async () => {
    const ctx = city().as(await sato());
    const first = valueOf(await publish(ctx, version({ reference: "once" })));
    expect(valueOf(await publish(ctx, version({ reference: "once" })))).toEqual(first);
    const [a, b] = await Promise.all([1, 2].map(() => publish(ctx, version({ reference: "once", label: "第2版" }))));
    expect(a).toEqual(b);
  });

  it("refuses to publish what changed since the preview", async () => {
    const ctx = city().as(await sato());
    const seen = valueOf(await prepare(ctx, version({ reference: "changed" })));
    const later = version({ reference: "changed", payload: renamed("べつの計画"), expectedHash: seen.hash });
    expect(codeOf(await publish(ctx, later))).toBe("changed");
    expect(codeOf(await publish(ctx, version({ reference: "changed", expectedHash: seen.hash })))).toBe("accepted");
  });

  it("lets a 公表 take the place of all before it, and a 検討中 only of a 検討中", async () => {
    const ctx = city().as(await sato());
    const at = (label: string, openness: "discussion" | "decided") =>
      publish(ctx, version({ reference: "steps", label, openness }));
    for (const [label, openness] of [
      ["素案", "discussion"],
      ["原案", "discussion"],
      ["策定版", "decided"],
      ["改定素案", "discussion"],
    ] as const) {
      valueOf(await at(label, openness));
    }
    const heads = (await storedPublications(ctx).heads()).filter((head) => head.reference === "steps");
    expect(heads.map((head) => [head.label, stateOf(head)])).toEqual([
      ["改定素案", "current"],
      ["策定版", "current"],
      ["原案", "superseded"],
      ["素案", "superseded"],
    ]);
    expect(headFor(heads, "plan", "steps")?.label).toBe("策定版");
    expect(heads[3]?.supersededById).toBe(heads[2]?.id);
  });

  it("withdraws with a reason, hides the payload and does not bring the earlier version back", async () => {
    const ctx = city().as(await sato());
    valueOf(await publish(ctx, version({ reference: "gone", label: "第1版" })));
    const { id } = valueOf(await publish(ctx, version({ reference: "gone", label: "第2版" })));
    const before = await storedPublications(ctx).state();
    expect(codeOf(await withdraw(ctx, { id, reason: " " }))).toBe("reasonMissing");
    expect(codeOf(await withdraw(ctx, { id, reason: "目標値の誤り" }))).toBe("accepted");
    expect(codeOf(await withdraw(ctx, { id, reason: "目標値の誤り" }))).toBe("alreadyWithdrawn");
    const source = storedPublications(ctx);
    expect(await source.payload(id)).toBeUndefined();
    expect(await source.state()).not.toBe(before);
    const head = headFor(await source.heads(), "plan", "gone");
    expect(head).toMatchObject({ id, withdrawal: { reason: "目標値の誤り" } });
  });

  it("purges when a second person confirms, from every version with the same payload, and keeps hash and reason", async () => {
    const snapshot = renamed("電話 090-0000-0000 の山本さんの計画");
    const ctx = city().as(await sato());
    const { id, hash } = valueOf(await publish(ctx, version({ reference: "leak", payload: snapshot, label: "第1版" })));
    const twin = valueOf(
      await publish(ctx, version({ reference: "leak", payload: snapshot, label: "第2版", note: "山本さんの件" })),
    );
    valueOf(await prepare(ctx, version({ reference: "leak", payload: snapshot })));
    valueOf(await prepare(ctx, version({ reference: "elsewhere", payload: snapshot })));
    expect(codeOf(await confirmPurge(ctx, { id, removeCopies }))).toBe("notRequested");
    valueOf(await requestPurge(ctx, { id, reason: "個人の電話番号があった" }));
    expect(await storedPublications(ctx).payload(id)).toBeUndefined();
    expect(await storedPublications(ctx).payload(twin.id)).toBeUndefined();
    expect(codeOf(await confirmPurge(ctx, { id, removeCopies }))).toBe("secondPerson");
    const suzuki = city().as(await personOf(city(), "財政課 鈴木", "administrator"));
    const purged = valueOf(await confirmPurge(suzuki, { id, removeCopies }));
    expect(purged.ids).toHaveLength(2);
    expect(purged.isRewritten).toBe(true);
    const { rows } = await city().database.pool.query(
      `select p::text from "${city().municipality.schema}".publication p where hash = $1`,
      [hash],
    );
    expect(JSON.stringify(rows)).not.toMatch(/090-0000-0000|山本/);
    const left = await ctx.db.selectFrom("publication_candidate").where("hash", "=", hash).selectAll().execute();
    expect(left).toEqual([]);
    expect(codeOf(await prepare(ctx, version({ reference: "leak", payload: snapshot })))).toBe("purgedBefore");
    expect(codeOf(await publish(ctx, version({ reference: "again", payload: snapshot })))).toBe("purgedBefore");
    const records = (await listPublications(ctx)).filter((each) => each.hash === hash);
    expect(records.map((each) => each.purge?.reason)).toEqual(["個人の電話番号があった", "個人の電話番号があった"]);
    expect(records.map((each) => each.label)).toEqual(["（完全に削除した版）", "（完全に削除した版）"]);
  });

  it("names the version whose stored text was changed behind its back, also beside an equal one", async () => {
    const ctx = city().as(await sato());
    const payload = renamed("改ざん");
    valueOf(await publish(ctx, version({ reference: "kept", label: "そのまま", payload })));
    const { id } = valueOf(await publish(ctx, version({ reference: "forged", label: "書き換えた版", payload })));
    expect((await verifyPublications(ctx)).broken).toEqual([]);
    const text = await ctx.db
      .selectFrom("publication")
      .where("id", "=", id)
      .select("payload")
      .executeTakeFirstOrThrow();
    await ctx.db
      .updateTable("publication")
      .set({ payload: `${text.payload} ` })
      .where("id", "=", id)
      .execute();
    expect((await verifyPublications(ctx)).broken.map((head) => head.label)).toEqual(["書き換えた版"]);
    await ctx.db.updateTable("publication").set({ payload: text.payload }).where("id", "=", id).execute();
  });

  it("leaves publishing to the planning office, and purging to it and the administrator", async () => {
    const clerk = city().as(await personOf(city(), "危機管理課 高橋", "clerk"));
    const admin = city().as(await personOf(city(), "情報課 伊藤", "administrator"));
    const id = newId();
    await expect(publish(clerk, version())).rejects.toThrow(Forbidden);
    await expect(withdraw(admin, { id, reason: "x" })).rejects.toThrow(Forbidden);
    await expect(requestPurge(clerk, { id, reason: "x" })).rejects.toThrow(Forbidden);
    await expect(publish(city().as(nobody), version())).rejects.toThrow(Forbidden);
  });

  it("shows a candidate in a preview as if it were published, and nowhere else", async () => {
    const ctx = city().as(await sato());
    valueOf(await publish(ctx, version({ reference: "preview", label: "公表版" })));
    const { id } = valueOf(
      await prepare(
        ctx,
        version({ reference: "preview", label: "改定案", openness: "discussion", payload: renamed("改定案") }),
      ),
    );
    const candidate = await findCandidate(ctx, id);
    const stored = storedPublications(ctx);
    const preview = withCandidate(stored, candidate, ctx.clock.now());
    expect(headFor(await preview.heads(), "plan", "preview")?.label).toBe("改定案");
    expect(await preview.payload(id)).toMatchObject({ plan: { name: "改定案" } });
    expect(headFor(await stored.heads(), "plan", "preview")?.label).toBe("公表版");
    expect(await stored.payload(id)).toBeUndefined();
  });

  it("drops what the schema does not name, so that a person planted in a payload does not go public", async () => {
    const ctx = city().as(await sato());
    const snapshot = mihonSnapshot();
    const [first, ...rest] = snapshot.nodes;
    const planted = {
      ...snapshot,
      savedBy: "佐藤 花子",
      nodes: [{ ...first, personEmail: "sato@mihon.example.jp" }, ...rest],
    };
    const { id } = valueOf(await publish(ctx, version({ reference: "planted", payload: planted })));
    expect(JSON.stringify(await storedPublications(ctx).payload(id))).not.toMatch(/佐藤 花子|sato@/);
    expect(codeOf(await publish(ctx, version({ reference: "planted", payload: { ...snapshot, plan: "words" } })))).toBe(
      "misshapen",
    );
  });

  it("names no person and no address in the payload's shape but the division's own", () => {
    const shape = z.toJSONSchema(planSnapshotSchema, { unrepresentable: "any" }) as Json; // JSON Schema is JSON
    const suspicious = pathsOf(shape).filter((path) => /person|author|savedBy|address|kana|email|phone/i.test(path));
    expect(
      suspicious
        .map((path) => path.replace(/.*properties\.(division)/, "$1"))
        .filter((path) => !path.startsWith("division.")),
    ).toEqual([]);
    expect(suspicious.length).toBeGreaterThan(0);
  });

  it("records every act in the audit trail without any text", async () => {
    const ctx = city().as(nobody);
    const events = await ctx.db.selectFrom("event").where("act", "like", "publication.%").selectAll().execute();
    expect(new Set(events.map((event) => event.act))).toEqual(
      new Set([
        "publication.published",
        "publication.prepared",
        "publication.withdrawn",
        "publication.purgeRequested",
        "publication.purged",
      ]),
    );
    expect(JSON.stringify(events)).not.toMatch(/個人|目標値|みほん/);
    expect(await verifyChain(ctx.db)).not.toHaveProperty("broken");
  });
});

describe("the request for a purge", () => {
  const city = useCity();

  it("can be taken back until it is confirmed: the content stays, out of view, and may be published anew", async () => {
    const ctx = city().as(await personOf(city(), "企画課 佐藤", "planning"));
    const mistaken = version({ reference: "mistaken", payload: renamed("取りちがえた版") });
    const { id } = valueOf(await publish(ctx, mistaken));
    valueOf(await requestPurge(ctx, { id, reason: "別の版と取りちがえた" }));
    valueOf(await takeBackPurgeRequest(ctx, { id }));
    expect((await publicationById(ctx, id)).withdrawal?.reason).toBe("別の版と取りちがえた");
    expect(codeOf(await publish(ctx, mistaken))).toBe("accepted");
  });
});

describe("a purge in a city with one person who may", () => {
  const city = useCity();

  it("needs no second person, and needs one as soon as there is one", async () => {
    const ctx = city().as(await personOf(city(), "企画課 佐藤", "planning"));
    const purged = async (name: string) => {
      const { id } = valueOf(await publish(ctx, version({ reference: name, payload: renamed(name) })));
      valueOf(await requestPurge(ctx, { id, reason: "個人情報" }));
      return codeOf(await confirmPurge(ctx, { id, removeCopies }));
    };
    expect(await purged("alone")).toBe("accepted");
    await personOf(city(), "財政課 鈴木", "finance");
    expect(await purged("still-alone")).toBe("accepted");
    await personOf(city(), "情報課 伊藤", "administrator");
    expect(await purged("two")).toBe("secondPerson");
  });
});

/** The path of every named property in a JSON schema. */
function pathsOf(shape: Json, path = ""): string[] {
  if (shape === null || typeof shape !== "object") return [];
  return Object.entries(shape).flatMap(([key, value]) => [`${path}.${key}`, ...pathsOf(value, `${path}.${key}`)]);
}
