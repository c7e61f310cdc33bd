import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { consultationBySlug, receiveNotes, workshopBoard, workshopRoundPage } from "#domain/consultations/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { appOf, Browser } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { announce } from "../../../../../test/support/consultations.ts";
import { castOf, smallPlan } from "../../../../../test/support/plan.ts";
import { accepted } from "../../../../../test/support/results.ts";
import { notesAt, workshopOn, workshopRoundWords } from "../../../../../test/support/workshops.ts";
import { workshopAddress } from "./addresses.ts";

const city = useCity();
const clock = stoppedClock("2026-11-22T01:00:00Z");
let planning: Ctx;
let staff: Browser;
let clerk: Browser;
let citizen: Browser;
let planId: string;

beforeAll(async () => {
  const cast = await castOf(city());
  planning = cast.planning;
  planId = (await smallPlan(planning)).plan.id;
  staff = new Browser(appOf(city(), { actor: cast.sato, clock }), city());
  clerk = new Browser(appOf(city(), { actor: cast.kato, clock }), city());
  citizen = new Browser(appOf(city(), { clock }), city());
});

async function textOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).text();
}

const notesOf = async (roundId: string) =>
  (await workshopRoundPage(planning, roundId)).tables.map(({ notes }) =>
    notes.map(({ content, votes }) => [content, votes]),
  );

