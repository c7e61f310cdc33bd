import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { Forbidden, NotFound } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { announce, consultationWords, roundOn, roundWords } from "../../../../test/support/consultations.ts";
import { castOf, smallPlan } from "../../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../../test/support/results.ts";
import {
  announcementOf,
  changePeriod,
  consultationBySlug,
  createRound,
  daysBetween,
  daysLeft,
  editRound,
  lacksOfRound,
  periodChangeFault,
  periodFault,
  publicPhase,
  removeDocument,
  roundOf,
  type AllWords,
} from "../index.ts";

describe("the days of a round", () => {
  it("are counted with the first day: 10/11 to 11/9 are exactly 30", () => {
    // 21 days of October (11 to 31) + 9 of November = 30: 千曲市, 令和4年10月11日から11月9日まで
    expect(daysBetween("2022-10-11", "2022-11-09")).toBe(30);
    expect(periodFault({ opensOn: "2022-10-11", closesOn: "2022-11-09" }, "")).toBeUndefined();
    expect(periodFault({ opensOn: "2022-10-11", closesOn: "2022-11-08" }, "")?.code).toBe("shortPeriod");
    expect(periodFault({ opensOn: "2022-10-11", closesOn: "2022-11-08" }, "議会の日程のため")).toBeUndefined();
  });

  it("left are 1 on the last day and 0 after it", () => {
    expect([daysLeft("2026-11-30", "2026-11-22"), daysLeft("2026-11-30", "2026-11-30")]).toEqual([9, 1]);
    expect(daysLeft("2026-11-30", "2026-12-01")).toBe(0);
  });

  it("tell the phase of what is public", () => {
    const span = { opensOn: "2026-11-01", closesOn: "2026-11-30" };
    const on = (day: string) => publicPhase(span, day, false);
    expect([on("2026-10-31"), on("2026-11-01"), on("2026-11-30"), on("2026-12-01")]).toEqual([
      "announced",
      "open",
      "open",
      "closed",
    ]);
    expect(publicPhase(span, "2026-12-01", true)).toBe("finished");
  });
});

describe("a change of the period", () => {
  const asked = {
    kind: "extension",
    before: "2026-11-30",
    after: "2026-12-14",
    opensOn: "2026-11-01",
    today: "2026-11-22",
    reason: "資料を直したため",
  } as const;

  it("is later for an extension and not past for an early closing, and says why", () => {
    expect(periodChangeFault(asked)).toBeUndefined();
    expect(periodChangeFault({ ...asked, after: "2026-11-30" })?.code).toBe("notLater");
    expect(periodChangeFault({ ...asked, reason: "" })?.code).toBe("reasonMissing");
    const early = { ...asked, kind: "earlyClosing", after: "2026-11-22" } as const;
    expect(periodChangeFault(early)).toBeUndefined();
    expect(periodChangeFault({ ...early, after: "2026-11-21" })?.code).toBe("inThePast");
    expect(periodChangeFault({ ...early, after: "2026-11-30" })?.code).toBe("notEarlier");
  });

  it("does not open again what is over", () => {
    expect(periodChangeFault({ ...asked, today: "2026-12-01" })?.code).toBe("isOver");
  });
});

it("a round lacks what its announcement must say, and the draft itself", () => {
  expect(lacksOfRound(roundWords, [{ role: "draft" }])).toEqual([]);
  expect(lacksOfRound({ ...roundWords, purpose: " " }, [{ role: "material" }])).toEqual(["趣旨", "案（資料）"]);
});

