import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mihonSnapshot } from "../../../../test/support/snapshot.ts";
import { written } from "../../written.ts";
import { annexPaper } from "./annex-paper.ts";
import type { PlanRecord } from "./record.ts";

const edition = {
  city: "みほん市",
  standing: "official",
  version: "策定版　第3版",
  isUndecided: false,
  day: "2026-11-29",
  division: { name: "企画課", contact: "" },
  hash: "ab".repeat(32),
  snapshot: mihonSnapshot(),
  strategies: [],
} as const;

const record: PlanRecord = {
  until: "2026-11-29",
  events: [{ day: "2019-05-01", what: "「素案」（第1版）を定める", detail: "審議会に諮るため" }],
  hearings: [
    {
      title: "素案への意見募集",
      opensOn: "2026-08-01",
      closesOn: "2026-08-31",
      voices: 12,
      points: 30,
      answers: [{ name: "反映する", points: 9 }],
    },
  ],
  remarks: [{ speaker: "議会　総務委員会", saidOn: "2026-10-20", version: "素案", words: "通学路を。", answer: "" }],
};

describe("資料編", () => {
  it("tells what was recorded in 和暦 and counts, and 「−」 for what was not answered", () => {
    const rows = annexPaper(edition, record).parts.flatMap(({ blocks }) =>
      blocks
        .flatMap((block) => (block.kind === "table" ? block.rows : []))
        .map((row) => row.map((cell) => cell.map(({ text }) => text).join(""))),
    );
    expect(rows.slice(0, 3)).toEqual([
      ["令和元年5月1日", "「素案」（第1版）を定める", "審議会に諮るため"],
      ["素案への意見募集", "令和8年8月1日から\n令和8年8月31日まで", "12", "30", "反映する 9"],
      ["議会　総務委員会\n（令和8年10月20日）", "素案", "通学路を。", "−"],
    ]);
  });

  it("has no part for what nobody recorded", () => {
    const titles = annexPaper(edition, { ...record, hearings: [], remarks: [] }).parts.map(({ title }) => title);
    expect(titles).not.toContain("意見を聴いた結果");
    expect(titles).not.toContain("会議・議会の意見");
  });

  it("is a Word file that names fonts of offices alone", async () => {
    const { bytes } = await written({ form: "word", paper: annexPaper(edition, record) });
    const files = unzipSync(bytes);
    const words = ["word/document.xml", "word/styles.xml", "word/fontTable.xml", "word/theme/theme1.xml"].map((path) =>
      Buffer.from(files[path] ?? []).toString("utf8"),
    );
    expect(words[1]).toContain("BIZ UDPゴシック");
    expect(words.join("")).not.toContain("Noto");
  }, 60_000);
});
