import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx } from "#domain/audit/index.ts";
import { createPlan, insertBranch, planOutline, renameNode, type Branch } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { appOf } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import type { Command } from "./keys.ts";
import { treeDesk, type TreeDesk } from "./tree-desk.ts";
import { treeServer } from "./tree-server.ts";
import { visibleLines } from "./visible.ts";

const level = (name: string, codePattern: string, hasPage = false) => ({ name, codePattern, evaluator: "", hasPage });
const tree: readonly Branch[] = [
  {
    title: "安全",
    children: [{ title: "防災", children: [{ title: "消防団" }, { title: "避難所" }] }, { title: "防犯" }],
  },
  { title: "福祉", children: [{ title: "高齢者", keyword: "長寿" }] },
];

async function newPlan(as: Ctx, slug: string): Promise<string> {
  const levels = [level("基本目標", "{n}"), level("政策", "{parent}-{n}"), level("施策", "{parent}-{n}", true)];
  const words = { kind: "basicPlan" as const, name: "計画", vision: "", summary: "", startYear: 2027, endYear: 2031 };
  const plan = await createPlan(as, { slug, ...words, levels });
  if (!plan.ok) throw new Error(plan.refusal.message);
  await as.transaction((tx) => insertBranch(tx, as, { planId: plan.value.id, parentId: null, branches: tree }));
  return plan.value.id;
}

