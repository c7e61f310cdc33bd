import { describe, expect, it } from "vitest";
import { checkPassword } from "./password.ts";

const owner = { name: "佐藤 花", email: "hana.sato@city.example.jp" };
const code = (password: string, again = password) => {
  const result = checkPassword(password, again, owner);
  return result.ok ? "accepted" : result.refusal.code;
};

describe("a new password", () => {
  it.each([
    ["朝の橋を渡る十二人の声", "tooShort"], // 11 characters
    ["みほんの橋を渡る朝の風の音", "accepted"],
    ["ああああああああああああ", "tooUniform"],
    ["password-2026-a", "known"],
    ["ｐａｓｓｗｏｒｄ－２０２６", "known"], // full width is the same password
    ["x-hana.sato-2026", "personal"],
    ["a".repeat(60) + "bcdef".repeat(20), "tooLong"],
  ])("%s is %s", (password, expected) => {
    expect(code(password)).toBe(expected);
  });

  it("is typed the same twice, in either width", () => {
    expect(code("correct horse battery", "correct horse batterx")).toBe("differ");
    expect(code("correct horse 42", "ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　４２")).toBe("accepted");
  });
});