describe("a workshop in the pages", () => {
  it("is made with its rounds and tables, refused with what was typed kept, and only by whoever may", async () => {
    const form = { planId, title: "みらい会議", slug: "made", opensOn: "2026-11-01", closesOn: "2026-12-20" };
    const more = { duty: "classify", voiceYears: "5", senderYears: "1", purpose: "考えます" };
    const refused = await staff.post(workshopAddress.create, { ...form, ...more, slug: "workshops" });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringMatching(/使えません[^]*考えます/)]);
    expect((await staff.post(workshopAddress.create, { ...form, ...more })).status).toBe(303);
    expect(await textOf(staff.get("/staff/consultations/made"))).toMatch(/公示の前に書くもの[^]*回は、まだありません/);
    const round = { ...workshopRoundWords, begins: "９：００", ends: "11:00", tables: "３" };
    const wrong = await staff.post(workshopAddress.newRound("made"), { ...round, tables: "たくさん" });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("0から50までの整数")]);
    const made = await staff.post(workshopAddress.newRound("made"), round);
    const address = made.headers.get("location")?.split("?")[0] ?? "";
    expect(await textOf(staff.get(address))).toMatch(/09:00〜11:00[^]*value="1班"[^]*value="3班"/);
    expect((await clerk.post(workshopAddress.newRound("made"), round)).status).toBe(403);
  });

  it("takes notes one by one and as a block at a table, puts them right and counts their votes", async () => {
    const { slug, roundId, tables } = await workshopOn(planning, planId, { slug: "typing" });
    const table = tables[1]?.id ?? "";
    const address = workshopAddress.notes(slug, roundId);
    const next = await staff.post(address, { table, note: "バス" });
    // on at once to the same field of the same table
    expect(next.headers.get("location")).toBe(workshopAddress.notesAt(slug, roundId, table));
    expect(await textOf(staff.get(workshopAddress.notesAt(slug, roundId, table)))).toMatch(
      /autofocus[^]*value="バス"/i,
    );
    expect((await staff.post(address, { table, block: "・公園\n\n・祭り" })).status).toBe(303);
    const empty = await staff.post(address, { table, note: " " });
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining("付箋の言葉がありません")]);
    const state = (await workshopRoundPage(planning, roundId)).tables[1];
    const [bus, park] = state?.notes ?? [];
    const keeping = { table, id: [bus?.id ?? "", park?.id ?? ""], version: ["1", "1"], content: ["夜のバス", ""] };
    const wrong = await staff.post(workshopAddress.noteKeeping(slug, roundId), { ...keeping, votes: ["多い", ""] });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringMatching(/票数に[^]*夜のバス/)]);
    const kept = await staff.post(workshopAddress.noteKeeping(slug, roundId), { ...keeping, votes: ["３", ""] });
    expect(kept.status).toBe(303);
    expect(await notesOf(roundId)).toEqual([
      [],
      [
        ["夜のバス", 3],
        ["祭り", 0],
      ],
    ]);
  });

  it("takes a file in CP932 after a preview, and none of it while a cell is wrong", async () => {
    const { slug, roundId } = await workshopOn(planning, planId, { slug: "file" });
    // 班,付箋,票数 and 1班,公園,4 in CP932
    const hex = "94c72c9574e2b32c955b90940a3194c72c8cf689802c340a";
    const sjis = Uint8Array.from(Buffer.from(hex, "hex"));
    const address = workshopAddress.noteImport(slug, roundId);
    const preview = await textOf(staff.send(address, fileForm(sjis)));
    expect(preview).toMatch(/読んだ付箋（1枚）[^]*公園[^]*1枚を入れる/);
    expect(await notesOf(roundId)).toEqual([[], []]);
    const rows = /<textarea[^>]*>([^<]*)</.exec(preview)?.[1] ?? "";
    expect((await staff.post(workshopAddress.noteApplication(slug, roundId), { rows })).status).toBe(303);
    expect(await notesOf(roundId)).toEqual([[["公園", 4]], []]);
    const refused = await staff.send(address, fileForm("班,付箋,票数\n1班,橋,2\n9班,川,二\n"));
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringMatching(/直すところが2か所[^]*3行 A列[^]*9班[^]*3行 C列[^]*二/),
    ]);
    expect(await notesOf(roundId)).toEqual([[["公園", 4]], []]);
  });

  it("leads from the ledger to the board, where notes are gathered by ticking, and taken back", async () => {
    const { slug, roundId, tables } = await workshopOn(planning, planId, { slug: "gather" });
    await notesAt(planning, { roundId, tableId: tables[0]?.id ?? "" }, ["バス", "鉄道"]);
    const board = workshopAddress.board(slug);
    expect(await textOf(staff.get(board))).toMatch(/台帳に入れる前の付箋が2枚[^]*盤に付箋がありません/);
    const received = await staff.post(workshopAddress.noteReception(slug, roundId), {});
    expect(received.headers.get("location")).toContain(board);
    const { waiting } = await boardOf(slug);
    const point = waiting.map(({ pointId, pointVersion }) => `${pointId}.${pointVersion}`);
    const nowhere = await staff.post(board, { act: "assign", point: point[0] ?? "" });
    expect([nowhere.status, await nowhere.text()]).toEqual([422, expect.stringContaining("見出しが選ばれていません")]);
    expect((await staff.post(board, { act: "assign", point, title: "移動" })).status).toBe(303);
    const page = await textOf(staff.get(board));
    expect(page).toMatch(/移動（2枚）[^]*「どう生かしたか」はまだない[^]*バス/);
    const step = /name="step" value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect((await staff.post(board, { act: "undo", step })).status).toBe(303);
    expect((await boardOf(slug)).waiting.length).toBe(2);
    expect((await clerk.post(board, { act: "unassign", point })).status).toBe(403);
  });

  it("shows each table's and the round's summary, and both texts to who comes late", async () => {
    const { slug, roundId, tables } = await workshopOn(planning, planId, { slug: "summary" });
    const address = workshopAddress.summaries(slug, roundId);
    const field = `summary-${tables[0]?.id}`;
    expect((await staff.post(address, { version: "1", summary: "水辺の話", [field]: "橋" })).status).toBe(303);
    const late = await staff.post(address, { version: "1", summary: "山の話" });
    expect([late.status, await late.text()]).toEqual([
      422,
      expect.stringMatching(/見くらべる[^]*水辺の話[^]*山の話[^]*name="version" value="2"/),
    ]);
  });

  it("tells citizens without script of its rounds, and counts notes that nobody checked yet", async () => {
    const { slug, roundId, tables } = await workshopOn(planning, planId, { slug: "open-house" });
    await notesAt(planning, { roundId, tableId: tables[0]?.id ?? "" }, ["まだ見せない言葉"]);
    accepted(await receiveNotes(planning, roundId));
    accepted(await announce(planning, slug));
    const page = await textOf(citizen.get(`/consultations/${slug}`));
    expect(page).toMatch(/第1回[^]*まちのよいところ/);
    expect(page).toContain("まとめている途中の意見（1枚）");
    expect(page).not.toContain("まだ見せない言葉");
  });
});

function fileForm(content: BlobPart): FormData {
  const form = new FormData();
  form.set("file", new File([content], "付箋.csv", { type: "text/csv" }));
  return form;
}

async function boardOf(slug: string) {
  return workshopBoard(planning, await consultationBySlug(planning, slug));
}
