import { describe, expect, it } from "vitest";
import { nobody, roles, type Actor, type Role } from "#domain/audit/index.ts";
import { roleLabels } from "#domain/identity/index.ts";
import { newId } from "#kernel/id.ts";
import type { StaffRoute } from "#web/staff/route.ts";
import { staffRoutes } from "#web/staff/routes.ts";
import { appOf, Browser } from "../support/browser.ts";
import { useCity } from "../support/city.ts";

/** Someone with one role and no division. */
function personWith(role: Role): Actor {
  return { kind: "person", id: newId(), name: roleLabels[role], roles: [role], divisionIds: [newId()] };
}

function mayOpen(route: StaffRoute, role: Role): boolean {
  return route.may === "anyone" || route.may(personWith(role));
}

/** docs/permissions.md: every route of the staff site with the roles that may open it. */
function permissionTable(): string {
  const head = ["ページと操作", ...roles.map((role) => roleLabels[role]), "きまり"];
  const rows = staffRoutes.map((route) => [
    `${route.method.toUpperCase()} \`${route.path}\``,
    ...roles.map((role) => (mayOpen(route, role) ? "○" : "−")),
    route.may === "anyone" ? "サインインの前でも開ける。" : route.may.sentence,
  ]);
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${introduction}\n\n${lines.join("\n")}\n`;
}

const introduction = `# だれが何を開けるか (who may open what)

This table is made from the route tables of the staff site. \`npx vitest run test/architecture/permissions.test.ts -u\` writes it
anew after a route or a permission changed; the change is reviewed like code. ○ = may open, − = answers 403. What an act then
refuses for other reasons (another division's measure, a frozen version) is decided by the act itself.`;

/** The route's address with something in each place: ids that nobody has. */
function exampleOf(path: string): string {
  return path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, () => newId()).replaceAll("*", newId());
}

describe("every route of the staff site, for every role", () => {
  const city = useCity();
  const pages = staffRoutes.filter((route) => route.method === "get");

  it("is as docs/permissions.md says", async () => {
    expect(staffRoutes.length).toBeGreaterThan(40);
    await expect(permissionTable()).toMatchFileSnapshot("../../docs/permissions.md");
  });

  it.each(roles)("answers %s with 403 exactly where the table says −, and never with a fault", async (role) => {
    const browser = new Browser(appOf(city(), { actor: personWith(role) }), city());
    const surprises: string[] = [];
    for (const route of pages) {
      const { status } = await browser.get(exampleOf(route.path));
      if ((status === 403) === mayOpen(route, role) || status >= 500)
        surprises.push(`${route.path} answered ${status}`);
    }
    expect(surprises).toEqual([]);
  });

  it("leads nobody to the sign-in page, except from the pages before it", async () => {
    const browser = new Browser(appOf(city(), { actor: nobody }), city());
    const surprises: string[] = [];
    for (const route of pages) {
      const path = exampleOf(route.path);
      const response = await browser.get(path);
      const isLed =
        response.status === 303 && response.headers.get("location") === `/staff/sign-in?to=${encodeURIComponent(path)}`;
      if (isLed === (route.may === "anyone")) surprises.push(`${route.path} answered ${response.status}`);
    }
    expect(surprises).toEqual([]);
  });

  it("does no act for nobody", async () => {
    const browser = new Browser(appOf(city(), { actor: nobody }), city());
    const acts = staffRoutes.filter((route) => route.method === "post" && route.may !== "anyone");
    const statuses = new Map<string, number>();
    for (const route of acts) statuses.set(route.path, (await browser.post(exampleOf(route.path))).status);
    expect([...statuses].filter(([, status]) => status !== 303)).toEqual([]);
    expect(await city().as(nobody).db.selectFrom("event").select("id").execute()).toEqual([]);
  });
});
