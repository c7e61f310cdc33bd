import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { confirmCopy, emptyEntry, enterVoice, makeCopy, pointTable, type PointChoice } from "#domain/voices/index.ts";
import type { DeskAnswer } from "#web/islands/desk-split/protocol.ts";
import { appOf } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { occasionOf, split, voiceIn } from "../../../../test/support/desk.ts";
import { accepted } from "../../../../test/support/results.ts";
import { castOf, personIn, smallPlan } from "../../../../test/support/plan.ts";

const city = useCity();
const text = "バスを増やして。公園を直して。ありがとう。";
let planning: Ctx;
let sato: PersonActor;
let occasionId: string;
let all: PointChoice;
let voiceId: string;

beforeAll(async () => {
  ({ planning, sato } = await castOf(city()));
  const planId = (await smallPlan(planning)).plan.id;
  occasionId = await occasionOf(planning, planId);
  all = { planId, occasionId: "", nodeId: "", topicId: "", tagId: "", state: "", words: "", order: "voice" };
});

beforeEach(async () => {
  voiceId = await voiceIn(planning, occasionId, text);
});

const host = () => `http://c${city().municipality.code}.test`;
const open = (path: string, actor = sato) => appOf(city(), { actor }).request(`${host()}${path}`);

function send(path: string, fields: readonly (readonly [string, string])[], accept = "text/html", actor = sato) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const headers = { origin: host(), accept };
  return appOf(city(), { actor }).request(`${host()}${path}`, { method: "POST", body, headers });
}

const pointsNow = async () => (await pointTable(planning, { ...all, after: undefined, limit: 200 })).rows;
const ownPoints = async () => (await pointsNow()).filter((row) => row.voiceId === voiceId);

