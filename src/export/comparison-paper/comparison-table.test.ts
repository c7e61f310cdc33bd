import { describe, expect, it } from "vitest";
import { sameVersions, sampleComparison } from "../../../test/support/comparison.ts";
import { remarkWords } from "./comparison-paper.ts";
import type { ComparisonTable, Line } from "./comparison-table.ts";
import { noteWords } from "./note.ts";

function newWords(line: Line): string {
  if ("omitted" in line) return `略${line.omitted}`;
  const [own] = line.row.fresh;
  return own ? own.cells.flatMap((cell) => cell.map(({ text }) => text)).join("") : "−";
}

function shape({ places }: ComparisonTable): string[] {
  return places.map(({ name, lines }) => `${name}：${lines.map((line) => newWords(line).slice(0, 6)).join("／")}`);
}

describe("a comparison table", () => {
  it("groups what changed by where it stands, leaves out what did not, and names no heading twice", () => {
    expect(shape(sampleComparison())).toEqual([
      "：略2", // the first chapter's heading and paragraph
      "第2章　施策1-1　子育て支援の充実：子どもを産み／相談の窓口を／病気の子ども／放課後の居場／保育所の待機",
      "第2章　施策1-2　公園と緑：身近な公園を／−",
      "第3章　施策2-1　公共交通：市内の路線バ／花と緑のボラ",
    ]);
  });

  it("counts each kind of change, in the same order always", () => {
    const counts = sampleComparison().counts.map(({ kind, count }) => `${kind} ${count}`);
    // changed: the paragraph, item ア and the row of 1-1; the second bus sentence was split off, the garden's paragraph moved
    expect(counts).toEqual(["changed 3", "added 1", "deleted 1", "moved 1", "split 1", "renumbered 1", "notation 1"]);
  });

  it("shows one kind alone, or everything, and counts all the same", () => {
    const added = sampleComparison({}, "added");
    expect(shape(added)).toEqual(["第2章　施策1-1　子育て支援の充実：病気の子ども"]);
    expect(added.counts).toEqual(sampleComparison().counts);
    const everything = sampleComparison({}, "everything");
    expect(everything.places[0]?.name).toBe("第1章　まちの将来像");
    expect(everything.places.flatMap(({ lines }) => lines).some((line) => "omitted" in line)).toBe(false);
  });

  it("says of what moved from where it came, and of what changed in another way than its words how", () => {
    const lines = sampleComparison().places.flatMap(({ lines: own }) => own);
    const remarks = lines.flatMap((line) => ("omitted" in line ? [] : [remarkWords({ ...line, notes: [] })]));
    expect(remarks.filter((words) => words !== "")).toEqual([
      "番号の変更",
      "表記のみ",
      "分割",
      "移動（第2章　施策1-2　公園と緑から）",
    ]);
  });

  it("has nothing to show for two versions that are the same", () => {
    const { places, counts } = sameVersions();
    expect(places).toEqual([]);
    expect(counts).toEqual([]);
  });
});

describe("notes of a comparison table", () => {
  const rows = sampleComparison().places.flatMap(({ lines }) => lines);
  const withNotes = rows.flatMap((line) =>
    "omitted" in line || line.notes.length === 0 ? [] : [[newWords(line).slice(0, 6), ...line.notes.map(noteWords)]],
  );
  const voices = "意見による修正：身近な場所で相談したい（意見3件）　◎ 反映する（策定委員会　令和8年9月18日決定）";

  it("stand at the rows whose words the change brought, or else at the first that changed in their section", () => {
    expect(withNotes).toEqual([
      ["子どもを産み", "審議会 第2部会（令和8年9月2日）：地域が子育てを支えることを明らかにしてください。"],
      ["相談の窓口を", voices],
      ["病気の子ども", voices],
      ["身近な公園を", "公用文の書き表し方に合わせた。"],
      ["市内の路線バ", "議会　全員協議会（令和8年9月10日）：試験の運行は別の文にしてください。"],
    ]);
  });

  it("stand apart where they are about the whole", () => {
    expect(sampleComparison().otherNotes.map(noteWords)).toEqual([
      "策定委員会（令和8年9月18日）：全体の言葉をやさしくしてください。",
    ]);
  });
});
