import { beforeAll, describe, expect, it } from "vitest";
import { personId, verifyChain, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf, personIn, smallPlan } from "../../../test/support/plan.ts";
import { accepted } from "../../../test/support/results.ts";
import { occasionOf, topicOf, voiceOf } from "../../../test/support/voices.ts";
import {
  attachmentsFault,
  bringBackVoice,
  confirmCopy,
  decideRequest,
  dispose,
  dueOn,
  emptyEntry,
  hideVoice,
  keepDistrict,
  keepingOverview,
  listDistricts,
  makeCopy,
  nextToRedact,
  receiveRequest,
  receiveVoice,
  redactionPage,
  redactionQueue,
  removeDistrict,
  voiceByReceipt,
  voicePage,
  voicesLike,
  type Occasion,
} from "./index.ts";

const city = useCity();
let planning: Ctx;
let second: Ctx;
let clerk: Ctx;
let planId: string;
let round: Occasion;

beforeAll(async () => {
  ({ planning, clerk } = await castOf(city()));
  second = city().as(await personIn(city(), "企画課 別の人", { roles: ["planning"] }));
  planId = (await smallPlan(planning)).plan.id;
  round = await occasionOf(planning, { planId });
});

const sender = { name: "山本花子", organisation: "", address: "見本市中央1-2-3", phone: "026-000-0123", email: "" };
const pdf = new TextEncoder().encode("%PDF-1.7 …");

const zip = (...names: readonly string[]) => new TextEncoder().encode(`PK\u0003\u0004${names.join(" ")}`);
const fault = (name: string, bytes: Uint8Array) => attachmentsFault([{ name, bytes }])?.message;

describe("what comes with a voice", () => {
  it("that a staff computer would run is not taken, though it is a text or begins as a PDF", () => {
    const text = new TextEncoder().encode("意見です");
    for (const name of ["意見.bat", "意見.txt.js", "意見.ＨＴＡ", "意見.html", "意見.vbs "])
      expect([name, fault(name, text)]).toEqual([name, expect.stringMatching("受け付けられない種類")]);
    expect(fault("地図.hta", pdf)).toMatch("受け付けられない種類");
    for (const name of ["意見.txt", "意見.TXT", "意見", "第1.2版.csv"]) expect(fault(name, text)).toBeUndefined();
  });

  it("is taken by its content, never by its name alone, within limits", () => {
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    large.set(pdf);
    expect(fault("地図.pdf", pdf)).toBeUndefined();
    expect(fault("意見.docx", zip("[Content_Types].xml", "word/document.xml"))).toBeUndefined();
    expect(fault("意見.txt", new TextEncoder().encode("バスを増やして"))).toBeUndefined();
    expect(fault("意見.docm", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))).toMatch(
      "意見.docm",
    );
    expect(fault("写真.jpg", zip("a.exe"))).toMatch("写真.jpg");
    expect(fault("地図.pdf", new Uint8Array([0x4d, 0x5a, 0, 1]))).toMatch("受け付けられない種類");
    expect(fault("大.pdf", large)).toMatch("10MB");
    expect(attachmentsFault(Array.from({ length: 6 }, () => ({ name: "a.pdf", bytes: pdf })))?.message).toMatch("5個");
  });

  it("is kept once, however often the form is sent", async () => {
    const entry = { ...emptyEntry, text: "地図を付けます" };
    const attachments = [{ name: "地図.pdf", bytes: pdf }];
    const intake = { occasion: round, entry, way: "web", sendingKey: "a form with a map", attachments } as const;
    const send = () => planning.transaction((tx) => receiveVoice(tx, planning, intake));
    const { number } = accepted(await send());
    await send();
    expect((await voicePage(planning, number)).attachments).toMatchObject([
      { name: "地図.pdf", mediaType: "application/pdf", size: pdf.length },
    ]);
  });
});

