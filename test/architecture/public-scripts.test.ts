import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { systemActor } from "#domain/audit/index.ts";
import { addIndicator, planPayload, planSnapshot } from "#domain/plan/index.ts";
import { publish } from "#domain/publication/index.ts";
import { inProject } from "#platform/files/project.ts";
import { isRead } from "#web/public/route.ts";
import { publicRoutes } from "#web/public/routes.ts";
import { staffRoutes } from "#web/staff/routes.ts";
import { islandScripts } from "#web/ui/assets.ts";
import { appOf } from "../support/browser.ts";
import { useCity } from "../support/city.ts";
import { personIn, planOf, trainingIndicator } from "../support/plan.ts";
import { publicAddresses, sampleListening } from "../support/public-addresses.ts";
import { publishSampleDeclaration } from "../support/declarations.ts";
import { publishSampleFormulation } from "../support/formulation.ts";
import { publishSampleCall } from "../support/proposals.ts";
import { publishSampleMeeting, publishSampleRound } from "../support/consultations.ts";
import { publishSampleVersion } from "../support/documents.ts";
import { publishSampleWorkshop } from "../support/workshops.ts";
import { publishPopulation } from "../support/statistics.ts";
import { publishSampleStrategy } from "../support/strategy.ts";
import { publishSampleVoices } from "../support/voices-snapshot.ts";

/** What a page may not carry: styles and handlers in its text, scripts in its text or from elsewhere than our own build. */
function foreignParts(html: string): string[] {
  const inline = [...html.matchAll(/<style|\sstyle="|\son[a-z]+="|javascript:/g)].map(([found]) => found);
  return [...inline, ...scriptsOf(html).filter((script) => !ownScript.test(script))];
}

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
}

function scriptTag(name: string): string {
  return `<script type="module" src="${islandScripts(name)[0]}">`;
}

const ownScript = /^<script type="(application\/json" id="[\w-]+"|module" src="\/assets\/[\w.-]+\.js")>$/;

describe("the scripts of pages", () => {
  const city = useCity();

  it("are none on public pages but those that the map names, and their policy forbids all but our own", async () => {
    const ctx = city().as(systemActor("seed"));
    const { plan, node } = await planOf(ctx, "みほん市総合計画", ["1 安全", ["1-1 防災", ["1-1-1 備え"]]]);
    const { id: nodeId } = await node("備え");
    const added = await addIndicator(ctx, { nodeId, content: trainingIndicator });
    if (!added.ok) throw new Error(added.refusal.message);
    const published = await publish(ctx, {
      kind: planPayload,
      reference: plan.slug,
      label: "策定版",
      openness: "decided",
      payload: await planSnapshot(ctx, plan.id),
      divisionName: "企画課",
      divisionContact: "",
      note: "",
    });
    if (!published.ok) throw new Error(published.refusal.message);
    await publishPopulation(ctx);
    await publishSampleStrategy(ctx);
    const picture = await publishSampleVersion(ctx, plan);
    await publishSampleRound(ctx, plan.id);
    await publishSampleCall(ctx, plan.id);
    await publishSampleDeclaration(ctx, plan.slug);
    await publishSampleFormulation(ctx, plan);
    await publishSampleVoices(ctx);
    const [file] = await ctx.db.selectFrom("consultation_document").select("file_id").execute();
    const venue = await publishSampleMeeting(ctx, plan.id);
    await publishSampleWorkshop(ctx, plan.id);
    const listening = { ...sampleListening, file: file?.file_id ?? "", venue };
    const addresses = publicAddresses(plan.slug, published.value.id, listening, picture);
    const app = appOf(city());
    for (const route of publicRoutes.filter(isRead)) {
      const { path } = route;
      const response = await app.request(`http://c${city().municipality.code}.test${addresses[path]}`);
      expect(response.status, path).toBe(isPaper(path) ? 404 : 200); // no paper is made in this city: its page says so
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
      if (!response.headers.get("content-type")?.startsWith("text/html")) continue;
      const html = await response.text();
      expect(foreignParts(html), path).toEqual([]);
      expect(scriptsOf(html), path).toEqual(route.form ? (route.scripts ?? []).map(scriptTag) : []);
    }
  });

  it("come on staff pages from our own build alone", async () => {
    const app = appOf(city(), { actor: await personIn(city(), "佐藤", { roles: ["planning", "administrator"] }) });
    const pages = staffRoutes.filter(({ method, path }) => method === "get" && !path.includes(":"));
    let seen = 0;
    for (const { path } of pages) {
      const response = await app.request(`http://c${city().municipality.code}.test${path}`);
      expect(response.headers.get("content-security-policy"), path).toContain("script-src 'self'");
      expect(foreignParts(await response.text()), path).toEqual([]);
      if (response.status === 200) seen += 1;
    }
    expect(seen).toBeGreaterThan(15);
  });

  it("are noticed where they are planted", () => {
    const planted = [
      "<script>alert(1)</script>",
      '<script src="https://cdn.example/x.js"></script>',
      '<p style="color:red">',
      '<a onclick="go()">',
      "<style>p{}</style>",
    ];
    expect(planted.map((html) => foreignParts(html).length)).toEqual(planted.map(() => 1));
    const island = '<script type="module" src="/assets/plan-tree.entry-a1.js">';
    expect(foreignParts(`<script type="application/json" id="tree-props">{}</script>${island}</script>`)).toEqual([]);
  });

  it("are not joined by styles that call a font or an image from elsewhere", () => {
    const built = readdirSync(inProject("dist/assets")).filter((file) => file.endsWith(".css"));
    expect(built.length).toBeGreaterThan(0);
    for (const file of built)
      expect(readFileSync(inProject("dist/assets", file), "utf8"), file).not.toMatch(/url\(["']?(https?:)?\/\//);
  });
});

function isPaper(path: string): boolean {
  return /\/(paper|summary)\.pdf$/.test(path);
}
