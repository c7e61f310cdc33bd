import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import {
  addErratum,
  bindTree,
  freezeVersion,
  planVersions,
  publishableDocument,
  purgeVersion,
  versionPage,
} from "#domain/documents/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { confirmPurge, publishNow, requestPurge, storedPublications } from "#domain/publication/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { appOf } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { publishSampleVersion } from "../../../../test/support/documents.ts";
import { castOf, personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";
import { tamper } from "../../../../test/support/tampering.ts";

describe("the versions of a plan for citizens", () => {
  const city = useCity();
  let planning: Ctx;
  let plan: PlanInTest;

  beforeAll(async () => {
    ({ planning } = await castOf(city()));
    plan = await smallPlan(planning);
    accepted(await bindTree(planning, { planId: plan.plan.id, parentId: null }));
  });

  async function read(path: string): Promise<{ readonly status: number; readonly html: string }> {
    const response = await appOf(city()).request(`http://c${city().municipality.code}.test${path}`);
    return { status: response.status, html: await response.text() };
  }

  async function whither(path: string): Promise<[number, string | null]> {
    const response = await appOf(city()).request(`http://c${city().municipality.code}.test${path}`);
    return [response.status, response.headers.get("location")];
  }

  async function publishVersion(name: string, words: string): Promise<string> {
    const { id, version } = await plan.node("訓練");
    accepted(await editNode(planning, { id, version, fields: { vision: richTextOf(words) } }));
    const entry = { planId: plan.plan.id, name, openness: "discussion", reason: "意見を聴くため" } as const;
    const frozen = accepted(await freezeVersion(planning, entry));
    await publishAgain(`${plan.plan.slug}-${frozen.number}`, name);
    return frozen.id;
  }

  async function publishAgain(reference: string, label: string): Promise<string> {
    const words = { label, openness: "discussion", divisionName: "企画課", divisionContact: "", note: "" } as const;
    return accepted(await publishNow(planning, { of: publishableDocument, reference, ...words })).id;
  }

  it("are each at their own address, sections too, and the older one says which came after", async () => {
    await publishVersion("骨子案", "骨子の言葉");
    await publishVersion("素案", "素案の言葉");
    const { slug } = plan.plan;
    expect((await read("/documents")).html).toMatch(/素案[\s\S]*骨子案から変わったところ[\s\S]*骨子案/);
    const old = await read(`/documents/${slug}-1`);
    expect(old.html).toContain("このあと、");
    expect(old.html).toMatch(/<title>みほん市総合計画　骨子案｜/); // its name is not said twice
    expect(old.html).toContain(`/documents/${slug}-1/1-1-1`);
    const section = await read(`/documents/${slug}-1/1-1-1`);
    expect([section.html.includes("骨子の言葉"), section.html.includes("素案の言葉")]).toEqual([true, false]);
    expect((await read(`/documents/${slug}-1/9-9`)).status).toBe(404);
    expect((await read(`/documents/${slug}-9`)).status).toBe(404);
  });

  it("lead from a section to what became of it, and back to what it was", async () => {
    const { slug } = plan.plan;
    const { id } = await plan.node("訓練");
    const compared = `/documents/compare?from=${slug}-1&amp;to=${slug}-2#s-${id}`;
    const old = (await read(`/documents/${slug}-1/1-1-1`)).html;
    expect(old).toContain(`<a href="/documents/${slug}-2/1-1-1">素案のこの節を読む</a>`);
    expect(old).toContain(compared);
    const fresh = (await read(`/documents/${slug}-2/1-1-1`)).html;
    expect(fresh).toContain(`<a href="${compared}">「骨子案」から変わったところを見る（新旧対照表）</a>`);
    const comparison = (await read(compared.replace("&amp;", "&"))).html;
    expect(comparison).toContain(`id="s-${id}"`);
    expect(comparison).toContain(`href="/documents/${slug}-2/1-1-1"`);
  });

  it("show what stands below a chapter, and say that nothing is written only where something should be", async () => {
    const { slug } = plan.plan;
    const policy = (await read(`/documents/${slug}-1/1-1`)).html;
    expect(policy).toContain(`/documents/${slug}-1/1-1-1`);
    expect(policy).not.toContain("まだ書かれていません");
    expect((await read(`/documents/${slug}-1/1-1-2`)).html).toContain("まだ書かれていません");
  });

  it("can be cited, with the version's number, day and hash and the one address of the page", async () => {
    const { slug } = plan.plan;
    const [version] = (await planVersions(planning, plan.plan.id)).filter(({ number }) => number === 1);
    const { html } = await read(`/documents/${slug}-1/1-1-1`);
    const address = new RegExp(`<link rel="canonical" href="(http[^"]+/documents/${slug}-1/1-1-1)"`).exec(html)?.[1];
    expect(html).toContain(`、${address}（版のSHA-256：${version?.hash}）`);
    expect(html).toContain(`　骨子案（第1版）」`);
  });

  it("are found by the plan's word alone, and with a slash too many", async () => {
    const { slug } = plan.plan;
    expect(await whither(`/documents/${slug}`)).toEqual([302, `/documents#plan-${slug}`]);
    expect(await whither("/documents/")).toEqual([301, "/documents"]);
    expect(await whither("//documents.example/")).toEqual([301, "/documents.example"]); // another host is never named
    expect((await read(`/documents/${slug}-1/paper.pdf`)).status).toBe(404); // not made yet
  });

  it("can be checked by anyone: the content's file has the hash that its page names, also after a typing error was told", async () => {
    const [version] = await planVersions(planning, plan.plan.id);
    const error = {
      versionId: version?.id ?? "",
      place: "訓練",
      wrong: "素案の言葉",
      corrected: "素案の文章",
      reason: "",
    };
    accepted(await addErratum(planning, error));
    const reference = `${plan.plan.slug}-${version?.number}`;
    await publishAgain(reference, "素案");
    const { html } = await read(`/documents/${reference}`);
    expect(html).toContain("素案の文章");
    expect(html).toContain(version?.hash);
    expect(sha256((await read(`/documents/${reference}/content.json`)).html)).toBe(version?.hash);
  });

  it("show a picture only while its bytes are those that were frozen, and tell the log otherwise", async () => {
    const other = (await smallPlan(planning)).plan;
    const file = await publishSampleVersion(planning, other);
    const lines: unknown[] = [];
    const app = appOf(city(), { log: (level, event, fields) => void lines.push([level, event, fields?.["error"]]) });
    const address = `http://c${city().municipality.code}.test/documents/${other.slug}-1/files/${file}`;
    expect((await app.request(address)).status).toBe(200);
    await tamper(city(), "stored_file", sql`update stored_file set content = 'changed' where id = ${file}`);
    expect((await app.request(address)).status).toBe(404);
    expect(lines).toContainEqual(["error", "changedFile", `file ${file} is not what was published`]);
  });

  it("lose their content in the city's own keeping too when one is purged", async () => {
    const id = await publishVersion("漏れた案", "山田太郎 090-0000-0000");
    const { version } = await versionPage(planning, id);
    const heads = await storedPublications(planning).heads();
    const head = heads.find(({ reference }) => reference === `${plan.plan.slug}-${version.number}`);
    const second = city().as(await personIn(city(), "田中", { roles: ["planning"] }));
    accepted(await requestPurge(planning, { id: head?.id ?? "", reason: "個人情報" }));
    accepted(await confirmPurge(second, { id: head?.id ?? "", removeCopies: purgeVersion }));
    const purged = await versionPage(planning, id);
    expect([purged.content, purged.version.hash]).toEqual([undefined, version.hash]);
    const { slug } = plan.plan;
    const gone = await read(`/documents/${slug}-${version.number}`);
    expect(gone.status).toBe(410);
    expect(gone.html).toContain(plan.plan.name);
    const comparison = await read(`/documents/compare?from=${slug}-1&to=${slug}-${version.number}`);
    expect([comparison.status, comparison.html.includes("理由：個人情報")]).toEqual([410, true]);
    expect((await read("/documents")).html).toContain("に削除しました。理由：個人情報");
  });
});