describe("moderation", () => {
  it("hides a voice with a reason and brings it back; only planning may, and a stale page does not", async () => {
    const { id, number } = await voiceOf(planning, round, { text: "ひどい言葉" });
    expect(await hideVoice(planning, { id, version: 1, reason: " " })).toMatchObject({ ok: false });
    await expect(hideVoice(clerk, { id, version: 1, reason: "中傷" })).rejects.toThrow(Forbidden);
    accepted(await hideVoice(planning, { id, version: 1, reason: "特定の人を傷つける内容のため" }));
    expect((await voicePage(planning, number)).voice.hidden?.reason).toBe("特定の人を傷つける内容のため");
    expect(await bringBackVoice(planning, { id, version: 1 })).toMatchObject({ refusal: { code: "stale" } });
    accepted(await bringBackVoice(planning, { id, version: 2 }));
    expect((await voicePage(planning, number)).voice.hidden).toBeNull();
  });

  it("finds nearly equal words in the same occasion, the likest first", async () => {
    const campaign = await occasionOf(planning, { planId, title: "署名" });
    const text = "通学路の安全のために、歩道を広げ、信号機を増やしてください。";
    const first = await voiceOf(planning, campaign, { text });
    const same = await voiceOf(planning, campaign, { text: `${text.slice(0, -1)}！` });
    const near = await voiceOf(planning, campaign, { text: `${text}孫が心配です。` });
    await voiceOf(planning, campaign, { text: "図書館の開館時間を延ばしてください。" });
    await voiceOf(planning, round, { text });
    const like = await voicesLike(planning, first.id);
    expect(like.map(({ number }) => number)).toEqual([same.number, near.number]);
    expect(like[0]?.similarity).toBe(1);
  });
});

describe("the copy for the public", () => {
  it("waits for two people; who made it cannot confirm it, and new words ask for a new one", async () => {
    const own = await occasionOf(planning, { planId, title: "写しの確認" });
    const text = "山本花子です。電話は026-000-0123。みほん橋の近くの者です。";
    const { id, number } = await voiceOf(planning, own, { text, sender });
    expect((await nextToRedact(planning, { occasionId: own.id }))?.number).toBe(number);
    const { marks } = await redactionPage(planning, number);
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["山本花子", "026-000-0123"]);
    const input = { voiceId: id, edition: 1, version: 0, spans: marks };
    expect(await makeCopy(planning, { ...input, words: ["見本橋"] })).toMatchObject({
      refusal: { code: "wordsNotFound" },
    });
    accepted(await makeCopy(planning, { ...input, words: ["みほん橋の近く"] }));
    expect(await makeCopy(second, { ...input, words: [] })).toMatchObject({ refusal: { code: "stale" } });
    expect(await confirmCopy(planning, { voiceId: id, version: 1 })).toMatchObject({ refusal: { code: "ownCopy" } });
    expect(await nextToRedact(planning, { occasionId: own.id })).toBeUndefined();
    expect((await nextToRedact(second, { occasionId: own.id }))?.step).toBe("second");
    accepted(await confirmCopy(second, { voiceId: id, version: 1 }));
    const { copy } = await redactionPage(planning, number);
    expect(copy?.content).toBe("■■■■です。電話は■■■■■■■■■■■■。■■■■■■■の者です。");
    expect((await redactionQueue(planning)).occasions.map(({ occasion }) => occasion.id)).not.toContain(own.id);
    const request = accepted(
      await receiveRequest(planning, { voiceId: id, kind: "correction", receivedOn: "2026-11-22" }),
    );
    const corrected = {
      outcome: "granted",
      reason: "番号の誤り",
      decidedOn: "2026-11-22",
      text: `${text}以上`,
    } as const;
    accepted(await decideRequest(planning, { id: request.id, ...corrected }));
    expect((await nextToRedact(planning, { occasionId: own.id }))?.step).toBe("first");
  });

  it("is nobody's who is not in the planning office", async () => {
    await expect(redactionQueue(clerk)).rejects.toThrow(Forbidden);
  });
});

