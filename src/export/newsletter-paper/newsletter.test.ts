import { describe, expect, it } from "vitest";
import { publishedWorkshop } from "../../../test/support/workshop-snapshot.ts";
import { issuesOf } from "./issue.ts";
import { newsletterPaper } from "./newsletter.ts";

const snapshot = publishedWorkshop();
const issues = issuesOf(snapshot.detail);

/** All words of an issue, in their order. */
function wordsOf(name: string, day = "2026-11-28"): string {
  const issue = issues.find((each) => each.name === name);
  if (!issue) throw new Error(`no issue ${name}`);
  const paper = newsletterPaper({
    city: "みほん市",
    day,
    marks: [],
    address: "http://a.test",
    issue,
    snapshot,
  });
  return JSON.stringify(paper.parts);
}

describe("the newsletter of a workshop", () => {
  it("has an issue for each round of which there is something to tell, and one of the whole for two", () => {
    // the third round is still to come
    expect(issues.map(({ label }) => label)).toEqual(["第1号", "第2号", "まとめ号"]);
    const [first] = snapshot.detail.rounds;
    expect(issuesOf({ ...snapshot.detail, rounds: first ? [first] : [] }).map(({ name }) => name)).toEqual(["round-1"]);
  });

  it("tells of a round its own people, tables and notes, and when the next one is", () => {
    const words = wordsOf("round-1");
    expect(words).toContain("24人（2班）");
    expect(words).toContain("川沿いにベンチがほしい");
    expect(words).toContain("1班・シール5");
    expect(words).not.toContain("川で子どもが遊べるように"); // of the second round
    expect(words).toContain("第2回「10年後のくらし」：令和8年12月5日（2026年） 13:30から、中央公民館");
    expect(wordsOf("round-1", "2026-12-06")).not.toContain("第2回"); // which was by then
  });

  it("counts notes under a heading without those that may not be read, whose round nobody tells", () => {
    expect(wordsOf("round-1")).toContain("歩きたくなる川と駅前（2枚）"); // two of the first round
    expect(wordsOf("whole")).toContain("歩きたくなる川と駅前（5枚）"); // 2 + 1 of the rounds, and 2 withheld
  });

  it("says what became of a heading once it is decided, and nothing before", () => {
    const words = wordsOf("whole");
    expect(words).toContain("どう生かしたか：反映する");
    expect(words).toContain("策定委員会（令和8年11月26日）");
    expect(words.match(/どう生かしたか/g)).toHaveLength(1); // the second heading waits
  });
});
