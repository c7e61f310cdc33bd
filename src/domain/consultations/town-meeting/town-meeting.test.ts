import { beforeAll, describe, expect, it } from "vitest";
import { nobody, type Ctx } from "#domain/audit/index.ts";
import { listVoices, answerPage, voicePageById } from "#domain/voices/index.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { announce, meetingOn, venueWords } from "../../../../test/support/consultations.ts";
import { castOf, smallPlan } from "../../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../../test/support/results.ts";
import {
  addVenue,
  announcementOf,
  approveMinutes,
  consultationBySlug,
  editVenue,
  exchangesIn,
  forgetRegistrants,
  meetingPage,
  noteArrival,
  noteAttendance,
  offerAnswer,
  receptionList,
  registerByStaff,
  removeVenue,
  reopenMinutes,
  seating,
  seatsLeft,
  venueState,
  writeMinutes,
} from "../index.ts";
import { cancelByReceipt, registerByForm, registrationByReceipt } from "../submissions.ts";

describe("the queue of a venue", () => {
  const queue = [
    { id: "a", people: 2 },
    { id: "b", people: 2 },
    { id: "c", people: 1 },
  ];

  it("seats groups in the order in which they came, and lets nobody overtake", () => {
    // 3 seats: a takes 2; b's 2 do not fit into 1, so b waits, and c behind b waits too although 1 would fit
    expect([...seating(3, queue).values()]).toEqual(["seated", "waiting", "waiting"]);
    expect(seatsLeft(3, queue)).toBe(0);
    // 5 seats hold 2 + 2 + 1
    expect([...seating(5, queue).values()]).toEqual(["seated", "seated", "seated"]);
    expect([seatsLeft(5, queue), seatsLeft(9, queue), seatsLeft(null, queue)]).toEqual([0, 4, null]);
  });

  it("moves up whoever waits when somebody cancels, and takes a seat from nobody", () => {
    // without a: b takes 2 of 3, c the last
    expect([...seating(3, queue.slice(1)).values()]).toEqual(["seated", "seated"]);
  });
});

describe("lines typed at the venue", () => {
  it("become questions and answers by who speaks", () => {
    const typed =
      "市民：バスの本数は。\n夜も走りますか。\n\n市：検討します。\n来年度に決めます。\n問2．公園は。\n答2．直します。";
    expect(exchangesIn(typed)).toEqual([
      { question: "バスの本数は。\n夜も走りますか。", answer: "検討します。\n来年度に決めます。" },
      { question: "公園は。", answer: "直します。" },
    ]);
  });

  it("that begin with the city's name are no answer, and no words are none", () => {
    expect(exchangesIn("市の財政が心配です。")).toEqual([{ question: "市の財政が心配です。", answer: "" }]);
    expect(exchangesIn(" \n")).toEqual([]);
  });
});

const count = (label: string, people: number) => ({ dimension: "age" as const, label, people });

/** A registration of citizen 山本 as a form sends it. */
const sending = (slug: string, venueId: string, people: number, formKey: string) => ({
  slug,
  formKey,
  entry: { venueId, people, name: "山本", contact: "000-0000", needs: ["手話通訳"], needsNote: "" },
});

