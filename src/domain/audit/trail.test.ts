import { describe, expect, it } from "vitest";
import { useCity } from "../../../test/support/city.ts";
import { record, systemActor, verifyChain } from "./index.ts";

describe("the audit trail", () => {
  const city = useCity();

  it("links each event to the one before, also when many write at once", async () => {
    const ctx = city().as(systemActor("test"));
    const writes = Array.from({ length: 20 }, (_, index) =>
      ctx.transaction((tx) => record(tx, ctx, "test.written", { index })),
    );
    await Promise.all(writes);
    expect(await verifyChain(ctx.db)).toEqual({ events: 20 });
  });

  it("refuses change and removal of an event", async () => {
    const ctx = city().as(systemActor("test"));
    await expect(ctx.db.deleteFrom("event").execute()).rejects.toThrow("never changed or removed");
  });

  it("names the event that was tampered with behind its back", async () => {
    const ctx = city().as(systemActor("test"));
    const { schema } = city().municipality;
    await city().database.pool.query(`alter table "${schema}".event disable trigger all;
      update "${schema}".event set act = 'test.forged' where sequence = 7; alter table "${schema}".event enable trigger all`);
    expect(await verifyChain(ctx.db)).toEqual({
      events: 6,
      broken: { sequence: 7, reason: "the content does not match its hash" },
    });
  });
});
