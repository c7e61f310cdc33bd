import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { editNode, nodePage, removeNode, restoreNode } from "#domain/plan/index.ts";
import { plainText, richTextOf, type RichText } from "#kernel/rich-text.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf, personIn, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { accepted, refusalOf, wholeRefusal } from "../../../test/support/results.ts";
import {
  addSection,
  adoptText,
  bindTree,
  bodyKey,
  editSection,
  giveUpLoan,
  loanOfGone,
  loanPage,
  loansOfGone,
  manuscriptOf,
  removeSection,
  returnLoan,
  revisionsOfSection,
  saveLoan,
  sectionPage,
  settleCopy,
  takeOut,
  takeOver,
} from "./index.ts";
import { takeOutIn } from "./actions/loans.ts";

const written = (words: string) => ({ [bodyKey]: richTextOf(words) });

function tableOf(rows: number, columns: number, words: string): RichText {
  const cell = { type: "tableCell", content: richTextOf(words).content } as const;
  const row = { type: "tableRow", content: Array.from({ length: columns }, () => cell) } as const;
  const content = Array.from({ length: rows }, () => row);
  return { type: "doc", content: [{ type: "table", attrs: { caption: "" }, content }] };
}

describe("writing a section", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let stranger: Ctx;
  let crisis: string;
  let plan: PlanInTest;

  beforeAll(async () => {
    ({ planning, clerk, crisis } = await castOf(city()));
    stranger = city().as(await personIn(city(), "高橋", { roles: ["clerk"] }));
  });

  async function chapter(): Promise<string> {
    plan = await smallPlan(planning);
    const entry = {
      planId: plan.plan.id,
      parentId: null,
      title: "計画の策定に当たって",
      divisionId: crisis,
      dueOn: null,
    };
    return accepted(await addSection(planning, entry)).id;
  }

  async function textOf(sectionId: string): Promise<string> {
    const { section } = await sectionPage(planning, sectionId);
    const text = section.texts[bodyKey];
    return text ? plainText(text) : "";
  }

  async function bound(): Promise<{ readonly nodeId: string; readonly sectionId: string }> {
    plan = await smallPlan(planning);
    accepted(await bindTree(planning, { planId: plan.plan.id, parentId: null }));
    const { id: nodeId, version } = await plan.node("訓練");
    accepted(await editNode(planning, { id: nodeId, version, divisionId: crisis }));
    const { lines } = await manuscriptOf(planning, plan.plan.id);
    return { nodeId, sectionId: lines.find((line) => line.nodeId === nodeId)?.id ?? "" };
  }

  it("lends it to one person, who goes on with the same loan, and keeps a stranger out", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    expect(accepted(await takeOut(clerk, id)).loanId).toBe(loanId);
    expect(refusalOf(await takeOut(planning, id))).toBe("alreadyOnLoan");
    await expect(takeOut(stranger, id)).rejects.toThrow("自分の課が担当する節");
  });

  it("puts the copy into the section on its return, as a revision", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    const saved = accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("はじめに") }));
    expect([saved.saveNumber, saved.kept, await textOf(id)]).toEqual([1, undefined, ""]);
    accepted(await returnLoan(clerk, { loanId, saveNumber: 1, texts: written("はじめに。") }));
    expect(await textOf(id)).toBe("はじめに。");
    expect((await revisionsOfSection(planning, id)).map(({ act }) => act)).toEqual(["returned", "created"]);
    expect((await sectionPage(planning, id)).loan).toBeUndefined();
  });

  it("keeps what comes from an older window beside the section, and what came first on the copy", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("一つ目の画面") }));
    const second = accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("二つ目の画面") }));
    expect(second.kept).toBe("stale");
    const { own, copies } = await loanPage(clerk, loanId);
    expect(own.texts).toEqual(written("一つ目の画面"));
    expect(copies.map(({ cause, texts }) => [cause, texts])).toEqual([["stale", written("二つ目の画面")]]);
  });

  it("takes a save that says what the copy says already for the same one, so that a lost answer can be sent again", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("同じ") }));
    const again = accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("同じ") }));
    expect([again.saveNumber, again.kept]).toEqual([1, undefined]);
    expect((await sectionPage(planning, id)).copies).toEqual([]);
  });

  it("is not removed or renamed while somebody is just taking it out", async () => {
    const id = await chapter();
    const held = { planId: plan.plan.id, id };
    const frame = { ...held, version: 1, title: "別の名前", divisionId: crisis, dueOn: null };
    const shaping = await clerk.transaction(async (tx) => {
      accepted(await takeOutIn(clerk, tx, id));
      const acts = [removeSection(planning, held), editSection(planning, frame)];
      await pause(200); // milliseconds in which they would have been done
      return { acts };
    });
    expect((await Promise.all(shaping.acts)).map(refusalOf)).toEqual(["onLoan", "onLoan"]);
  });

  it("never takes other words of one window for the ones it has: what a second tab sent of it goes on, or is kept beside", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    const of = (turn: number, saveNumber: number) => ({ loanId, window: "first", turn, saveNumber });
    accepted(await saveLoan(clerk, { ...of(3, 0), texts: written("端末に残った文") }));
    const more = accepted(await saveLoan(clerk, { ...of(3, 0), texts: written("端末に残った文と、その先") }));
    expect(more.kept).toBe("stale");
    expect((await sectionPage(planning, id)).copies.map(({ texts }) => texts)).toEqual([
      written("端末に残った文と、その先"),
    ]);
    const next = accepted(await saveLoan(clerk, { ...of(5, 0), texts: written("書き進めた文") }));
    const older = accepted(await saveLoan(clerk, { ...of(4, 0), texts: written("書き進め") }));
    expect([next.kept, older.kept]).toEqual([undefined, undefined]);
    expect((await loanPage(clerk, loanId)).own.texts).toEqual(written("書き進めた文"));
  });

  it("lets another take over, who goes on from the copy; the first one's texts stay, also those that come late", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("書きかけ") }));
    const next = accepted(await takeOver(planning, { sectionId: id, loanId }));
    expect((await loanPage(planning, next.loanId)).own.texts).toEqual(written("書きかけ"));
    const late = accepted(await saveLoan(clerk, { loanId, saveNumber: 1, texts: written("電車の中で書いた") }));
    expect(late.kept).toBe("late");
    expect(accepted(await returnLoan(clerk, { loanId, saveNumber: 1, texts: written("返したつもり") })).kept).toBe(
      "late",
    );
    accepted(await returnLoan(planning, { loanId: next.loanId, saveNumber: 0, texts: written("仕上げた") }));
    expect(await textOf(id)).toBe("仕上げた");
    const { copies } = await sectionPage(planning, id);
    expect(copies.map(({ cause }) => cause)).toEqual(["takenOver", "late", "late"]);
    accepted(await settleCopy(planning, { sectionId: id, copyId: copies[0]?.id ?? "" }));
    expect(refusalOf(await settleCopy(planning, { sectionId: id, copyId: copies[0]?.id ?? "" }))).toBe("stale");
  });

  it("keeps what a writer had written when another text is taken over it, once", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    const next = accepted(await takeOver(planning, { sectionId: id, loanId }));
    accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("遅れて届いた") }));
    accepted(await saveLoan(planning, { loanId: next.loanId, saveNumber: 0, texts: written("引き継いで書いた") }));
    const [late] = (await sectionPage(planning, id)).copies;
    const adoption = { loanId: next.loanId, textKey: bodyKey, copyId: late?.id };
    accepted(await adoptText(planning, adoption));
    accepted(await adoptText(planning, adoption));
    const { own, copies } = await loanPage(planning, next.loanId);
    expect(own.texts).toEqual(written("遅れて届いた"));
    expect(copies.map(({ cause, texts }) => [cause, texts])).toEqual([
      ["late", written("遅れて届いた")],
      ["replaced", written("引き継いで書いた")],
    ]);
  });

  it("tells of a loan that another took over, also where the text to be returned is the one that was saved", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("書きかけ") }));
    const next = accepted(await takeOver(planning, { sectionId: id, loanId }));
    const refusal = wholeRefusal(await returnLoan(clerk, { loanId, saveNumber: 1, texts: written("書きかけ") }));
    expect(refusal.message).toBe("この節は、ほかの人が引き継ぎました。あなたの文章は、控えとして残っています。");
    const own = { loanId: next.loanId, saveNumber: 0, texts: written("書きかけ") };
    accepted(await returnLoan(planning, own));
    expect(accepted(await returnLoan(planning, own)).kept).toBeUndefined();
  });

  it("does not let anybody write on the copy of another, and keeps what a giver-up wrote", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    await expect(saveLoan(planning, { loanId, saveNumber: 0, texts: written("横から") })).rejects.toThrow(
      "借りている人だけ",
    );
    accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: written("やめた") }));
    accepted(await giveUpLoan(clerk, loanId));
    const { copies, loan } = await sectionPage(planning, id);
    expect([loan, copies.map(({ cause }) => cause), await textOf(id)]).toEqual([undefined, ["givenUp"], ""]);
  });

  it("refuses texts of a field that the section does not have, and texts that are too long", async () => {
    const id = await chapter();
    const { loanId } = accepted(await takeOut(clerk, id));
    const vision = { vision: richTextOf("別の欄") };
    expect(refusalOf(await saveLoan(clerk, { loanId, saveNumber: 0, texts: vision }))).toBe("unknownKey");
    const save = (text: RichText) => saveLoan(clerk, { loanId, saveNumber: 0, texts: { [bodyKey]: text } });
    expect(refusalOf(await save(richTextOf("あ".repeat(20_001))))).toBe("tooLong");
    expect(refusalOf(await save(tableOf(500, 30, "あいうえおか")))).toBe("accepted"); // 15,000 cells, 90,000 letters
    expect(refusalOf(await save(tableOf(500, 30, "あいうえおかき")))).toBe("tablesTooLarge"); // 105,000 letters
  });

  describe("bound to a node", () => {
    it("writes the node's own texts, as one of its revisions", async () => {
      const { nodeId, sectionId } = await bound();
      const { loanId } = accepted(await takeOut(clerk, sectionId));
      const texts = { vision: richTextOf("みんなが備えている。") };
      accepted(await returnLoan(clerk, { loanId, saveNumber: 0, texts }));
      const { node } = await nodePage(planning, nodeId);
      expect(node.fields).toEqual(texts);
    });

    it("refuses a return over a text that changed meanwhile, keeps the copy, and takes it once both were looked at", async () => {
      const { nodeId, sectionId } = await bound();
      const { loanId } = accepted(await takeOut(clerk, sectionId));
      const { node } = await nodePage(planning, nodeId);
      accepted(
        await editNode(planning, { id: nodeId, version: node.version, fields: { vision: richTextOf("先に直した") } }),
      );
      const texts = { vision: richTextOf("あとから返した") };
      expect(refusalOf(await returnLoan(clerk, { loanId, saveNumber: 0, texts }))).toBe("staleReturn");
      const { own, section } = await loanPage(clerk, loanId);
      expect([own.endedAt, own.texts]).toEqual([null, texts]);
      const seenVersion = section.textVersion;
      accepted(await returnLoan(clerk, { loanId, saveNumber: own.saveNumber, texts, seenVersion }));
      expect((await nodePage(planning, nodeId)).node.fields).toEqual(texts);
    });

    it("goes on saving where the node was removed, shows it to its writer only, and returns it once the node is back", async () => {
      const { nodeId, sectionId } = await bound();
      const { loanId } = accepted(await takeOut(clerk, sectionId));
      const vision = (words: string) => ({ loanId, window: "one", texts: { vision: richTextOf(words) } });
      expect(accepted(await saveLoan(clerk, { ...vision("前"), saveNumber: 0, turn: 1 })).kept).toBeUndefined();
      expect(await loanOfGone(clerk, loanId)).toBeUndefined();
      accepted(await removeNode(planning, await plan.node("訓練")));
      expect(accepted(await saveLoan(clerk, { ...vision("前後"), saveNumber: 1, turn: 2 })).kept).toBe("gone");
      const stale = { ...vision("別の画面"), window: "two", saveNumber: 0, turn: 1 };
      expect(accepted(await saveLoan(clerk, stale)).kept).toBe("gone");
      await expect(saveLoan(planning, { ...vision("横から"), saveNumber: 2, turn: 3 })).rejects.toThrow(
        "借りている人だけ",
      );
      expect(await loanOfGone(planning, loanId)).toBeUndefined();
      const gone = await loanOfGone(clerk, loanId);
      expect([gone?.name, gone?.own.texts, gone?.copies.map(({ cause, texts }) => [cause, texts])]).toEqual([
        "訓練",
        { vision: richTextOf("前後") },
        [["stale", { vision: richTextOf("別の画面") }]],
      ]);
      expect((await loansOfGone(clerk, plan.plan.id)).map(({ own }) => own.id)).toEqual([loanId]);
      expect(await loansOfGone(planning, plan.plan.id)).toEqual([]);
      accepted(await restoreNode(planning, { id: nodeId }));
      expect(await loansOfGone(clerk, plan.plan.id)).toEqual([]);
      expect(refusalOf(await returnLoan(clerk, { ...vision("前後"), saveNumber: 2, turn: 3 }))).toBe("accepted");
      expect((await nodePage(planning, nodeId)).node.fields.vision).toEqual(richTextOf("前後"));
    });

    it("binds each node once, in the tree's shape, and says which are left out", async () => {
      const { sectionId } = await bound();
      expect(accepted(await bindTree(planning, { planId: plan.plan.id, parentId: null })).added).toBe(0);
      const { lines, unbound } = await manuscriptOf(planning, plan.plan.id);
      expect(lines.map(({ depth, number, name }) => `${"  ".repeat(depth - 1)}${number} ${name}`)).toEqual([
        "第1章 安全",
        "  1-1 防災",
        "    1-1-1 訓練",
        "    1-1-2 備蓄",
        "  1-2 消防",
        "第2章 福祉",
      ]);
      expect([unbound, lines.some(({ id }) => id === sectionId)]).toEqual([[], true]);
    });
  });
});
