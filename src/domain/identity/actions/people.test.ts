import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Actor, type Ctx } from "#domain/audit/index.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { deskOf } from "../../../../test/support/browser.ts";
import {
  abolishDivision,
  addPost,
  changeDivision,
  choosePassword,
  createDivision,
  createPersonWithPassword,
  divisionHistory,
  divisionName,
  editPerson,
  endGrant,
  endPost,
  grantRole,
  inviteAgain,
  invitePerson,
  listPeople,
  openSetUp,
  ownerOfLink,
  personPage,
  reinstatePerson,
  requestNewPassword,
  retirePerson,
  type PeopleFilter,
} from "../index.ts";

const origin = "https://plan.city.example.jp";
const password = "みほんの橋を渡る朝の風の音";

/** The refusal's code, or "done". */
async function codeOf(work: Promise<{ ok: true } | { ok: false; refusal: { code: string } }>): Promise<string> {
  const result = await work;
  return result.ok ? "done" : result.refusal.code;
}

async function valueOf<T>(
  work: Promise<{ ok: true; value: T } | { ok: false; refusal: { message: string } }>,
): Promise<T> {
  const result = await work;
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function actorOf(role: "administrator" | "planning" | "clerk", id: string): Actor {
  return { kind: "person", id, name: "", roles: [role], divisionIds: [] };
}

function tokenOf(link = ""): string {
  return new URL(link).searchParams.get("token") ?? "";
}

async function emailsOf(ctx: Ctx, filter: PeopleFilter): Promise<string[]> {
  return (await listPeople(ctx, filter)).map((person) => person.email);
}

describe("people and divisions", () => {
  const city = useCity();
  let admin: Ctx;
  let adminId: string;
  let planning: string;

  beforeAll(async () => {
    const seed = city().as(systemActor("seed"));
    planning = await valueOf(createDivision(seed, { name: "企画課", fromOn: "2020-04-01" }));
    adminId = await valueOf(
      createPersonWithPassword(seed, {
        name: "高橋 誠",
        kana: "たかはし まこと",
        email: "takahashi@city.example.jp",
        password,
        roles: [{ role: "administrator" }],
        divisionId: planning,
      }),
    );
    admin = city().as(actorOf("administrator", adminId));
  });

  const fresh = { name: "鈴木 一", kana: "すずき はじめ", roles: [{ role: "finance" }], origin } as const;

  it("mails an invitation whose link works once, and writes no address into the audit trail", async () => {
    const invited = await valueOf(invitePerson(admin, { ...fresh, email: "Suzuki@City.example.jp " }));
    const mails = await city()
      .database.platform.selectFrom("job")
      .where("municipality_code", "=", city().municipality.code)
      .select("payload")
      .execute();
    const mail = JSON.stringify(mails.at(-1)?.payload);
    const token = /token=([\w-]+)/.exec(mail)?.[1] ?? "";
    expect(mail).toContain("suzuki@city.example.jp");
    expect((await ownerOfLink(admin, token))?.name).toBe("鈴木 一");
    const nobody = city().as({ kind: "nobody" });
    expect(await codeOf(choosePassword(nobody, { token, password: "みじかい", again: "みじかい" }))).toBe("tooShort");
    expect(await codeOf(choosePassword(nobody, { token, password, again: password }))).toBe("done");
    expect(await codeOf(choosePassword(nobody, { token, password, again: password }))).toBe("linkOver");
    expect(await codeOf(inviteAgain(admin, { id: invited.id, origin }))).toBe("hasPassword");
    const written = await admin.db.selectFrom("event").select(["act", "reference"]).execute();
    expect(written.map((event) => event.act)).toContain("identity.person.invited");
    expect(JSON.stringify(written)).not.toMatch(/suzuki|鈴木|city\.example/i);
  });

  it("hands a link over where mail does not arrive, and a new one ends the old", async () => {
    const first = await valueOf(invitePerson(admin, { ...fresh, email: "byhand@city.example.jp", byHand: true }));
    const again = await valueOf(inviteAgain(admin, { id: first.id, origin, byHand: true }));
    expect(await ownerOfLink(admin, tokenOf(first.link))).toBeUndefined();
    expect((await ownerOfLink(admin, tokenOf(again.link)))?.email).toBe("byhand@city.example.jp");
    const later = city().as({ kind: "nobody" }, "2026-12-07T01:00:00Z"); // 15 days after 22 November
    expect(await ownerOfLink(later, tokenOf(again.link))).toBeUndefined();
  });

  it.each([
    [{ email: "SUZUKI@city.example.jp" }, "emailTaken"],
    [{ name: " " }, "noName"],
    [{ email: "suzuki" }, "badEmail"],
    [{ roles: [] }, "noRole"],
    [{ roles: [{ role: "contractor" as const }] }, "contractorNeedsEnd"],
    [{ divisionId: "01a204ba-97f0-7be8-b046-683f3073e677" }, "noDivision"],
  ])("refuses a new person with %j", async (fault, code) => {
    expect(await codeOf(invitePerson(admin, { ...fresh, email: "new@city.example.jp", ...fault }))).toBe(code);
  });

  it("lets only administrators change people", async () => {
    const clerk = city().as(actorOf("clerk", adminId));
    await expect(invitePerson(clerk, { ...fresh, email: "x@city.example.jp" })).rejects.toThrow(Forbidden);
    await expect(listPeople(clerk)).rejects.toThrow(Forbidden);
  });

  it("refuses a correction made on an old version, and an address that another has", async () => {
    const page = await personPage(admin, adminId);
    const facts = { id: adminId, version: page.version, name: "高橋 誠", kana: "たかはし まこと", email: page.email };
    expect(await codeOf(editPerson(admin, { ...facts, email: "suzuki@city.example.jp" }))).toBe("emailTaken");
    expect(await codeOf(editPerson(admin, { ...facts, name: "高橋 真" }))).toBe("done");
    expect(await codeOf(editPerson(admin, facts))).toBe("stale");
  });

  it("never loses the last administrator, by whichever way", async () => {
    const grant = (await personPage(admin, adminId)).grants[0];
    expect(await codeOf(endGrant(admin, { personId: adminId, id: grant?.id ?? "", untilOn: "2027-03-31" }))).toBe(
      "lastAdministrator",
    );
    expect(await codeOf(retirePerson(admin, { id: adminId, retiredOn: "2026-11-22" }))).toBe("lastAdministrator");
  });

  it("ends a role, a post and a person's access on their days", async () => {
    const { id } = await valueOf(
      invitePerson(admin, { ...fresh, email: "ending@city.example.jp", divisionId: planning, title: "主査" }),
    );
    await valueOf(grantRole(admin, { personId: id, role: "clerk", fromOn: "2026-11-22", untilOn: null }));
    expect(await codeOf(grantRole(admin, { personId: id, role: "clerk", fromOn: "2027-04-01", untilOn: null }))).toBe(
      "heldAlready",
    );
    const before = await personPage(admin, id);
    expect([before.roles, before.allPosts.map((post) => post.words)]).toEqual([["finance", "clerk"], ["企画課 主査"]]);
    await valueOf(endPost(admin, { personId: id, id: before.allPosts[0]?.id ?? "", untilOn: "2027-03-31" }));
    await valueOf(retirePerson(admin, { id, retiredOn: "2027-01-01" }));
    const after = await personPage(admin, id);
    expect([...after.grants, ...after.allPosts].map((span) => span.untilOn)).toEqual([
      "2026-12-31",
      "2026-12-31",
      "2026-12-31",
    ]);
    expect(after.state).toBe("invited"); // until that day
    expect((await personPage(city().as(admin.actor, "2027-01-01T01:00:00Z"), id)).state).toBe("retired");
    expect(await codeOf(reinstatePerson(admin, { id }))).toBe("done");
  });

  it("removes a role that ends before it would begin, so that it never held", async () => {
    const { id } = await valueOf(invitePerson(admin, { ...fresh, email: "today@city.example.jp" }));
    await valueOf(retirePerson(admin, { id, retiredOn: "2026-11-22" }));
    const { grants, state } = await personPage(admin, id);
    expect([grants, state]).toEqual([[], "retired"]);
    expect(
      await codeOf(
        addPost(admin, { personId: id, divisionId: planning, title: "", fromOn: "2026-11-22", untilOn: null }),
      ),
    ).toBe("retired");
  });

  it("finds people by name in any width, role and state; those who left only when asked", async () => {
    expect(await emailsOf(admin, { words: "ＴＡＫＡＨＡＳＨＩ" })).toEqual(["takahashi@city.example.jp"]);
    expect(await emailsOf(admin, { words: "たかはし", role: "finance" })).toEqual([]);
    expect(await emailsOf(admin, {})).not.toContain("today@city.example.jp");
    expect(await emailsOf(admin, { state: "retired" })).toEqual(["today@city.example.jp"]);
    expect(await emailsOf(admin, { divisionId: planning })).toContain("takahashi@city.example.jp");
  });

  it("mails at most three links an hour for a forgotten password, and says the same for an unknown address", async () => {
    const caller = { signInDesk: deskOf(city()), request: new Request("http://c.test/"), clientAddress: "192.0.2.9" };
    const nobody = city().as({ kind: "nobody" });
    const count = async () =>
      (
        await city()
          .database.platform.selectFrom("job")
          .where("municipality_code", "=", city().municipality.code)
          .select("id")
          .execute()
      ).length;
    const before = await count();
    for (let time = 0; time < 5; time++)
      expect(await codeOf(requestNewPassword(nobody, caller, { email: "takahashi@city.example.jp", origin }))).toBe(
        "done",
      );
    expect(await codeOf(requestNewPassword(nobody, caller, { email: "nobody@city.example.jp", origin }))).toBe("done");
    expect((await count()) - before).toBe(3);
  });

  it("opens no set-up where there is an administrator", async () => {
    expect(await openSetUp(city().as(systemActor("start")))).toBeNull();
  });

  it("renames a division from a day, and lets both names be asked for", async () => {
    const planner = city().as(actorOf("planning", adminId));
    const change = { id: planning, name: "総合政策課", fromOn: "2027-04-01" };
    expect(await codeOf(changeDivision(planner, { ...change, version: 1 }))).toBe("done");
    expect(await codeOf(changeDivision(planner, { ...change, version: 1 }))).toBe("stale");
    expect([
      await divisionName(admin, planning, "2027-03-31"),
      await divisionName(admin, planning, "2027-04-01"),
    ]).toEqual(["企画課", "総合政策課"]);
  });

  it("refuses a division with the same name beside it, below itself, and an end while people are in it", async () => {
    const below = await valueOf(createDivision(admin, { name: "計画係", parentId: planning, fromOn: "2026-04-01" }));
    const { version } = await divisionHistory(admin, planning);
    expect(await codeOf(createDivision(admin, { name: "計画係", parentId: planning, fromOn: "2026-05-01" }))).toBe(
      "sameName",
    );
    expect(await codeOf(createDivision(admin, { name: "古い係", parentId: planning, fromOn: "2019-05-01" }))).toBe(
      "parentNotThere",
    );
    expect(
      await codeOf(
        changeDivision(admin, { id: planning, version, name: "企画課", parentId: below, fromOn: "2026-12-01" }),
      ),
    ).toBe("loop");
    expect(await codeOf(abolishDivision(admin, { id: planning, version, abolishedOn: "2028-04-01" }))).toBe(
      "hasChildren",
    );
    expect(await codeOf(abolishDivision(admin, { id: below, version: 1, abolishedOn: "2028-04-01" }))).toBe("done");
    expect(await codeOf(abolishDivision(admin, { id: planning, version, abolishedOn: "2028-04-01" }))).toBe(
      "hasPeople",
    );
  });
});
