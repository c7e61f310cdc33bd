import { beforeAll, describe, expect, it } from "vitest";
import { nobody, verifyChain, type Ctx } from "#domain/audit/index.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, smallPlan } from "../../../../test/support/plan.ts";
import { emptyEntry, enterVoice, openOccasion, receiptHash, receiveVoice, type Occasion } from "../index.ts";
import { occasionIn } from "./occasions.ts";

const city = useCity();
let planning: Ctx;
let clerk: Ctx;
let occasion: Occasion;

beforeAll(async () => {
  ({ planning, clerk } = await castOf(city()));
  const { plan } = await smallPlan(planning);
  occasion = await planning.transaction(async (tx) => {
    const opened = await openOccasion(tx, planning, {
      channel: "publicComment",
      title: "素案への意見募集",
      planId: plan.id,
      divisionId: null,
      duty: "answer",
      opensOn: "2026-11-01",
      closesOn: "2026-11-30",
      voiceYears: 5,
      senderYears: 1,
    });
    if (!opened.ok) throw new Error(opened.refusal.code);
    return occasionIn(tx, opened.value.id);
  });
});

const entry = { ...emptyEntry, text: "バスを増やして。\r\n夜も。 ", sender: { ...emptyEntry.sender, name: "山本" } };

function send(ctx: Ctx, sendingKey: string, text = entry.text) {
  return ctx.transaction((tx) =>
    receiveVoice(tx, ctx, { occasion, entry: { ...entry, text }, way: "web", sendingKey }),
  );
}

describe("a voice", () => {
  it("is kept as it came, apart from its sender, and its receipt and key only as hashes", async () => {
    const received = await send(city().as(nobody), "key of a form");
    if (!received.ok) throw new Error(received.refusal.code);
    const { id, receipt } = received.value;
    const row = await planning.db.selectFrom("voice").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
    expect(row.receipt_hash).toBe(receiptHash(receipt));
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`山本|key of a form|${receipt}`));
    const text = await planning.db.selectFrom("voice_text").where("voice_id", "=", id).selectAll().executeTakeFirst();
    expect(text).toMatchObject({ edition: 1, content: "バスを増やして。\n夜も。" });
    const sender = await planning.db.selectFrom("voice_sender").where("voice_id", "=", id).selectAll().execute();
    expect(sender).toMatchObject([{ name: "山本" }]);
  });

  it("sent again under the same key is the same voice with the same receipt, also twice at once", async () => {
    const ctx = city().as(nobody);
    const sent = await Promise.all([1, 2, 3].map(() => send(ctx, "the same form")));
    const values = sent.map((each) => (each.ok ? each.value : undefined));
    expect(new Set(values.map((each) => each?.receipt)).size).toBe(1);
    expect(new Set(values.map((each) => each?.number)).size).toBe(1);
    expect(values.filter((each) => !each?.isRepeat)).toHaveLength(1);
  });

  it("has the number after the one before, without gaps, also when a sending was refused between", async () => {
    const ctx = city().as(nobody);
    const first = await send(ctx, "a");
    expect((await send(ctx, "b", " ")).ok).toBe(false);
    const second = await send(ctx, "c");
    expect(second.ok && first.ok && second.value.number - first.value.number).toBe(1);
  });

  it("cannot have its words changed or removed by anyone, only emptied", async () => {
    const rows = planning.db.updateTable("voice_text");
    await expect(rows.set({ content: "別の言葉" }).execute()).rejects.toThrow("never changed");
    await expect(planning.db.deleteFrom("voice_text").execute()).rejects.toThrow("never changed");
  });

  it("is entered by the planning office, and by others only for their own division's procedure", async () => {
    const input = { occasionId: occasion.id, entry, way: "fax" as const };
    expect((await enterVoice(planning, input)).ok).toBe(true);
    await expect(enterVoice(clerk, input)).rejects.toThrow(Forbidden);
    await expect(enterVoice(city().as(nobody), input)).rejects.toThrow(Forbidden);
  });

  it("leaves an event with ids alone", async () => {
    const events = await planning.db.selectFrom("event").where("act", "=", "voices.received").selectAll().execute();
    expect(events.length).toBeGreaterThan(3);
    expect(JSON.stringify(events)).not.toMatch(/山本|バス/);
    expect(await verifyChain(planning.db)).not.toHaveProperty("broken");
  });
});