/** The desk of the browser, working against the real application and database. */
describe("the desk of the tree", () => {
  const city = useCity();
  let ctx: Ctx;
  let planId = "";
  let desk: TreeDesk;
  beforeAll(async () => {
    const id = newId();
    const sato: Actor = { kind: "person", id, name: "佐藤", roles: ["planning"], divisionIds: [] };
    ctx = city().as(sato);
    await ctx.db.insertInto("person").values({ id, name: "佐藤", email: "sato@city.example" }).execute();
    planId = await newPlan(ctx, "2027");
    desk = await deskOf(sato, "2027");
  });

  const host = () => `http://c${city().municipality.code}.test`;

  async function deskOf(actor: Actor, slug: string, mayShape = true): Promise<TreeDesk> {
    const app = appOf(city(), { actor });
    const server = treeServer(slug, async (address, init) => app.request(`${host()}${address}`, init));
    const levels = [1, 2, 3].map((depth) => ({ depth, name: `階層${depth}`, hasPage: depth === 3 }));
    const branches = await server.branches([null]);
    return treeDesk({ slug, planName: "計画", levels, branches, open: [], current: null, mayShape }, server);
  }

  /** The screen as an indented outline; 「>」 is where the person stands, 「＿」 the field of a new node. */
  function screen(): string[] {
    const state = desk.store.read();
    return visibleLines(state).map((line) => {
      if (line.kind === "draft") return `${"  ".repeat(line.level - 1)}＿`;
      const row = state.rows.get(line.id);
      return `${"  ".repeat(line.level - 1)}${row?.code} ${row?.title}${state.current === line.id ? " >" : ""}`;
    });
  }

  const here = () => desk.store.read().current ?? "";
  const said = () => desk.store.read().said.text;
  const press = async (...commands: Command[]) => {
    for (const command of commands) {
      desk.run(command, here());
      await desk.settled();
    }
  };
  const type = async (text: string) => {
    desk.store.take({ type: "draftTyped", text });
    desk.commitDraft();
    await desk.settled();
  };

  it("opens a branch from the server, goes into it and back out", async () => {
    await press("openOrEnter");
    expect(screen()).toEqual(["1 安全 >", "  1-1 防災", "  1-2 防犯", "2 福祉"]);
    expect(said()).toBe("「1 安全」を開きました。2件あります。");
    await press("openOrEnter");
    expect(screen()).toContain("  1-1 防災 >");
    await press("closeOrLeave", "closeOrLeave");
    expect(screen()).toEqual(["1 安全 >", "2 福祉"]);
  });

  it("adds below and inside, under the next number of the level", async () => {
    await press("openOrEnter", "openOrEnter", "addSibling");
    expect(screen()).toEqual(["1 安全", "  1-1 防災 >", "  ＿", "  1-2 防犯", "2 福祉"]);
    await type("交通安全【事故ゼロ】");
    expect(screen()).toEqual(["1 安全", "  1-1 防災", "  1-3 交通安全 >", "  1-2 防犯", "2 福祉"]);
    expect(said()).toBe("「1-3 交通安全」を追加しました。「1 安全」の中の3件中2番目です。");
    expect(desk.store.read().rows.get(here())).toMatchObject({ keyword: "事故ゼロ" });
    await press("addChild");
    await type("見守り");
    expect(screen()).toContain("    1-3-1 見守り >");
  });

  it("has no level below the last one", async () => {
    await press("addChild");
    expect(said()).toBe("この計画には、これより下の階層がありません。");
  });

  it("moves up and down; presses in quick succession each move what the one before left", async () => {
    await press("closeOrLeave");
    for (const command of ["moveDown", "moveUp", "moveUp"] as const) desk.run(command, here());
    await desk.settled();
    expect(screen()).toEqual(["1 安全", "  1-3 交通安全 >", "    1-3-1 見守り", "  1-1 防災", "  1-2 防犯", "2 福祉"]);
    await press("moveUp");
    expect(said()).toBe("同じ階層の先頭です。これより上へは移せません。");
  });

  it("outdents and indents whole branches, and refuses what would be too deep", async () => {
    await press("outdent");
    expect(screen()).toEqual(["1 安全", "  1-1 防災", "  1-2 防犯", "1-3 交通安全 >", "  1-3-1 見守り", "2 福祉"]);
    await press("indent");
    expect(screen()).toEqual(["1 安全", "  1-1 防災", "  1-2 防犯", "  1-3 交通安全 >", "    1-3-1 見守り", "2 福祉"]);
    await press("indent");
    expect(said()).toContain("階層は3つまで");
  });

  it("renames in place", async () => {
    await press("rename");
    expect(desk.store.read().draft).toMatchObject({ text: "交通安全【事故ゼロ】" });
    await type("交通安全");
    expect(said()).toBe("名前を「1-3 交通安全」にしました。");
    expect(desk.store.read().rows.get(here())).toMatchObject({ keyword: "" });
  });

  it("removes with a way back, and undoes step by step", async () => {
    await press("remove");
    expect(desk.store.read().removed).toMatchObject({ label: "1-3 交通安全" });
    expect(screen()).toEqual(["1 安全", "  1-1 防災", "  1-2 防犯 >", "2 福祉"]);
    await press("undo");
    expect(screen()).toEqual(["1 安全", "  1-1 防災", "  1-2 防犯 >", "  1-3 交通安全", "2 福祉"]);
    await press("undo");
    expect(
      desk.store.read().rows.get([...desk.store.read().rows.values()].find((row) => row.code === "1-3")?.id ?? ""),
    ).toMatchObject({ keyword: "事故ゼロ" });
  });

  it("refuses to overwrite what someone else renamed, keeps what was typed and shows the new name", async () => {
    const outline = await planOutline(ctx, planId);
    const node = outline.find((each) => each.title === "防犯");
    expect(here()).toBe(node?.id);
    await press("rename");
    await renameNode(ctx, { id: node?.id ?? "", version: node?.version ?? 0, title: "地域の防犯" });
    await type("私の防犯");
    expect(desk.store.read().refusal).toMatchObject({
      id: node?.id,
      message: "開いている間に、ほかの人がこの項目を変えました。",
    });
    expect(desk.store.read().draft).toMatchObject({ text: "私の防犯" });
    expect(screen()).toContain("  1-2 地域の防犯 >");
    desk.commitDraft();
    await desk.settled();
    expect(screen()).toContain("  1-2 私の防犯 >");
  });

  it("drags a branch before, behind and into another, never into itself", async () => {
    const idOf = (code: string) => [...desk.store.read().rows.values()].find((row) => row.code === code)?.id ?? "";
    desk.drop(idOf("1-2"), { target: idOf("1-1"), place: "before" });
    desk.drop(idOf("1-3"), { target: idOf("2"), place: "inside" });
    await desk.settled();
    expect(screen()).toEqual(["1 安全", "  1-2 私の防犯", "  1-1 防災", "2 福祉", "  2-1 高齢者", "  1-3 交通安全 >"]);
    desk.drop(idOf("2"), { target: idOf("1-3"), place: "inside" });
    await desk.settled();
    expect(said()).toBe("そこへは移せません。");
  });

  it("finds a node in a closed branch and opens the way to it", async () => {
    const [match] = await desk.find("消防");
    if (match) desk.goTo(match);
    await desk.settled();
    expect(screen()).toContain("    1-1-1 消防団 >");
  });

  it("stores exactly what the screen shows", async () => {
    await press("first", "openSiblings", "openOrEnter", "openSiblings", "last", "openSiblings");
    const stored = (await planOutline(ctx, planId)).map(
      (node) => `${"  ".repeat(node.depth - 1)}${node.code} ${node.title}`,
    );
    expect(screen().map((line) => line.replace(" >", ""))).toEqual(stored);
  });

  it("lets those who may not shape the tree look only", async () => {
    await newPlan(ctx, "2031");
    desk = await deskOf(
      { kind: "person", id: newId(), name: "鈴木", roles: ["clerk"], divisionIds: [] },
      "2031",
      false,
    );
    await press("rename");
    expect(said()).toBe("施策体系を変える権限がありません。");
    await press("openOrEnter");
    expect(screen()).toContain("  1-1 防災");
  });

  it("says so when the server does not let the person act after all", async () => {
    desk = await deskOf({ kind: "person", id: newId(), name: "鈴木", roles: ["clerk"], divisionIds: [] }, "2031");
    await press("remove");
    expect(said()).toBe("この操作をする権限がありません。");
    expect(screen()).toEqual(["1 安全 >", "2 福祉"]);
  });
});
