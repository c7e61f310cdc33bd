import { beforeAll, describe, expect, it } from "vitest";
import { verifyChain, type Ctx } from "#domain/audit/index.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, smallPlan } from "../../../../test/support/plan.ts";
import { inCp932 } from "../../../../test/support/statistics.ts";
import {
  answerKinds,
  applyVoices,
  openVoices,
  voicesPreview,
  type VoiceFile,
} from "../../../../test/support/voice-import.ts";
import { accepted } from "../../../../test/support/results.ts";
import { occasionOf } from "../../../../test/support/voices.ts";
import { leaveFaultsOut, type Occasion } from "../index.ts";

const city = useCity();
let planning: Ctx;
let survey: Occasion;
let comment: Occasion;

beforeAll(async () => {
  ({ planning } = await castOf(city()));
  const { plan } = await smallPlan(planning);
  survey = await occasionOf(planning, { planId: plan.id, channel: "survey", duty: "classify", title: "アンケート" });
  comment = await occasionOf(planning, { planId: plan.id });
});

function csv(...lines: readonly string[]): VoiceFile {
  return { name: "意見.csv", bytes: new Uint8Array(Buffer.from(lines.join("\r\n"), "utf8")) };
}

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? "" : (result.refusal?.code ?? ""));

function voicesOf(occasion: Occasion) {
  return planning.db
    .selectFrom("voice")
    .innerJoin("voice_text", "voice_text.voice_id", "voice.id")
    .where("voice.occasion_id", "=", occasion.id)
    .orderBy("voice.number")
    .selectAll("voice")
    .select("voice_text.content")
    .execute();
}

/** 40 answers like those of a survey of visitors: 30 of their own, 4 empty of content, 2 without words, 3 alike, 1 damaged. */
function surveyOf40(): VoiceFile {
  const own = Array.from(
    { length: 30 },
    (_, index) => `${index + 1},2026-11-0${(index % 9) + 1},30代,意見その${index + 1}`,
  );
  const nothing = ["特になし", "なし", "特にありません。", "－"].map(
    (text, index) => `${31 + index},2026-11-10,40代,${text}`,
  );
  const empty = ["35,2026-11-10,50代,", "36,2026-11-10,50代,"];
  const alike = [37, 38, 39].map((number) => `${number},2026-11-11,60代,温泉がよい`);
  const damaged = ["40,2026-11-11,60代,〓木さんの店"];
  return csv("comment-id,answered-on,age-group,comment-body", ...own, ...nothing, ...empty, ...alike, ...damaged);
}

