import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "#domain/audit/index.ts";
import { editNode, nodePage } from "#domain/plan/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { silentLog } from "#platform/http/log.ts";
import { createPageCache } from "#platform/http/page-cache.ts";
import { publicParameters } from "#web/public-site.ts";
import { publicationPath } from "#web/publication-address.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { divisionIn, personIn, planOf, type PlanInTest } from "../../../../test/support/plan.ts";
import { publicationKinds } from "./kinds/index.ts";

const clock = stoppedClock("2026-11-22T01:00:00Z");
const pageCache = createPageCache({ clock, log: silentLog, parameters: publicParameters });

/** The candidate in the address of its check page. */
function candidateIn(address: string): string {
  return address.split("/").at(-1) ?? "";
}

describe("every kind of publication", () => {
  it.each(publicationKinds)(
    "$subject shows first, before publishing, the page that citizens will be led to",
    (kind) => {
      const path = publicationPath({ subject: kind.subject, reference: "2027", id: "0" });
      expect(path.split("?")[0]).toBe(kind.pages("2027")[0]?.path);
    },
  );
});

describe("publishing a plan from the staff site", () => {
  const city = useCity();
  let sato: PersonActor;
  let inTest: PlanInTest;
  let divisionId: string;

  const browserOf = (actor: Actor) => new Browser(appOf(city(), { actor, clock, pageCache }), city());
  const nobody = () => browserOf({ kind: "nobody" });
  const read = async (path: string) => {
    const response = await nobody().get(path);
    return { status: response.status, text: await response.text() };
  };

  beforeAll(async () => {
    divisionId = await divisionIn(city(), "企画課");
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    inTest = await planOf(city().as(sato), "みほん市総合計画", [
      "1 安全",
      ["1-1 防災", ["1-1-1 地域の防災力を高める"]],
    ]);
  });

  /** Fills in the form for preparing and returns the address of the check page. */
  async function prepared(label: string, openness: string): Promise<string> {
    const form = { subject: "plan", reference: inTest.plan.slug, label, openness, divisionId, note: "" };
    const response = await browserOf(sato).post("/staff/publications/candidates", form);
    expect(response.status).toBe(303);
    return response.headers.get("location") ?? "";
  }

  async function published(label: string, openness = "decided"): Promise<string> {
    const candidate = candidateIn(await prepared(label, openness));
    const response = await browserOf(sato).post("/staff/publications", { candidate });
    expect(response.status).toBe(303);
    return /publications\/([0-9a-f-]+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
  }

  async function changeVision(text: string): Promise<void> {
    const ctx = city().as(sato);
    const { id } = await inTest.node("地域の防災力を高める");
    const { node } = await nodePage(ctx, id);
    const {
      title,
      keyword,
      code,
      divisionId: owner,
      relatedDivisionIds,
      isPriority,
      relatedPlans,
      terms,
      version,
    } = node;
    const fields = { ...node.fields, vision: richTextOf(text) };
    const result = await editNode(ctx, {
      id,
      version,
      title,
      keyword,
      code,
      divisionId: owner,
      relatedDivisionIds,
      isPriority,
      fields,
      relatedPlans,
      terms,
    });
    if (!result.ok) throw new Error(result.refusal.code);
  }

  it("asks for a name, a step of openness and a division, and keeps what was entered", async () => {
    const response = await browserOf(sato).post("/staff/publications/candidates", {
      subject: "plan",
      reference: inTest.plan.slug,
      label: "素案",
      openness: "",
      divisionId,
      note: "",
    });
    const html = await response.text();
    expect([response.status, html.includes("公開の段階を選んでください。"), html.includes('value="素案"')]).toEqual([
      422,
      true,
      true,
    ]);
    const unnamed = await browserOf(sato).post("/staff/publications/candidates", {
      subject: "plan",
      reference: inTest.plan.slug,
      label: " ",
      openness: "decided",
      divisionId: "",
      note: "",
    });
    expect(await unnamed.text()).toContain("版の名前を入れてください。");
  });

  it("shows in the preview exactly what will appear, to staff only", async () => {
    const check = await prepared("素案", "discussion");
    const preview = `/staff/publications/previews/${candidateIn(check)}`;
    const page = await (await browserOf(sato).get(`${preview}/plan/${inTest.plan.slug}/1-1-1`)).text();
    expect(page).toContain("地域の防災力を高める");
    expect(page).toContain("公開前の確認");
    expect(page).toContain("未確定");
    expect(page).toContain(`href="${preview}/plan`);
    expect(await (await browserOf(sato).get(check)).text()).toContain("はじめて公開します");
    expect((await read(`/plan/${inTest.plan.slug}/1-1-1`)).status).toBe(404);
    expect((await nobody().get(`${preview}/plan`)).status).toBe(303);
  });

  it("refuses to publish when the plan changed after the check, and says so on the page", async () => {
    const check = await prepared("素案", "discussion");
    await changeVision("あとから変えた姿");
    const response = await browserOf(sato).post("/staff/publications", { candidate: candidateIn(check) });
    const html = await response.text();
    expect([response.status, html.includes("確認のあとに内容が変わりました"), html.includes("準備し直す")]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await (await browserOf(sato).get(check)).text()).not.toContain("公開する</button>");
    expect((await read("/plan")).text).not.toContain("地域の防災力");
  });

  it("publishes at once, keeps 検討中 beside 公表 and names what changes", async () => {
    await published("素案", "discussion");
    expect((await read(`/plan/${inTest.plan.slug}/1-1-1`)).text).toContain("あとから変えた姿");
    await changeVision("策定した姿");
    const check = await (await browserOf(sato).get(await prepared("策定版", "decided"))).text();
    expect(check).toMatch(/変わる（(<!-- -->)?1/);
    expect(check).toContain("目指す姿");
    const id = await published("策定版");
    const page = await read(`/plan/${inTest.plan.slug}/1-1-1`);
    expect([page.text.includes("策定した姿"), page.text.includes("未確定")]).toEqual([true, false]);
    expect(await (await browserOf(sato).get(`/staff/publications/${id}`)).text()).toContain("市民のページを見る");
    expect(await (await browserOf(sato).get("/staff/publications")).text()).toContain("新しい版に替わりました");
  });

  it("withdraws with a reason that citizens read at once", async () => {
    const id = await published("改定版");
    const slug = inTest.plan.slug;
    expect((await read(`/plan/${slug}`)).status).toBe(200);
    const blank = await browserOf(sato).post(`/staff/publications/${id}/withdrawal`, { reason: "" });
    expect([blank.status, (await blank.text()).includes("理由を入れてください")]).toEqual([422, true]);
    await browserOf(sato).post(`/staff/publications/${id}/withdrawal`, { reason: "数値の誤り" });
    const gone = await read(`/plan/${slug}`);
    expect([gone.status, gone.text.includes("数値の誤り")]).toEqual([410, true]);
  });

  it("purges with a second person, and the page in memory is gone at once", async () => {
    await changeVision("電話 090-0000-0000 へ");
    const id = await published("漏れた版");
    const path = `/plan/${inTest.plan.slug}/1-1-1`;
    expect((await read(path)).text).toContain("090-0000-0000");
    const asked = await browserOf(sato).post(`/staff/publications/${id}/purge`, {
      reason: "個人の電話番号があったため",
    });
    expect(asked.status).toBe(303);
    expect((await read(path)).status).toBe(410);
    const slip = await browserOf(sato).post(`/staff/publications/${id}/purge/confirmation`, { confirmation: "はい" });
    expect([slip.status, (await slip.text()).includes("確認のことばが違います")]).toEqual([422, true]);
    const admin = await personIn(city(), "伊藤", { roles: ["administrator"] });
    const done = await browserOf(admin).post(`/staff/publications/${id}/purge/confirmation`, {
      confirmation: "完全に削除",
    });
    expect(done.headers.get("location")).toBe(`/staff/publications/${id}?notice=purged`);
    for (const place of [path, "/feed.xml", "/opendata", `/opendata/publications/${id}.json`]) {
      expect([place, (await read(place)).text.includes("090-0000")]).toEqual([place, false]);
    }
    expect((await read(path)).text).toContain("個人の電話番号があったため");
  });

  it("takes a mistaken request for a purge back, and says what stays", async () => {
    await changeVision("取りちがえ");
    const id = await published("取りちがえた版");
    await browserOf(sato).post(`/staff/publications/${id}/purge`, { reason: "取りちがえ" });
    expect(await (await browserOf(sato).get(`/staff/publications/${id}/purge`)).text()).toContain("取下げはそのままで");
    const back = await browserOf(sato).post(`/staff/publications/${id}/purge/taking-back`);
    expect(back.headers.get("location")).toBe(`/staff/publications/${id}?notice=cancelled`);
    expect(await (await browserOf(sato).get("/staff/publications")).text()).not.toContain(`/${id}/purge`);
    expect((await browserOf(sato).post(`/staff/publications/${id}/purge/taking-back`)).status).toBe(422); // none any more
    expect(await published("取りちがえた版")).not.toBe(id); // the same content may come back
  });

  it("lets other staff read, and nobody else", async () => {
    const clerk = await personIn(city(), "高橋", { roles: ["clerk"] });
    expect((await browserOf(clerk).get("/staff/publications")).status).toBe(200);
    expect(
      (await browserOf(clerk).get(`/staff/publications/new?subject=plan&reference=${inTest.plan.slug}`)).status,
    ).toBe(403);
    const member = await personIn(city(), "田中", { roles: ["member"] });
    expect((await browserOf(member).get("/staff/publications")).status).toBe(403);
  });
});