describe("a round of the city", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let planId: string;

  beforeAll(async () => {
    ({ planning, clerk } = await castOf(city()));
    planId = (await smallPlan(planning)).plan.id;
  });

  /** The same person on another day. */
  const on = (ctx: Ctx, day: string) => city().as(ctx.actor, `${day}T01:00:00Z`);

  it("is public by its announcement alone, and then open for its days", async () => {
    const before = on(planning, "2026-10-30");
    const { slug } = await roundOn(before, planId, { slug: "first" });
    const round = await consultationBySlug(before, slug);
    expect(await announcementOf(before, round)).toBeUndefined();
    accepted(await announce(before, slug));
    expect((await announcementOf(before, round))?.phase).toBe("announced");
    expect((await announcementOf(planning, round))?.phase).toBe("open");
    expect((await announcementOf(on(planning, "2026-12-01"), round))?.phase).toBe("closed");
  });

  it("cannot be announced while something is missing, or so late that too few days are left", async () => {
    const before = on(planning, "2026-10-30");
    const { id, slug } = await roundOn(before, planId, { slug: "late" });
    expect(refusalOf(await announce(on(planning, "2026-11-02"), slug))).toBe("shortPeriod");
    const [document] = (await roundOf(before, id)).documents;
    accepted(await removeDocument(before, { consultationId: id, id: document?.id ?? "" }));
    expect(refusalOf(await announce(before, slug))).toBe("incomplete");
  });

  it("is extended with a reason that is published; its days are not edited once they are announced", async () => {
    const before = on(planning, "2026-10-30");
    const { id, slug } = await roundOn(before, planId, { slug: "extended" });
    accepted(await announce(before, slug));
    const { version } = await consultationBySlug(before, slug);
    const words = { ...consultationWords, slug, id, version, round: roundWords };
    expect(refusalOf(await editRound(planning, { ...words, closesOn: "2026-12-14" }))).toBe("periodFixed");
    accepted(
      await changePeriod(planning, { id, kind: "extension", closesOn: "2026-12-14", reason: "資料を直したため" }),
    );
    const round = await consultationBySlug(planning, slug);
    expect((await announcementOf(planning, round))?.closesOn).toBe("2026-11-30"); // citizens read this until it is announced
    accepted(await announce(planning, slug, "延長"));
    expect((await announcementOf(planning, round))?.closesOn).toBe("2026-12-14");
  });

  it("may be closed early, its reason standing for the days that are missing then", async () => {
    const before = on(planning, "2026-10-30");
    const { id, slug } = await roundOn(before, planId, { slug: "early" });
    accepted(await announce(before, slug));
    const order = { id, kind: "earlyClosing", closesOn: "2026-11-22", reason: "案を取り下げたため" } as const;
    accepted(await changePeriod(planning, order));
    expect(refusalOf(await announce(planning, slug, "繰上げ"))).toBe("accepted");
  });

  const made = (words: Partial<AllWords>, of = planId) =>
    createRound(planning, { ...consultationWords, slug: "elsewhere", ...words, planId: of, round: roundWords });

  it("names a division and a plan that are there, in words that fit a list", async () => {
    expect(refusalOf(await made({ divisionId: newId() }))).toBe("divisionUnknown");
    expect(refusalOf(await made({ title: "あ".repeat(201) }))).toBe("titleTooLong");
    const long = await made({ summary: "あ".repeat(2_001), contact: "あ".repeat(2_001) });
    expect(long).toMatchObject({
      refusal: { fields: { summary: "2000字までにしてください。", contact: "2000字までにしてください。" } },
    });
    await expect(made({}, newId())).rejects.toBeInstanceOf(NotFound);
  });

  it("has a word of its own, which stays once it was read", async () => {
    const before = on(planning, "2026-10-30");
    const { id, slug } = await roundOn(before, planId, { slug: "word" });
    expect(
      refusalOf(await createRound(before, { ...consultationWords, slug: "word", planId, round: roundWords })),
    ).toBe("wordTaken");
    accepted(await announce(before, slug));
    const { version } = await consultationBySlug(before, slug);
    const words = { ...consultationWords, id, version, round: roundWords };
    expect(refusalOf(await editRound(planning, { ...words, slug: "other" }))).toBe("wordFixed");
  });

  it("is made by the planning office, and edited by others only for their own division", async () => {
    const { id } = await roundOn(planning, planId, { slug: "whose", opensOn: "2027-01-01", closesOn: "2027-01-30" });
    const order = { id, kind: "extension", closesOn: "2027-02-10", reason: "理由" } as const;
    await expect(changePeriod(clerk, order)).rejects.toThrow(Forbidden);
    await expect(createRound(clerk, { ...consultationWords, planId, round: roundWords })).rejects.toThrow(Forbidden);
  });
});
