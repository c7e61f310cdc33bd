import { expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

it("leads back to a page of the staff site with its query", () => {
  expect(safePath("/staff/plans/dai2?q=%E9%98%B2%E7%81%BD")).toBe("/staff/plans/dai2?q=%E9%98%B2%E7%81%BD");
});

it.each([
  null,
  "",
  "https://evil.example/",
  "//evil.example/staff",
  "/\\evil.example",
  "/staff/../..//evil.example",
  "javascript:alert(1)",
  "/staff\n/x",
  "/plan",
  "/staff/sign-out",
  "/staffing",
])("leads to the top for %j", (wanted) => {
  expect(safePath(wanted)).toBe("/staff");
});
