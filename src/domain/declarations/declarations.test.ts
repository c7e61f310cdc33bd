import { beforeAll, describe, expect, it } from "vitest";
import { nobody, type Ctx } from "#domain/audit/index.ts";
import { nodePage, publishablePlan } from "#domain/plan/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import { Forbidden, NotFound } from "#kernel/result.ts";
import { useCity } from "../../../test/support/city.ts";
import { appOf, Browser } from "../../../test/support/browser.ts";
import { acceptedDeclaration, declared, publishDeclarations } from "../../../test/support/declarations.ts";
import { castOf, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { accepted } from "../../../test/support/results.ts";
import { emptyPartnership, type PartnershipWords } from "./partnership.ts";
import {
  declarationByReceipt,
  declarationPage,
  disposeContact,
  keepPartnership,
  listDeclarations,
  publishableDeclarations,
  refuseDeclaration,
  seeContact,
  tellYear,
} from "./index.ts";

const city = useCity();
let planning: Ctx;
let clerk: Ctx;
let citizen: Ctx;
let plan: PlanInTest;
let browser: Browser;

beforeAll(async () => {
  ({ planning, clerk } = await castOf(city()));
  citizen = city().as(nobody);
  plan = await smallPlan(planning);
  browser = new Browser(appOf(city()), city());
  const words = {
    label: "策定版",
    openness: "decided",
    divisionName: "企画課",
    divisionContact: "",
    note: "",
  } as const;
  accepted(await publishNow(planning, { of: publishablePlan, reference: plan.plan.slug, ...words }));
});

async function composed() {
  return accepted(await publishableDeclarations.compose(planning, plan.plan.slug));
}

describe("a declaration", () => {
  it("goes public when it was accepted and published, its name as it wishes, its contact never", async () => {
    const { id: nodeId } = await plan.node("訓練");
    const shown = await declared(citizen, plan.plan.slug, { nodeIds: [nodeId] });
    const hidden = await declared(citizen, plan.plan.slug, { organisation: "匿名工業", showsName: false });
    const waiting = await declared(citizen, plan.plan.slug, { organisation: "待機会社" });
    for (const { number } of [shown, hidden]) await acceptedDeclaration(planning, number);
    await publishDeclarations(planning, plan.plan.slug);
    const pages = ["/declarations", "/sdgs", `/plan/${plan.plan.slug}/1-1-1`];
    const htmls = await Promise.all(pages.map(async (path) => (await browser.get(path)).text()));
    for (const html of [htmls[0], htmls[2]]) expect(html).toContain("みほん商店会");
    const csv = await (await browser.get(`/opendata/declarations/${plan.plan.slug}/declarations.csv`)).text();
    const everything = [...htmls, csv, await (await browser.get("/feed.xml")).text()].join("\n");
    for (const secret of ["匿名工業", "待機会社", "山本", "yamamoto@mihon.example", waiting.receipt])
      expect(everything, secret).not.toContain(secret);
    expect(csv.trim().split("\n")).toHaveLength(3); // heads and two declarations
  });

  it("is told by receipt to go on or to have ended, once it is accepted; ended is ended the year after", async () => {
    const { number, receipt } = await declared(citizen, plan.plan.slug, { promise: "月に一度、川をきれいにします。" });
    const early = await tellYear(citizen, { receipt, answer: "continuing" });
    expect(early.ok ? "" : early.refusal.code).toBe("notAccepted");
    await acceptedDeclaration(planning, number);
    accepted(await tellYear(citizen, { receipt, answer: "continuing" })); // 2026-11-22 is in fiscal year 2026
    expect((await composed()).declarations.find((each) => each.number === number)).toMatchObject({
      confirmedYear: 2026,
      hasEnded: false,
    });
    accepted(await tellYear(citizen, { receipt, answer: "ended" }));
    expect((await composed()).declarations.find((each) => each.number === number)?.hasEnded).toBe(true);
    const nextYear = city().as(nobody, "2027-05-01T01:00:00Z");
    const late = await tellYear(nextYear, { receipt, answer: "continuing" });
    expect(late.ok ? "" : late.refusal.code).toBe("hasEnded");
  });

  it("that is refused tells its sender why, and each look at a contact is recorded", async () => {
    const { number, receipt } = await declared(citizen, plan.plan.slug, { promise: "当社の商品を安く売ります。" });
    const found = (await listDeclarations(planning)).find((each) => each.number === number);
    const seen = { id: found?.id ?? "", version: found?.version ?? 0 };
    accepted(await refuseDeclaration(planning, { ...seen, reason: "宣伝にあたるため" }));
    expect(await declarationByReceipt(citizen, receipt)).toMatchObject({
      state: "refused",
      reason: "宣伝にあたるため",
    });
    expect(await seeContact(planning, seen.id)).toMatchObject({ email: "yamamoto@mihon.example" });
    await expect(seeContact(clerk, seen.id)).rejects.toThrow(Forbidden);
    const events = await planning.db.selectFrom("event").select("act").execute();
    expect(events.filter(({ act }) => act === "declaration.contact.seen")).toHaveLength(1);
    accepted(await disposeContact(planning, seen.id));
    await expect(seeContact(planning, seen.id)).rejects.toThrow(NotFound);
  });

  it("keeps its contact while it goes on", async () => {
    const { number, receipt } = await declared(citizen, plan.plan.slug, { promise: "駅前に花を植えます。" });
    await acceptedDeclaration(planning, number);
    const { id } = (await declarationPage(planning, number)).declaration;
    expect(await disposeContact(planning, id)).toMatchObject({ refusal: { code: "goesOn" } });
    accepted(await tellYear(citizen, { receipt, answer: "ended" }));
    accepted(await disposeContact(planning, id));
    expect((await declarationPage(planning, number)).hasContact).toBe(false);
    expect(await disposeContact(planning, id)).toMatchObject({ refusal: { code: "noContact" } });
  });

  it("is sealed in a city's export, with all that belongs to it", async () => {
    const { rows } = await city().database.pool.query<{ name: string }>(
      `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = $1 and obj_description(pg_class.oid, 'pg_class') like 'personal data%'`,
      [city().municipality.schema],
    );
    const personal = ["declaration", "declaration_contact", "declaration_year", "proposal", "proposal_report"];
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(personal));
  });
});

describe("a partnership", () => {
  it("names a voice that is in the ledger, and is kept by who writes the measure", async () => {
    const { id: nodeId } = await plan.node("備蓄");
    const words: PartnershipWords = { ...emptyPartnership, partner: "みほん自治会連合会", sinceOn: "2026-04-01" };
    const unknown = await keepPartnership(planning, {
      nodeId,
      words: { ...words, proposedBy: "voice", voiceNumber: 99 },
    });
    expect(unknown.ok ? "" : unknown.refusal.code).toBe("unknownVoice");
    accepted(await keepPartnership(planning, { nodeId, words }));
    const { code } = (await nodePage(planning, nodeId)).node;
    expect((await composed()).partnerships).toMatchObject([
      { measure: { code }, partner: "みほん自治会連合会", form: "agreement", proposedBy: "city" },
    ]);
    await expect(keepPartnership(clerk, { nodeId, words })).rejects.toThrow(Forbidden);
  });
});