describe("a town meeting of the city", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let planId: string;

  beforeAll(async () => {
    ({ planning, clerk } = await castOf(city()));
    planId = (await smallPlan(planning)).plan.id;
  });

  const on = (ctx: Ctx, moment: string) => city().as(ctx.actor, moment);
  const citizen = (moment = "2026-11-25T01:00:00Z") => city().as(nobody, moment);

  it("is not announced without a venue's days in its own, and says what it lacks", async () => {
    const { id, slug } = await meetingOn(planning, planId, { slug: "days" });
    expect(refusalOf(await addVenue(planning, { ...venueWords, heldOn: "2026-12-15", consultationId: id }))).toBe(
      "invalid",
    );
    expect(refusalOf(await addVenue(planning, { ...venueWords, ends: "18:00", consultationId: id }))).toBe("invalid");
    const { venues } = await meetingPage(planning, id);
    accepted(await removeVenue(planning, venues[0]?.venue.id ?? ""));
    expect(refusalOf(await announce(planning, slug))).toBe("incomplete");
  });

  it("takes registrations once it is public, until the venue begins, and knows the same form again", async () => {
    const { slug, venueId } = await meetingOn(planning, planId, { slug: "apply" });
    const first = sending(slug, venueId, 2, "form-1");
    expect(refusalOf(await registerByForm(citizen(), first))).toBe("notPublic");
    accepted(await announce(planning, slug));
    const one = accepted(await registerByForm(citizen(), first));
    expect(one.seat).toBe("seated");
    const again = accepted(await registerByForm(citizen(), first));
    expect([again.isRepeat, again.receipt]).toEqual([true, one.receipt]);
    // 3 seats, 2 taken: 2 more people do not fit
    const two = accepted(await registerByForm(citizen(), sending(slug, venueId, 2, "form-2")));
    expect(two.seat).toBe("waiting");
    // 2026-12-05 19:00 in Tokyo is 10:00 in UTC
    const late = citizen("2026-12-05T10:00:00Z");
    expect(refusalOf(await registerByForm(late, sending(slug, venueId, 1, "form-3")))).toBe("venueOver");
    expect(refusalOf(await registerByForm(citizen(), sending(slug, venueId, 21, "form-4")))).toBe("invalid");
  });

  it("lets the waiting move up when a receipt cancels, and marks whom to call", async () => {
    const { slug, venueId } = await meetingOn(planning, planId, { slug: "cancel" });
    accepted(await announce(planning, slug));
    const one = accepted(await registerByForm(citizen(), sending(slug, venueId, 3, "c-1")));
    const two = accepted(await registerByForm(citizen(), sending(slug, venueId, 1, "c-2")));
    expect((await registrationByReceipt(citizen(), two.receipt.toLowerCase()))?.seat).toBe("waiting");
    expect(accepted(await cancelByReceipt(citizen(), one.receipt)).isCancelled).toBe(true);
    expect(refusalOf(await cancelByReceipt(citizen(), one.receipt))).toBe("alreadyCancelled");
    expect((await registrationByReceipt(citizen(), two.receipt))?.seat).toBe("seated");
    const { registrations } = await receptionList(planning, venueId);
    expect(registrations.map(({ seat, beganWaiting }) => [seat, beganWaiting])).toEqual([
      [null, false],
      ["seated", true],
    ]);
    expect(await registrationByReceipt(citizen(), "0000-0000-0000-00")).toBeUndefined();
  });

  it("keeps who applied for its days and then forgets them, counts staying", async () => {
    const { id, slug, venueId } = await meetingOn(planning, planId, { slug: "forget" });
    accepted(await announce(planning, slug));
    accepted(await registerByForm(citizen(), sending(slug, venueId, 2, "f-1")));
    // 12-05 + 30 days = 2027-01-04, the last day of keeping
    const lastDay = on(planning, "2027-01-04T01:00:00Z");
    expect(accepted(await forgetRegistrants(lastDay, id)).erased).toBe(0);
    const after = on(planning, "2027-01-05T01:00:00Z");
    expect((await meetingPage(after, id)).overdue).toBe(1);
    expect(accepted(await forgetRegistrants(after, id)).erased).toBe(1);
    const [registration] = (await receptionList(after, venueId)).registrations;
    expect([registration?.registrant, registration?.people]).toEqual([null, 2]);
  });

  it("publishes who came as counts, small ones joined, and never a name", async () => {
    const { slug, venueId } = await meetingOn(planning, planId, { slug: "counts" });
    accepted(await announce(planning, slug));
    const { id } = accepted(await registerByForm(citizen(), sending(slug, venueId, 2, "n-1")));
    accepted(await noteArrival(planning, { id, came: 2 }));
    const door = { venueId, people: 8, name: "", contact: "", needs: [], needsNote: "" };
    accepted(await registerByStaff(planning, door, "venue"));
    accepted(
      await noteAttendance(planning, { venueId, counts: [count("30代", 1), count("60代", 4), count("70代", 5)] }),
    );
    expect(refusalOf(await noteAttendance(planning, { venueId, counts: [count("15歳", 1)] }))).toBe("countsWrong");
    accepted(await announce(planning, slug, "結果"));
    const announced = await announcementOf(planning, await consultationBySlug(planning, slug));
    const detail = announced?.snapshot.detail;
    const venue = detail?.kind === "townMeeting" ? detail.venues[0] : undefined;
    expect(venue?.attendance?.people).toBe(10); // 2 + 8 at the door, and 1 + 4 + 5 by age
    // 1 alone tells somebody, and joined alone it still would: the smallest other (4) joins it
    expect(venue?.attendance?.byAge).toEqual([
      { label: "70代", count: 5 },
      { label: "その他", count: 5 },
    ]);
    expect(JSON.stringify(announced?.snapshot)).not.toMatch(/山本|000-0000|手話/);
  });

  it("turns the questions of approved minutes into voices, once, and offers an answer as a draft", async () => {
    const { id, slug, venueId } = await meetingOn(planning, planId, { slug: "minutes" });
    const exchange = { id: null, question: "バスを増やして。夜もです。", answer: "検討します。" };
    const words = { venueId, cityPeople: 4, opening: "", explanation: "素案の説明", closing: "" };
    accepted(
      await writeMinutes(planning, {
        ...words,
        version: 0,
        exchanges: [exchange, { ...exchange, question: "公園は。", answer: "" }],
      }),
    );
    expect(refusalOf(await writeMinutes(planning, { ...words, version: 0, exchanges: [] }))).toBe("stale");
    const [drafted] = (await venueState(planning, venueId)).minutes.exchanges;
    expect(refusalOf(await offerAnswer(planning, { venueId, exchangeId: drafted?.id ?? "" }))).toBe("notYetVoice");
    expect(accepted(await approveMinutes(planning, { venueId, version: 1 })).voices).toBe(2);
    const { voices } = await listVoices(planning, { occasionId: id }, { limit: 10, order: "oldest" });
    expect(voices).toHaveLength(2);
    const { minutes } = await venueState(planning, venueId);
    expect(refusalOf(await writeMinutes(planning, { ...words, version: 1, exchanges: [] }))).toBe("approved");
    const { topicId } = accepted(await offerAnswer(planning, { venueId, exchangeId: minutes.exchanges[0]?.id ?? "" }));
    const answer = await answerPage(planning, topicId);
    expect([answer.topic.title, answer.response?.content]).toEqual(["バスを増やして。", "検討します。"]);
    accepted(await reopenMinutes(planning, venueId));
    expect(refusalOf(await writeMinutes(planning, { ...words, version: 1, exchanges: [] }))).toBe("questionFixed");
    expect(accepted(await approveMinutes(planning, { venueId, version: 1 })).voices).toBe(0);
    accepted(await announce(planning, slug, "記録"));
    const detail = (await announcementOf(planning, await consultationBySlug(planning, slug)))?.snapshot.detail;
    const venue = detail?.kind === "townMeeting" ? detail.venues[0] : undefined;
    expect(venue?.minutes?.exchanges.map(({ question, answer: told }) => [question, told])).toEqual([
      ["バスを増やして。夜もです。", "検討します。"],
      ["公園は。", ""],
    ]);
    const { voice } = await voicePageById(planning, minutes.exchanges[1]?.voice?.id ?? "");
    expect([voice.way, voice.receivedAt.toISOString()]).toEqual(["record", "2026-12-05T10:00:00.000Z"]);
  });

  it("is another division's business for a clerk, who sees no list and changes no venue", async () => {
    const { venueId } = await meetingOn(planning, planId, { slug: "whose" });
    await expect(receptionList(clerk, venueId)).rejects.toThrow(Forbidden);
    await expect(editVenue(clerk, { ...venueWords, id: venueId, version: 1 })).rejects.toThrow(Forbidden);
    expect(refusalOf(await editVenue(planning, { ...venueWords, id: venueId, version: 2 }))).toBe("stale");
  });
});
