import { describe, expect, it } from "vitest";
import type { JobView } from "#platform/jobs/index.ts";
import { failureWords, resultPath } from "./labels.ts";

describe("the words of a job", () => {
  const ended = { result: null } as unknown as JobView; // only its result is read here

  it("lead to the result only inside the staff site", () => {
    expect(resultPath({ ...ended, result: { path: "/staff/imports/1" } })).toBe("/staff/imports/1");
    expect(resultPath({ ...ended, result: { path: "//other.example/" } })).toBeUndefined();
    expect(resultPath(ended)).toBeUndefined();
  });

  it("show a reason in Japanese, and no technical one", () => {
    expect(failureWords("3行目に番号がありません。")).toBe("3行目に番号がありません。");
    expect(failureWords("ECONNREFUSED 127.0.0.1:25")).toBe("システムの不具合で、処理を続けられませんでした。");
  });
});
