import { beforeAll, describe, expect, it } from "vitest";
import { verifyChain, type Ctx } from "#domain/audit/index.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, personIn, smallPlan } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";
import { occasionOf } from "../../../../test/support/voices.ts";
import {
  batchPage,
  correctSheet,
  dropBatch,
  emptyEntry,
  endEntry,
  enterSheet,
  giveReceipts,
  noSender,
  openBatch,
  readSheet,
  receiptHash,
  takeBatch,
  type Occasion,
  type SheetWords,
} from "../index.ts";
import { changedFields, sheetFault } from "./batch.ts";

const city = useCity();
let first: Ctx;
let second: Ctx;
let clerk: Ctx;
let occasion: Occasion;

beforeAll(async () => {
  const cast = await castOf(city());
  [first, clerk] = [cast.planning, cast.clerk];
  second = city().as(await personIn(city(), "渡辺", { roles: ["planning"] }));
  const { plan } = await smallPlan(first);
  occasion = await occasionOf(first, { planId: plan.id });
});

function words(text: string, change: Partial<SheetWords> = {}): SheetWords {
  const entry = { ...emptyEntry, text, sender: { ...noSender, name: "山本 花子", address: "みほん市中央1-2" } };
  return { entry, way: "post", receivedOn: "2026-11-20", ...change };
}

async function batchOf(...texts: readonly string[]): Promise<string> {
  const { id } = accepted(await openBatch(first, { occasionId: occasion.id, title: "11月20日 郵送分" }));
  for (const text of texts) accepted(await enterSheet(first, { batchId: id, ...words(text) }));
  return id;
}

async function readAll(batchId: string): Promise<void> {
  for (const { id, version } of (await batchPage(second, batchId)).sheets)
    accepted(await readSheet(second, { batchId, sheetId: id, version }));
}

const refusal = (result: Awaited<ReturnType<typeof readSheet | typeof takeBatch>>) =>
  result.ok ? "accepted" : result.refusal.code;

function countOf(table: "voice" | "batch_sheet") {
  const rows = first.db.selectFrom(table).select((row) => row.fn.countAll<number>().as("count"));
  return rows.executeTakeFirstOrThrow().then(({ count }) => Number(count));
}

describe("a batch of papers", () => {
  it("reaches the ledger whole, after another person has read every sheet, with the receipts given before", async () => {
    const before = await countOf("voice");
    const batchId = await batchOf("道を直して。", "バスを増やして。");
    const { sheets } = await batchPage(first, batchId);
    expect(refusal(await takeBatch(second, batchId))).toBe("notReading");
    accepted(await endEntry(first, batchId));
    const [one, two] = sheets;
    if (!one || !two) throw new Error("two sheets were entered");
    const asked = { batchId, sheetId: one.id, version: one.version };
    expect(refusal(await readSheet(first, asked))).toBe("ownSheet");
    accepted(await readSheet(second, asked));
    expect(refusal(await takeBatch(second, batchId))).toBe("unreadSheets");
    expect(await countOf("voice")).toBe(before);
    await readAll(batchId);
    expect(accepted(await takeBatch(second, batchId))).toEqual({ taken: 2 });
    const voices = await first.db
      .selectFrom("voice")
      .where("batch_id", "=", batchId)
      .orderBy("batch_row")
      .selectAll()
      .execute();
    expect(voices.map((voice) => voice.receipt_hash)).toEqual([one, two].map(({ receipt }) => receiptHash(receipt)));
    expect(voices[0]).toMatchObject({ way: "post", batch_row: 1 });
    expect(voices[0]?.received_at.toISOString()).toBe("2026-11-19T15:00:00.000Z"); // 20 November begins in Tokyo
    expect(refusal(await takeBatch(second, batchId))).toBe("notReading");
  });

  it("keeps no words and no sender beside the ledger once it is taken, and no keys once its receipts are given", async () => {
    const batchId = await batchOf("公園がほしい。");
    accepted(await endEntry(first, batchId));
    await readAll(batchId);
    accepted(await takeBatch(second, batchId));
    const rows = () => first.db.selectFrom("batch_sheet").where("batch_id", "=", batchId).selectAll().execute();
    expect(await rows()).toHaveLength(1);
    expect(JSON.stringify(await rows())).not.toMatch(/公園|山本|中央/);
    accepted(await giveReceipts(second, batchId));
    expect(await rows()).toEqual([]);
  });

  it("takes corrections until it is taken; a corrected sheet is read again, and which fields is recorded without words", async () => {
    const batchId = await batchOf("橋を直して。");
    accepted(await endEntry(first, batchId));
    await readAll(batchId);
    const [sheet] = (await batchPage(first, batchId)).sheets;
    if (!sheet) throw new Error("a sheet was entered");
    const corrected = words("端を直して。", { receivedOn: "2026-11-19" });
    const at = { batchId, sheetId: sheet.id, version: sheet.version };
    accepted(await correctSheet(second, { ...at, ...corrected }));
    const stale = await correctSheet(first, { ...at, ...words("別の直し") });
    expect(stale.ok ? "" : stale.refusal.code).toBe("stale");
    expect(refusal(await takeBatch(second, batchId))).toBe("unreadSheets");
    const events = first.db.selectFrom("event").where("act", "=", "voices.batch.sheetCorrected").selectAll();
    const [event] = await events.execute();
    expect(event?.reference).toMatchObject({ fields: ["text", "receivedOn"] });
    expect(JSON.stringify(event)).not.toMatch(/端を|橋を/);
    expect(await verifyChain(first.db)).not.toHaveProperty("broken");
  });

  it("leaves nothing when it is given up", async () => {
    const before = await countOf("batch_sheet");
    const batchId = await batchOf("やめる", "やめる2");
    accepted(await dropBatch(first, batchId));
    expect(await countOf("batch_sheet")).toBe(before);
    const late = await enterSheet(first, { batchId, ...words("おそい") });
    expect(late.ok ? "" : late.refusal.code).toBe("notEntering");
  });

  it("is closed to clerks of other divisions", async () => {
    const batchId = await batchOf("ほかの課");
    await expect(batchPage(clerk, batchId)).rejects.toThrow(Forbidden);
    await expect(endEntry(clerk, batchId)).rejects.toThrow(Forbidden);
  });

  it("never loses or doubles a number when two people type at once", async () => {
    const batchId = await batchOf();
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        enterSheet(index % 2 ? first : second, { batchId, ...words(`同時${index}`) }),
      ),
    );
    expect((await batchPage(first, batchId)).sheets.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

const codes = (change: Partial<SheetWords>) => sheetFault(words("本文", change), "2026-11-22")?.code;

describe("a sheet", () => {
  it("is refused without words, on a day that is none or is to come, and with choices that nobody offers", () => {
    expect(codes({})).toBeUndefined();
    expect(codes({ receivedOn: "2026-11-31" })).toBe("receivedOnWrong");
    expect(codes({ receivedOn: "2026-11-23" })).toBe("receivedOnLater");
    expect(codes({ entry: { ...emptyEntry, text: "本文", ageBand: "35歳" } })).toBe("unknownChoice");
    expect(codes({ entry: emptyEntry })).toBe("textMissing");
  });

  it("tells which fields a correction changed", () => {
    const after = words("本文", { way: "fax" });
    const entry = { ...after.entry, sender: { ...after.entry.sender, phone: "0000" } };
    expect(changedFields(words("本文"), { ...after, entry }).toSorted()).toEqual(["phone", "way"]);
  });
});
