import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { nobody, type Ctx } from "#domain/audit/index.ts";
import { voiceByReceipt } from "#domain/voices/submissions.ts";
import { newId } from "#kernel/id.ts";
import { useCity } from "../../../../test/support/city.ts";
import { announce, roundOn } from "../../../../test/support/consultations.ts";
import { castOf, smallPlan } from "../../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../../test/support/results.ts";
import { usualQuestions } from "../index.ts";
import { emptyComment, submitComment, type Comment } from "../submissions.ts";
import { attachmentFault, entryOf, opinionFault, senderFault } from "./comment.ts";

const comment: Comment = {
  ...emptyComment,
  text: "バスを増やしてください。",
  name: "山本",
  address: "みほん市中央1-2-3",
  senderKind: "市内に住む人",
};

function file(name: string, size = 10) {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode("%PDF-"));
  return { name, bytes };
}

describe("a comment", () => {
  it("needs a text and what the city's rule requires, and says at each field what is missing", () => {
    expect(opinionFault(usualQuestions, { ...comment, text: " " })?.fields).toHaveProperty("text");
    expect(Object.keys(senderFault(usualQuestions, emptyComment)?.fields ?? {})).toEqual([
      "name",
      "address",
      "senderKind",
    ]);
    expect(senderFault(usualQuestions, comment)).toBeUndefined();
    expect(senderFault(usualQuestions, { ...comment, email: "yamamoto" })?.fields).toHaveProperty("email");
    expect(senderFault(usualQuestions, emptyComment)?.fields?.["senderKind"]).toMatch("選んでください");
  });

  it("has its mail address and telephone number in half width, however the keyboard wrote them", () => {
    const typed = { ...comment, phone: "０２６－０００－０１２３", email: "ｙａｍａｍｏｔｏ＠ｅｘａｍｐｌｅ．ｊｐ " };
    expect(senderFault(usualQuestions, typed)).toBeUndefined();
    expect(entryOf({ questions: usualQuestions }, typed).sender).toMatchObject({
      phone: "026-000-0123",
      email: "yamamoto@example.jp",
    });
  });

  it("has no more and no larger attachments than the city takes, and the refusal names the file", () => {
    const limits = { files: 2, fileMegabytes: 1 };
    expect(attachmentFault([file("図.pdf"), file("写真.jpg")], limits)).toBeUndefined();
    expect(attachmentFault([file("a.pdf"), file("b.pdf"), file("c.pdf")], limits)?.message).toContain("2つまで");
    expect(attachmentFault([file("大きい.pdf", 1024 * 1024 + 1)], limits)?.message).toContain("大きい.pdf");
  });
});

describe("sending a comment", () => {
  const city = useCity();
  let planning: Ctx;
  let id: string;
  const slug = "plan-draft";
  /** A citizen on a day of 2026 in Tokyo. */
  const citizen = (day = "2026-11-22") => city().as(nobody, `${day}T01:00:00Z`);
  const send = (ctx: Ctx, changes: Partial<Comment> = {}, formKey: string = newId()) =>
    submitComment(ctx, { slug, formKey, comment: { ...comment, ...changes }, files: [] });
  const countOf = async () => (await planning.db.selectFrom("voice").select("id").execute()).length;

  beforeAll(async () => {
    ({ planning } = await castOf(city()));
    const before = city().as(planning.actor, "2026-10-30T01:00:00Z");
    ({ id } = await roundOn(before, (await smallPlan(planning)).plan.id));
    accepted(await announce(before, slug));
  });

  it("is taken from the first day to the last, and refused before and after in words that name the day", async () => {
    expect(refusalOf(await send(citizen("2026-10-31")))).toBe("notOpenYet");
    expect(refusalOf(await send(citizen("2026-11-01")))).toBe("accepted");
    expect(refusalOf(await send(city().as(nobody, "2026-11-30T14:59:59Z")))).toBe("accepted"); // 23:59:59 in Tokyo
    const late = await send(city().as(nobody, "2026-11-30T15:00:00Z")); // 0:00 in Tokyo
    expect(late.ok ? "" : late.refusal.message).toContain("令和8年11月30日");
  });

  it("leaves nothing behind when it is refused", async () => {
    const before = await countOf();
    await send(citizen("2026-12-01"));
    await send(citizen(), { name: "" });
    expect(await countOf()).toBe(before);
  });

  it("twice is one comment with one receipt, also when the second comes after the last day", async () => {
    const key = newId();
    const first = accepted(await send(citizen("2026-11-30"), {}, key));
    const again = accepted(await send(citizen("2026-12-01"), {}, key));
    expect([again.receipt, again.number, again.isRepeat]).toEqual([first.receipt, first.number, true]);
  });

  it("again without the file is the first one, and with another file another one", async () => {
    const formKey = newId();
    const sendWith = async (...files: readonly ReturnType<typeof file>[]) =>
      accepted(await submitComment(citizen(), { slug, formKey, comment, files }));
    const first = await sendWith(file("図.pdf"));
    expect(await sendWith()).toMatchObject({ receipt: first.receipt, isRepeat: true });
    expect(await sendWith(file("図.pdf"))).toMatchObject({ receipt: first.receipt, isRepeat: true });
    const other = await sendWith(file("別の図.pdf", 20));
    expect(other.receipt).not.toBe(first.receipt);
    expect(await sendWith(file("別の図.pdf", 20))).toMatchObject({ receipt: other.receipt, isRepeat: true });
  });

  it("with other words under the same form is another comment: none is lost", async () => {
    const key = newId();
    const first = accepted(await send(citizen(), {}, key));
    const second = accepted(await send(citizen(), { text: "ごみ袋が高いです。" }, key));
    expect(second.receipt).not.toBe(first.receipt);
    expect((await voiceByReceipt(citizen(), second.receipt))?.text).toBe("ごみ袋が高いです。");
  });

  it("keeps every acknowledged text under its receipt, however often and in whatever order forms are sent", async () => {
    const sending = fc.record({ form: fc.integer({ min: 0, max: 4 }), words: fc.constantFrom("あ", "い", "う") });
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { minLength: 1, maxLength: 8 }), async (sendings) => {
        const keys = Array.from({ length: 5 }, newId);
        const before = await countOf();
        const sent = await Promise.all(
          sendings.map(async ({ form, words }) => ({
            words,
            receipt: accepted(await send(citizen(), { text: words }, keys[form])).receipt,
          })),
        );
        for (const { words, receipt } of sent) expect((await voiceByReceipt(citizen(), receipt))?.text).toBe(words);
        const different = new Set(sendings.map(({ form, words }) => `${form} ${words}`));
        expect((await countOf()) - before).toBe(different.size);
      }),
      { numRuns: 6 },
    );
  });

  it("takes nothing that is not asked, and files only as long as they are welcome", async () => {
    const sending = { slug, formKey: newId(), comment: { ...comment, district: newId() }, files: [file("図.pdf")] };
    const { id: voiceId } = accepted(await submitComment(citizen(), sending));
    const voice = await planning.db.selectFrom("voice").where("id", "=", voiceId).selectAll().executeTakeFirstOrThrow();
    expect(voice).toMatchObject({ district_id: null, occasion_id: id, way: "web" });
    const files = await planning.db
      .selectFrom("voice_attachment")
      .innerJoin("stored_file", "stored_file.id", "file_id")
      .where("voice_id", "=", voiceId)
      .select(["name", "is_open"])
      .execute();
    expect(files).toEqual([{ name: "図.pdf", is_open: false }]);
  });
});
