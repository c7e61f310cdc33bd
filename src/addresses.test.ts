import { describe, expect, it } from "vitest";
import { useCity } from "../test/support/city.ts";
import { openOrigins } from "./addresses.ts";

describe("the origin of links in mails", () => {
  const city = useCity();

  async function originFor(url: string, publicUrl?: string): Promise<string> {
    const origins = await openOrigins(city().database, { publicUrl, port: 3000 });
    origins.close();
    return origins.originOf(new Request(url), city().municipality);
  }

  it("is the host that the city has claimed", async () => {
    const own = `c${city().municipality.code}.test`;
    expect(await originFor(`http://${own}:8080/staff`)).toBe(`http://${own}:8080`);
    expect(await originFor(`http://${own}/staff`, "https://plan.example.jp")).toBe(`https://${own}`);
  });

  it("does not follow a host that a stranger writes into the request", async () => {
    expect(await originFor("http://evil.example/staff", "https://plan.example.jp")).toBe("https://plan.example.jp");
    expect(await originFor("http://evil.example/staff")).toBe("http://localhost:3000");
    expect(await originFor("http://203.0.113.9:3000/staff")).toBe("http://localhost:3000");
  });

  it("is this machine where it is reached by its own name or address", async () => {
    expect(await originFor("http://localhost:3000/staff")).toBe("http://localhost:3000");
    expect(await originFor("http://127.0.0.1:3000/staff")).toBe("http://127.0.0.1:3000");
  });
});