describe("requests about one's own voice", () => {
  it("訂正 adds an edition, carries the anchors, and tells which are lost", async () => {
    const text = "駅前に公園を。バスを増やして。";
    const { id, number } = await voiceOf(planning, round, { text });
    for (const [index, words] of ["駅前に公園を。", "バスを増やして。"].entries())
      await topicOf(planning, { planId, number: 900 + index, title: words, of: [{ voiceId: id, text, words }] });
    const request = accepted(
      await receiveRequest(planning, { voiceId: id, kind: "correction", receivedOn: "2026-11-20" }),
    );
    const decision = { id: request.id, outcome: "granted", reason: "場所の誤り", decidedOn: "2026-11-22" } as const;
    expect(await decideRequest(planning, { ...decision, text })).toMatchObject({ refusal: { code: "sameText" } });
    const done = accepted(await decideRequest(planning, { ...decision, text: "役場前に公園を。バスを増やして。" }));
    expect(done.lost).toEqual(["駅前に公園を。"]);
    const page = await voicePage(planning, number);
    expect(page.editions.map((each) => each.text)).toEqual([text, "役場前に公園を。バスを増やして。"]);
    expect(page.lacks).toContainEqual({ code: "lostAnchor", words: "駅前に公園を。" });
    expect(await decideRequest(planning, { ...decision, text: "別" })).toMatchObject({ refusal: { code: "decided" } });
  });

  it("利用停止 takes the voice from the public and tells its sender so", async () => {
    const { id, number, receipt } = await voiceOf(planning, round, { text: "取り下げたい意見" });
    const request = accepted(
      await receiveRequest(planning, { voiceId: id, kind: "suspension", receivedOn: "2026-11-20" }),
    );
    accepted(
      await decideRequest(planning, {
        id: request.id,
        outcome: "granted",
        reason: "本人確認済み",
        decidedOn: "2026-11-21",
      }),
    );
    expect((await voicePage(planning, number)).voice.hidden).not.toBeNull();
    expect((await voiceByReceipt(planning, receipt))?.hiddenReason).toMatch("利用を停止");
    await expect(receiveRequest(clerk, { voiceId: id, kind: "suspension", receivedOn: "2026-11-20" })).rejects.toThrow(
      Forbidden,
    );
  });
});

describe("the own page under the receipt", () => {
  it("holds the words as sent and never the person; what is no receipt of ours opens nothing", async () => {
    const { receipt } = await voiceOf(planning, round, { text: "夜のバスを", sender });
    const own = await voiceByReceipt(planning, receipt.toLowerCase().replaceAll("-", " "));
    expect(own).toMatchObject({ text: "夜のバスを", points: [], isPublished: false });
    expect(JSON.stringify(own)).not.toMatch(/山本|026-000|中央/);
    expect(await voiceByReceipt(planning, "7K2M-9QXD-4HTW-3C")).toBeUndefined();
    expect(await voiceByReceipt(planning, "")).toBeUndefined();
  });
});

