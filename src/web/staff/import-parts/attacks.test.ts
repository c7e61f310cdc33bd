import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { editPlan } from "#domain/plan/index.ts";
import { keepPath } from "#domain/strategy/index.ts";
import { attacks } from "../../../../test/support/attack-workbooks.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { occasionOf } from "../../../../test/support/voices.ts";
import { personIn, planOf, smallPlan } from "../../../../test/support/plan.ts";

describe("a page that takes a table", () => {
  const city = useCity();
  let browser: Browser;
  /** Every place that takes a table, by what it is for. */
  const places = new Map<string, string>();

  beforeAll(async () => {
    const sato = await personIn(city(), "佐藤", { roles: ["planning", "administrator"] });
    const ctx = city().as(sato);
    browser = new Browser(appOf(city(), { actor: sato }), city());
    const { plan } = await smallPlan(ctx);
    const old = await planOf(ctx, "前の計画", ["1 安全"]);
    await editPlan(ctx, { planId: plan.id, version: plan.version, predecessorId: old.plan.id });
    const occasion = await occasionOf(ctx, { planId: plan.id });
    const words = {
      code: "own",
      name: "独自推計",
      kind: "own",
      baseYear: 2025,
      source: "市の推計",
      method: "",
    } as const;
    const path = await keepPath(ctx, { ...words, isPublic: false });
    places.set("計画の取込み", `/staff/plans/${plan.slug}/imports`);
    places.set("指標の値", `/staff/plans/${plan.slug}/indicators/file`);
    places.set("計画の対応表", `/staff/plans/${plan.slug}/lineage/table`);
    places.set("統計", "/staff/statistics/imports");
    places.set("意見の表", `/staff/entry/occasions/${occasion.id}/imports`);
    places.set("人口の推計", `/staff/strategy/population/paths/${path.ok ? path.value.code : ""}/preview`);
    places.set("人事異動", "/staff/transfers");
  });

  async function rowCounts(): Promise<string> {
    const db = city().database.inCity(city().municipality.schema);
    const counted = await sql<{ name: string; rows: string }>`
      select relname as name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', nspname, relname), false, true, '')))[1]::text as rows
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = ${city().municipality.schema} and relkind = 'r' order by relname`.execute(db);
    return JSON.stringify(counted.rows);
  }

  it("refuses each workbook made to do harm at its field, in words, and keeps nothing of it", async () => {
    expect(places.size).toBe(7);
    const before = await rowCounts();
    for (const [number, [place, address]] of [...places].entries())
      for (const attack of [attacks[number % attacks.length], attacks[(number + 4) % attacks.length]]) {
        const form = new FormData();
        form.set("file", new File([attack?.bytes() ?? ""], "表.xlsx", { type: "text/plain" }));
        const answer = await browser.send(address, form);
        const html = await answer.text();
        expect(`${place} ${attack?.name} ${answer.status}`).toBe(`${place} ${attack?.name} 422`);
        expect(html).toContain(attack?.refusal);
        expect(html).toContain('aria-invalid="true"');
      }
    expect(await rowCounts()).toBe(before);
  });
});
