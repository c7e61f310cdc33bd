import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { consultationBySlug, receiveNotes, workshopBoard } from "#domain/consultations/index.ts";
import { createTopic } from "#domain/voices/index.ts";
import type { App } from "#web/app.ts";
import type { BoardAnswer } from "#web/islands/note-board/protocol.ts";
import { appOf } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { castOf, smallPlan } from "../../../../../test/support/plan.ts";
import { accepted } from "../../../../../test/support/results.ts";
import { notesAt, workshopOn } from "../../../../../test/support/workshops.ts";
import { workshopAddress } from "./addresses.ts";

const city = useCity();
const slug = "island";
let planning: Ctx;
let app: App;

beforeAll(async () => {
  const cast = await castOf(city());
  planning = cast.planning;
  app = appOf(city(), { actor: cast.sato });
  const planId = (await smallPlan(planning)).plan.id;
  const { roundId, tables } = await workshopOn(planning, planId, { slug });
  await notesAt(planning, { roundId, tableId: tables[0]?.id ?? "" }, ["バス", "鉄道", "公園"]);
  accepted(await receiveNotes(planning, roundId));
  const words = { place: "", nodeId: null };
  for (const title of ["移動", "広場"]) {
    const [note] = (await stored()).waiting;
    const points = note ? [{ id: note.pointId, version: note.pointVersion }] : [];
    accepted(await createTopic(planning, { planId, points, title, ...words }));
  }
});

const stored = async () => workshopBoard(planning, await consultationBySlug(planning, slug));
const address = () => `http://c${city().municipality.code}.test${workshopAddress.board(slug)}`;

async function act(...fields: readonly (readonly [string, string])[]): Promise<BoardAnswer & { status: number }> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const response = await app.request(address(), { method: "POST", body, headers: { accept: "application/json" } });
  return { status: response.status, ...((await response.json()) as BoardAnswer) };
}

const titles = ({ state }: BoardAnswer) => state.columns.map(({ title, cards }) => `${title} ${cards.length}`);

describe("the acts of the board's island", () => {
  it("stand beside the board by forms, which is there without script and at an address of its own", async () => {
    const page = await (await app.request(address())).text();
    expect(page).toMatch(/data-island="note-board"[^]*<noscript><form[^]*選んだ付箋を/);
    const plain = await (await app.request(`${address()}?plain=1`)).text();
    expect(plain).not.toContain("note-board");
    expect(plain).toContain("選んだ付箋を");
  });

  it("answer with how the board stands, also when they refuse a note that was seen as it was", async () => {
    const [note] = (await stored()).waiting;
    const [move] = (await stored()).headings;
    const fields = [
      ["act", "assign"],
      ["topic", move?.topicId ?? ""],
      ["point", `${note?.pointId}.${note?.pointVersion}`],
    ] as const;
    const done = await act(...fields);
    expect([done.status, done.refusal]).toEqual([200, null]);
    expect(titles(done)).toEqual(["見出しのない付箋 0", "移動 2", "広場 1", "対象外 0"]);
    const stale = await act(...fields);
    expect([stale.status, stale.refusal]).toEqual([422, expect.stringContaining("ほかの人が変えた")]);
    expect(titles(stale)).toEqual(titles(done));
    const undone = await act(["act", "undo"], ["step", done.state.undo?.stepId ?? ""]);
    expect(titles(undone)[0]).toBe("見出しのない付箋 1");
  });

  it("word a heading anew, refuse that to who saw an older one, and join headings", async () => {
    const [move, square] = (await stored()).headings;
    const rename = [
      ["act", "rename"],
      ["topic", move?.topicId ?? ""],
      ["version", String(move?.version)],
      ["title", "移動の足"],
    ] as const;
    expect(titles(await act(...rename))[1]).toBe("移動の足 1");
    expect((await act(...rename)).status).toBe(422);
    const joined = await act(["act", "join"], ["topic", square?.topicId ?? ""], ["into", move?.topicId ?? ""]);
    expect(titles(joined)).toEqual(["見出しのない付箋 1", "移動の足 2", "対象外 0"]);
  });
});
