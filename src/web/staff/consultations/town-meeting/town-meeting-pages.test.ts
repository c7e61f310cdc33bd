import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { appOf, Browser } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { announce, meetingOn } from "../../../../../test/support/consultations.ts";
import { castOf, smallPlan } from "../../../../../test/support/plan.ts";
import { accepted } from "../../../../../test/support/results.ts";
import { meetingAddress } from "./addresses.ts";

const city = useCity();
const clock = stoppedClock("2026-11-22T01:00:00Z");
let planning: Ctx;
let staff: Browser;
let clerk: Browser;
let citizen: Browser;
let planId: string;

beforeAll(async () => {
  const cast = await castOf(city());
  planning = cast.planning;
  planId = (await smallPlan(planning)).plan.id;
  staff = new Browser(appOf(city(), { actor: cast.sato, clock }), city());
  clerk = new Browser(appOf(city(), { actor: cast.kato, clock }), city());
  citizen = new Browser(appOf(city(), { clock }), city());
});

async function textOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).text();
}

/** A hidden field of a page. */
function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
}

describe("a town meeting in the pages", () => {
  it("is made with its usual words, and refused with what was typed kept", async () => {
    const form = { planId, title: "語る会", slug: "made", opensOn: "2026-12-01", closesOn: "2026-12-14" };
    const more = { duty: "answer", voiceYears: "5", senderYears: "1", purpose: "説明します", keepDays: "30日" };
    const refused = await staff.post(meetingAddress.create, { ...form, ...more });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/1から366までの日数[^]*説明します/);
    const made = await staff.post(meetingAddress.create, { ...form, ...more, keepDays: "３０", acceptsWeb: "yes" });
    expect(made.headers.get("location")).toContain("/staff/consultations/made");
    expect(await textOf(staff.get("/staff/consultations/made"))).toContain("公示の前に書くもの");
    expect((await clerk.post(meetingAddress.create, form)).status).toBe(403);
  });

  it("takes a citizen's registration without script, from the form over the check to the receipt, and its cancelling", async () => {
    const { slug, venueId } = await meetingOn(planning, planId, { slug: "talk" });
    accepted(await announce(planning, slug));
    expect(await textOf(citizen.get("/consultations/talk"))).toMatch(/中央公民館[^]*2026年）土曜日 19:00〜20:30/);
    const address = "/consultations/talk/registration";
    const page = await textOf(citizen.get(`${address}?venue=${venueId}`));
    expect(page).toContain("あと3人参加できます。");
    const entry = { venueId, people: "２人", name: "山本", contact: "0000-12-3456", needs: ["託児"], needsNote: "2歳" };
    const form = { ...entry, formKey: hidden(page, "formKey"), begunAt: "2026-11-22T00:59:00Z" };
    const missing = await citizen.post(address, { ...form, name: "", go: "check" });
    expect(missing.status).toBe(422);
    expect(await missing.text()).toMatch(/お名前を入れてください。[^]*0000-12-3456/);
    expect(await textOf(citizen.post(address, { ...form, go: "check" }))).toMatch(
      /申し込む前に確かめる[^]*託児（2歳）/,
    );
    const trapped = await textOf(citizen.post(address, { ...form, go: "send", website: "x" }));
    expect(trapped).toContain("まだ申し込まれていません");
    const done = await textOf(citizen.post(address, { ...form, go: "send" }));
    const receipt = /receipt-number">([^<]+)</.exec(done)?.[1] ?? "";
    expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
    const lookup = "/consultations/registrations";
    expect(await textOf(citizen.post(lookup, { receipt }))).toContain("この申込みを取り消す");
    expect(await textOf(citizen.post(lookup, { receipt, go: "cancel" }))).toContain("申込みは取り消されています");
    expect((await citizen.post(lookup, { receipt: "1234" })).status).toBe(422);
  });

  it("shows the reception list to whoever looks after it, takes the door's counts, and keeps names from others", async () => {
    const { slug, venueId } = await meetingOn(planning, planId, { slug: "door" });
    const door = { way: "venue", people: "2", name: "", contact: "" };
    expect((await staff.post(meetingAddress.registrations(slug, venueId), door)).status).toBe(303);
    const called = { way: "counter", people: "2", name: "山本", contact: "0000-12-3456" };
    expect((await staff.post(meetingAddress.registrations(slug, venueId), called)).status).toBe(303);
    const list = await textOf(staff.get(meetingAddress.reception(slug, venueId)));
    expect(list).toMatch(/申込み2人、キャンセル待ち2人、来場2人[^]*山本/);
    expect((await clerk.get(meetingAddress.reception(slug, venueId))).status).toBe(403);
    expect(await textOf(clerk.get(`/staff/consultations/${slug}`))).not.toContain("山本");
    const wrong = await staff.post(meetingAddress.attendance(slug, venueId), { "age-0": "たくさん" });
    expect(wrong.status).toBe(422);
    expect((await staff.post(meetingAddress.attendance(slug, venueId), { "age-0": "2" })).status).toBe(303);
  });

  it("leads from typed lines over the approval to the ledger, and shows both texts to who comes late", async () => {
    const { slug, venueId } = await meetingOn(planning, planId, { slug: "record" });
    const address = meetingAddress.minutes(slug, venueId);
    const typed = "市民：バスを増やして。\n市：検討します。";
    expect((await staff.post(address, { version: "0", explanation: "素案の説明", typed })).status).toBe(303);
    const late = await staff.post(address, { version: "0", explanation: "別の説明" });
    expect(late.status).toBe(422);
    expect(await late.text()).toMatch(/いま保存されている内容[^]*バスを増やして。[^]*別の説明/);
    expect((await staff.post(meetingAddress.approval(slug, venueId), { version: "1" })).status).toBe(303);
    const approved = await textOf(staff.get(address));
    expect(approved).toMatch(/意見の番号 \d+[^]*この答えを、市の考え方の案にする/);
    const offered = await staff.post(meetingAddress.offers(slug, venueId), { exchange: hidden(approved, "exchange") });
    expect(offered.headers.get("location")).toContain("/staff/responses/");
    const pdf = await staff.get(meetingAddress.paper(slug, venueId, "pdf"));
    expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  });

  it("goes into a calendar with all its venues or one", async () => {
    const all = await textOf(citizen.get("/consultations/talk/calendar.ics"));
    expect(all).toContain("DTSTART:20261205T100000Z");
    expect((await citizen.get("/consultations/talk/venues/none.ics")).status).toBe(404);
  });
});