describe("keeping", () => {
  const kept = { settledAt: null, closesOn: "2026-11-30", voiceYears: 5, senderYears: 1 };

  it("is counted from 1 April after the fiscal year of the settlement, or of the last day", () => {
    expect(dueOn(kept, "voices")).toBe("2032-04-01"); // closed in 令和8年度: counted from 2027-04-01, five years
    expect(dueOn(kept, "senders")).toBe("2028-04-01");
    const settledAt = new Date("2027-03-31T15:00:00Z"); // 1 April 2027 in Tokyo: 令和9年度
    expect(dueOn({ ...kept, settledAt }, "senders")).toBe("2029-04-01");
    expect(dueOn({ ...kept, senderYears: 0 }, "senders")).toBeUndefined();
    expect(dueOn({ ...kept, settledAt, senderYears: 0 }, "senders")).toBe("2027-04-01");
    expect(dueOn({ ...kept, closesOn: null }, "voices")).toBeUndefined();
  });

  it("ends by an act with its record: first who sent, then the words; numbers and hashes stay", async () => {
    const old = await occasionOf(planning, {
      planId,
      title: "古い募集",
      opensOn: "2020-05-01",
      closesOn: "2020-05-31",
    });
    const { id, number } = await voiceOf(planning, old, { text: "古田山の古い意見", sender, place: "12ページ 古田山" });
    await topicOf(planning, {
      planId,
      number: 990,
      title: "古い意見",
      of: [{ voiceId: id, text: "古田山の古い意見", words: "古田山の古い意見" }],
    });
    accepted(await makeCopy(planning, { voiceId: id, edition: 1, version: 0, spans: [], words: [] }));
    expect(await tablesThatSay("古田山")).toEqual(["point", "redaction", "voice_text"]);
    const due = (await keepingOverview(planning)).lines.filter(({ occasion }) => occasion.id === old.id);
    expect(due.map(({ kind, kept: left, dueOn: day, isDue }) => [kind, left, day, isDue])).toEqual([
      ["senders", 1, "2022-04-01", true],
      ["voices", 1, "2026-04-01", true],
    ]);
    expect(await dispose(planning, { occasionId: round.id, kind: "senders", reason: "x" })).toMatchObject({
      refusal: { code: "notDue" },
    });
    expect(
      accepted(await dispose(planning, { occasionId: old.id, kind: "senders", reason: "保存年限" })).disposed,
    ).toBe(1);
    expect(accepted(await dispose(planning, { occasionId: old.id, kind: "voices", reason: "保存年限" })).disposed).toBe(
      1,
    );
    const page = await voicePage(planning, number);
    expect(page.voice).toMatchObject({ number, text: null, place: "" });
    expect(page.editions[0]).toMatchObject({ text: null, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await tablesThatSay("古田山")).toEqual([]);
    expect(await dispose(planning, { occasionId: old.id, kind: "voices", reason: "また" })).toMatchObject({
      refusal: { code: "nothingToDispose" },
    });
    expect((await keepingOverview(planning)).disposals).toMatchObject([
      { kind: "voices", disposed: 1, doneBy: personId(planning.actor) },
      { kind: "senders", disposed: 1 },
    ]);
  });
});

/** The city's tables in which the words stand anywhere. */
async function tablesThatSay(words: string): Promise<string[]> {
  const { database, municipality } = city();
  const { rows } = await database.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = $1 order by 1",
    [municipality.schema],
  );
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const query = `select 1 from "${municipality.schema}"."${name}" as r where r::text like $1 limit 1`;
      return (await database.pool.query(query, [`%${words}%`])).rowCount ? [name] : [];
    }),
  );
  return found.flat();
}

describe("districts", () => {
  it("have names of their own and go only while no voice names them", async () => {
    const { id } = accepted(await keepDistrict(planning, { name: "中央", position: 1 }));
    expect(await keepDistrict(planning, { name: " 中央 ", position: 2 })).toMatchObject({
      refusal: { code: "districtName" },
    });
    const north = accepted(await keepDistrict(planning, { name: "北", position: 2 }));
    await voiceOf(planning, round, { text: "中央の公園", districtId: id });
    expect(await removeDistrict(planning, id)).toMatchObject({ refusal: { code: "districtUsed" } });
    accepted(await removeDistrict(planning, north.id));
    expect((await listDistricts(planning)).map(({ name, voices }) => [name, voices])).toEqual([["中央", 1]]);
    await expect(keepDistrict(clerk, { name: newId(), position: 3 })).rejects.toThrow(Forbidden);
  });
});

it("leaves in the trail ids and kinds alone", async () => {
  const events = await planning.db.selectFrom("event").where("act", "like", "voices.%").selectAll().execute();
  expect(JSON.stringify(events)).not.toMatch(/山本|バス|公園|番号の誤り|中傷/);
  expect(await verifyChain(planning.db)).not.toHaveProperty("broken");
});
