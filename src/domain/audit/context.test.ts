import { describe, expect, it } from "vitest";
import { newId } from "#kernel/id.ts";
import { accept, refuse } from "#kernel/result.ts";
import { systemClock } from "#kernel/clock.ts";
import { useCity } from "../../../test/support/city.ts";
import { AlreadySubmitted, openContext, record, rememberLocation, systemActor } from "./index.ts";

describe("a transaction of a form", () => {
  const city = useCity();
  const sending = (formKey: string) =>
    openContext({ ...city(), clock: systemClock, actor: systemActor("test"), formKey });
  const count = async () => {
    const all = await city().as(systemActor("test")).db.selectFrom("event").select("id").execute();
    return all.length;
  };

  it("takes everything back when the act is refused, so that the same form is refused again and not called taken", async () => {
    const key = newId();
    const act = () => {
      const ctx = sending(key);
      return ctx.transaction(async (tx) => {
        await record(tx, ctx, "test.refused", {});
        return refuse({ code: "no", message: "できません。" });
      });
    };
    const answers = await Promise.all([act(), act(), act()]);
    expect(answers.map((answer) => answer.ok)).toEqual([false, false, false]);
    expect(await count()).toBe(0);
  });

  it("does the act once when the same form comes ten times at once, and tells the others where the first led", async () => {
    const key = newId();
    const act = async () => {
      const ctx = sending(key);
      const done = await ctx.transaction(async (tx) => {
        await record(tx, ctx, "test.done", {});
        return accept("/staff/there");
      });
      await rememberLocation(ctx.db, key, done.value);
      return done.value;
    };
    const sent = await Promise.allSettled(Array.from({ length: 10 }, act));
    const led = sent.map((each) =>
      each.status === "fulfilled" ? each.value : each.reason instanceof AlreadySubmitted && each.reason.location,
    );
    expect(led).toEqual(Array.from({ length: 10 }, () => "/staff/there"));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await count()).toBe(1);
  });
});