describe("a survey's free text", () => {
  it("is taken answer by answer: 40 rows are 30 + 3 voices, 6 left out, 1 fault, 2 alike", async () => {
    const id = await openVoices(planning, survey, surveyOf40());
    const asked = await voicesPreview(planning, id);
    expect(asked.questions.map(({ kind, rows }) => [kind, rows.length])).toEqual([["saysNothing", 4]]);
    await answerKinds(planning, id, { saysNothing: "leaveOut" });
    const { voices, remarks, rows } = await voicesPreview(planning, id);
    const count = (kind: string) => remarks.filter((remark) => remark.kind === kind).length;
    expect([rows, voices.length, count("leftOut"), count("fault"), count("repeated")]).toEqual([40, 33, 6, 1, 2]);
    expect(remarks.find(({ kind }) => kind === "fault")).toMatchObject({ row: 41, column: "D", value: "〓木さんの店" });
    expect(codeOf(await applyVoices(planning, id))).toBe("hasFaults");
    expect(await voicesOf(survey)).toEqual([]);
    accepted(await leaveFaultsOut(planning, { id, leaves: true }));
    expect(accepted(await applyVoices(planning, id))).toEqual({ voices: 33, points: 33, leftOut: 7, districts: 0 });
    const kept = await voicesOf(survey);
    expect(kept.map(({ number }) => number)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
    expect(kept[0]).toMatchObject({ content: "意見その1", age_band: "30代", way: "file", batch_row: 1 });
    const points = await planning.db.selectFrom("point").selectAll().execute();
    expect(points.map(({ quote }) => quote).filter((quote) => quote === "温泉がよい")).toHaveLength(3);
    expect(await verifyChain(planning.db)).not.toHaveProperty("broken");
  });

  it("is noticed when the same file comes a second time", async () => {
    const id = await openVoices(planning, survey, surveyOf40());
    expect((await voicesPreview(planning, id)).questions.map(({ kind }) => kind)).toContain("sameFile");
  });

  it("gives one voice for each of its columns, under its question, or one with all of them", async () => {
    const table = csv("番号,住みよさの理由,市への要望", "1,緑が多い,バスを増やす", "2,,図書館");
    const each = (await voicesPreview(planning, await openVoices(planning, survey, table))).voices;
    expect(each.map(({ entry, row, column }) => [row, column, entry.place, entry.text])).toEqual([
      [2, "B", "住みよさの理由", "緑が多い"],
      [2, "C", "市への要望", "バスを増やす"],
      [3, "C", "市への要望", "図書館"],
    ]);
    const joined = await openVoices(planning, survey, table, { texts: "joined" });
    expect((await voicesPreview(planning, joined)).voices[0]?.entry.text).toBe(
      "【住みよさの理由】\n緑が多い\n\n【市への要望】\nバスを増やす",
    );
  });
});

describe("a table of submissions", () => {
  const heads = "整理番号,受付日,方法,区分,年代,地区,氏名,住所,回答希望,意見";

  it("in CP932 keeps 髙, 﨑, ① and line breaks in quotes, and the senders apart", async () => {
    const row = '7,R8.11.20,郵送,市内在住,三十歳代,中央,髙橋 﨑子,みほん市①番地,希望する,"道を直して。\n夜も暗い。"';
    const id = await openVoices(planning, comment, inCp932(csv(heads, row)));
    await answerKinds(planning, id, { district: "new" });
    expect(accepted(await applyVoices(planning, id))).toMatchObject({ voices: 1, points: 0, districts: 1 });
    const [voice] = await voicesOf(comment);
    expect(voice).toMatchObject({
      content: "道を直して。\n夜も暗い。",
      way: "post",
      age_band: "30代",
      wishes_reply: true,
    });
    const sender = planning.db
      .selectFrom("voice_sender")
      .where("voice_id", "=", voice?.id ?? "")
      .selectAll();
    expect(await sender.executeTakeFirst()).toMatchObject({ name: "髙橋 﨑子", address: "みほん市①番地" });
    const origin = planning.db
      .selectFrom("voice_origin")
      .where("voice_id", "=", voice?.id ?? "")
      .selectAll();
    expect(await origin.executeTakeFirst()).toMatchObject({ file_row: 2, file_column: "J", own_number: "7" });
  });

  it("tells its faults by row, column and value, and asks what it cannot read", async () => {
    const id = await openVoices(
      planning,
      comment,
      csv(
        heads,
        "1,11月下旬,郵送,市内在住,30代,中央,,,○,道",
        "2,R8.12.1,郵送,市内在住,30代,中央,,,○,来月の日",
        "2,R8.11.1,伝書鳩,宇宙人,若者,北部,,,どちらでも,橋",
        "4,R8.11.1,郵送,在勤,30代,中央,,,○,川,あふれ",
        `5,R8.11.1,郵送,在勤,30代,中央,,,○,${"長".repeat(20_001)}`,
      ),
    );
    const { remarks, questions, voices } = await voicesPreview(planning, id);
    expect(remarks.map(({ row, column, message }) => [row, column, message])).toEqual([
      [2, "B", "日付として読めません。"],
      [3, "B", "受付日が、今日より後です。"],
      [4, "A", "3行目と同じ番号です。"],
      [5, "K", "見出しより多くのセルがあります。"],
      [6, "J", "意見が長すぎます。"],
    ]);
    expect(voices).toEqual([]);
    expect(questions.map(({ kind, value }) => [kind, value])).toEqual(
      expect.arrayContaining([
        ["district", "北部"],
        ["way", "伝書鳩"],
        ["ageBand", "若者"],
        ["senderKind", "宇宙人"],
        ["wishesReply", "どちらでも"],
      ]),
    );
  });

  it("with bytes that are no characters is read, and their cell is told", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `${index},道を直してほしい`);
    const bytes = Buffer.concat([Buffer.from(["番号,意見", ...rows, "99,この字"].join("\n")), Buffer.from([0xff])]);
    const { remarks } = await voicesPreview(planning, await openVoices(planning, comment, { name: "a.csv", bytes }));
    expect(remarks.filter(({ kind }) => kind === "fault")).toMatchObject([
      { row: 22, column: "B", value: "この字\uFFFD" },
    ]);
  });

  it("is applied only as it was looked at", async () => {
    const id = await openVoices(planning, comment, csv("番号,地区,意見", "1,中央,新しい意見です"));
    const { fingerprint } = await voicesPreview(planning, id);
    await planning.db.updateTable("district").set({ name: "中央部" }).where("name", "=", "中央").execute();
    expect(codeOf(await applyVoices(planning, id))).toBe("unanswered");
    expect((await voicesPreview(planning, id)).fingerprint).not.toBe(fingerprint);
  });
});