describe("the desk's pages", () => {
  it("list what is left to split, and show a voice with a form that needs no script", async () => {
    const inbox = await (await open(`/staff/desk?occasion=${occasionId}`)).text();
    expect(inbox).toContain(`/staff/desk/voices/${voiceId}`);
    const html = await (await open(`/staff/desk/voices/${voiceId}`)).text();
    for (const sentence of ["0 バスを増やして。", "8 公園を直して。", "15 ありがとう。"])
      expect(html).toContain(`name="stretch" value="${sentence}"`);
  });

  it("begin with an occasion that has something to split, not with an empty newer one", async () => {
    await occasionOf(planning, all.planId, { title: "まだ届かない懇談会", channel: "townMeeting" });
    expect(await (await open("/staff/desk")).text()).toContain(`/staff/desk/voices/${voiceId}`);
  });

  it("split by a plain form: sentences to a new topic, the thanks out, and say what is wrong", async () => {
    const acts = `/staff/desk/voices/${voiceId}/acts`;
    const edition = ["edition", "1"] as const;
    const both = [edition, ["act", "points"], ["stretch", "0 バスを増やして。"], ["newTopic", "バスの増便"]] as const;
    expect((await send(acts, both)).status).toBe(303);
    const out = [edition, ["act", "exclude"], ["stretch", "15 ありがとう。"], ["exclusion", "あいさつ"]] as const;
    expect((await send(acts, out)).status).toBe(303);
    expect((await ownPoints()).map((row) => row.topicTitle ?? row.exclusion)).toEqual(["バスの増便", "あいさつ"]);
    const refused = await send(acts, [edition, ["act", "exclude"], ["stretch", "8 公園を直して。"], ["exclusion", ""]]);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("対象外にする理由が入っていません");
  });

  it("answer the island with how the voice stands, also when it refuses", async () => {
    const acts = `/staff/desk/voices/${voiceId}/acts`;
    const json = "application/json";
    const rest = await send(
      acts,
      [
        ["edition", "1"],
        ["act", "rest"],
      ],
      json,
    );
    const answer = (await rest.json()) as DeskAnswer;
    expect(answer.refusal).toBeNull();
    expect(answer.state.marks).toHaveLength(1); // one line is one stretch
    expect(answer.state.left).toEqual([]);
    const undo = [
      ["edition", "1"],
      ["act", "undo"],
      ["step", answer.state.undo?.stepId ?? ""],
    ] as const;
    const undone = (await (await send(acts, undo, json)).json()) as DeskAnswer;
    expect(undone.state.left).toHaveLength(3);
    const again = await send(acts, undo, json);
    expect(again.status).toBe(422);
    expect(((await again.json()) as DeskAnswer).refusal).not.toBeNull();
  });

  it("sort many points at once: those ticked, or all that were found", async () => {
    const { ids } = await split(planning, { voiceId, text }, ["バスを増やして。", "公園を直して。"]);
    const back = `/staff/desk/points?state=waiting&occasion=${occasionId}`;
    const one = [
      ["act", "new"],
      ["plan", all.planId],
      ["title", "公園"],
      ["point", `${ids[1]}.1`],
      ["back", back],
    ] as const;
    const done = await send("/staff/desk/points/acts", one);
    expect(done.headers.get("location")).toBe(`${back}&notice=saved`);
    const rest = [
      ["act", "exclude"],
      ["all", "yes"],
      ["exclusion", "対象ではない"],
      ["back", back],
    ] as const;
    expect((await send("/staff/desk/points/acts", rest)).status).toBe(303);
    expect((await ownPoints()).map((row) => row.topicTitle ?? row.exclusion)).toEqual(["対象ではない", "公園"]);
    const unknown = [
      ["act", "assign"],
      ["plan", all.planId],
      ["number", "9999"],
      ["point", `${ids[0]}.2`],
      ["back", back],
    ] as const;
    const refused = await send("/staff/desk/points/acts", unknown);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("番号「9999」の同趣旨の意見はありません");
  });

  it("say a point in other words of its voice and shorter, and refuse words that are not there", async () => {
    const path = `/staff/desk/voices/${voiceId}/points`;
    await split(planning, { voiceId, text }, ["バスを増やして"]);
    expect(await (await open(path)).text()).toContain("論点1");
    const [own] = await ownPoints();
    const edit = (words: string, version: string) =>
      send(path, [
        ["edition", "1"],
        ["point", own?.id ?? ""],
        ["version", version],
        [`words-${own?.id}`, words],
        [`gist-${own?.id}`, "増便"],
        [`node-${own?.id}`, ""],
      ]);
    const invented = await edit("電車を増やして。", "1");
    expect(invented.status).toBe(422);
    expect(await invented.text()).toContain("電車を増やして。</textarea>"); // what was entered stays
    expect((await edit("バスを増やして。", "1")).status).toBe(303);
    expect((await ownPoints())[0]).toMatchObject({ quote: "バスを増やして。", gist: "増便" });
  });

  it("save the points as files with words from copies that two people looked at, and without who sent them", async () => {
    const sender = { ...emptyEntry.sender, name: "山本花子", address: "みほん市本町1", phone: "026-111-2222" };
    const entry = { ...emptyEntry, text, sender };
    const sent = accepted(await enterVoice(planning, { occasionId, entry, way: "post" }));
    await split(planning, { voiceId: sent.id, text }, ["公園を直して。"]);
    expect(await (await open("/staff/desk/points/file.csv")).text()).not.toContain("公園を直して。");
    const copy = { voiceId: sent.id, edition: 1 };
    accepted(await makeCopy(planning, { ...copy, version: 0, spans: [], words: ["公園"] }));
    const second = city().as(await personIn(city(), "企画課 別の人", { roles: ["planning"] }));
    accepted(await confirmCopy(second, { voiceId: sent.id, version: 1 }));
    const csv = await (await open("/staff/desk/points/file.csv")).text();
    expect(csv).toContain("■■を直して。");
    expect(csv).not.toMatch(/山本|本町|026-/);
    const xlsx = await open("/staff/desk/points/file.xlsx");
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b])); // a ZIP
  });

  it("are read by the auditor, changed by none but who may sort, and closed to administrators", async () => {
    const auditor = await personIn(city(), "高橋", { roles: ["auditor"] });
    const administrator = await personIn(city(), "渡辺", { roles: ["administrator"] });
    const paths = [
      "/staff/desk",
      "/staff/desk/points",
      "/staff/desk/topics",
      "/staff/desk/progress",
      "/staff/desk/tags",
    ];
    for (const path of [...paths, `/staff/desk/voices/${voiceId}`]) {
      expect((await open(path, auditor)).status, path).toBe(200);
      expect((await open(path, administrator)).status, path).toBe(403);
    }
    const rest = [
      ["edition", "1"],
      ["act", "rest"],
    ] as const;
    const refused = await send(`/staff/desk/voices/${voiceId}/acts`, rest, "text/html", auditor);
    expect(refused.status).toBe(403);
    const read = await (await open(`/staff/desk/voices/${voiceId}`, auditor)).text();
    expect(read).not.toContain('name="stretch"');
  });
});
