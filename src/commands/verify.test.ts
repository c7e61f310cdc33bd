import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { useCity } from "../../test/support/city.ts";
import { publishSampleVersion } from "../../test/support/documents.ts";
import { castOf, smallPlan } from "../../test/support/plan.ts";
import { tamper } from "../../test/support/tampering.ts";
import { verifyCity } from "./verify.ts";

describe("npm run verify", () => {
  const city = useCity();

  it("says what is whole, and names a changed picture by its version, its figure and its file", async () => {
    const { planning } = await castOf(city());
    const { plan } = await smallPlan(planning);
    const file = await publishSampleVersion(planning, plan);
    const before = await verifyCity(planning.db);
    expect(before.broken).toEqual([]);
    expect(before.whole).toContain("公表した1件、凍結した版1件とその図1件、"); // the sample version, and its one figure
    expect(before.whole).toContain("預かったファイル1件は、そのときのままです");
    await tamper(city(), "stored_file", sql`update stored_file set content = 'changed' where id = ${file}`);
    expect((await verifyCity(planning.db)).broken).toEqual([
      expect.stringMatching(/^版の図 みほん市総合計画 素案（第1版）.*の図「まちの姿」 ファイル 図\.png/),
      `ファイル 図.png（${file}）`,
    ]);
  });
});
