import { describe, expect, it } from "vitest";
import { withSections } from "#web/public/sections.ts";
import { siteWith, visit } from "../../../../../test/support/public-site.ts";
import { publishedVoices, sampleVoices } from "../../../../../test/support/voices-snapshot.ts";
import { publishedWorkshop } from "../../../../../test/support/workshop-snapshot.ts";
import { sendNewsletter } from "./newsletters.tsx";

/** The site is read on 2026-11-22: the first round was, the second is to come. */
const workshop = { id: "workshop", subject: "consultation", reference: "future", snapshot: publishedWorkshop() };
const site = siteWith([{ id: "plan" }, workshop]);

async function pageOf(detail: Parameters<typeof publishedWorkshop>[0] = {}): Promise<string> {
  const shown = siteWith([{ id: "plan" }, { ...workshop, snapshot: publishedWorkshop(detail) }]);
  return (await visit(shown, "/consultations/future")).html;
}

describe("the public page of a workshop", () => {
  it("shows rounds, tables, notes, what became of them, and the newsletters, without a script", async () => {
    const { html, status } = await visit(site, "/consultations/future");
    expect(status).toBe(200);
    expect(html).not.toContain("<script");
    for (const words of [
      "まちのよいところ",
      "24人（2班）",
      "夜のバスがなくて困ります。",
      "川沿いにベンチがほしい",
      "シール5",
    ])
      expect(html).toContain(words);
    expect(html).toContain("どう生かしたか：反映する");
    expect(html).toContain("どう生かすかは、これから決めます。"); // of the second heading
    expect(html).toContain('href="/consultations/future/newsletters/round-1.pdf"');
    expect(html).not.toContain("newsletters/round-3"); // still to come
  });

  it("leads to the trace of a heading once results are public", async () => {
    expect((await visit(site, "/consultations/future")).html).not.toContain("/voices/topics/12");
    const { occasionId } = workshop.snapshot;
    const results = publishedVoices(sampleVoices(), { reference: occasionId });
    const traced = siteWith([{ id: "plan" }, workshop, results]);
    expect((await visit(traced, "/consultations/future")).html).toContain('href="/voices/topics/12"');
  });

  it("says what will be here before the first round, and before the words of notes may be read", async () => {
    const before = await pageOf({ headings: [], loose: { notes: [], withheld: 0 }, excluded: 0 });
    expect(before).toContain("個人の情報がないことを確かめてから、ここに載せます");
    const [heading] = publishedWorkshop().detail.headings;
    const unread = await pageOf({ headings: heading ? [{ ...heading, notes: [], withheld: 5, answer: null }] : [] });
    expect(unread).toContain("5枚とも、言葉は公開していません。");
  });

  it("hands out each newsletter of the publication alone, the same bytes each time", async () => {
    const first = await bytesOf("round-1.docx");
    expect(first.subarray(0, 2).toString()).toBe("PK");
    expect((await bytesOf("round-1.docx")).equals(first)).toBe(true);
    expect((await visit(site, "/consultations/future/newsletters/round-3.pdf")).status).toBe(404); // still to come
    expect((await visit(site, "/consultations/future/newsletters/round-1.exe")).status).toBe(404);
  }, 60_000);
});

/** A newsletter from a site of its own, so that nothing is kept from the time before. */
async function bytesOf(file: string): Promise<Buffer> {
  const shown = await withSections(siteWith([{ id: "plan" }, workshop]));
  const url = new URL(`/consultations/future/newsletters/${file}`, shown.origin);
  const answer = await sendNewsletter({ site: shown, url, params: { slug: "future", file }, query: url.searchParams });
  return Buffer.from(await answer.arrayBuffer());
}
