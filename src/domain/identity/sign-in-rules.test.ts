import { expect, it } from "vitest";
import { deviceLabel } from "./device.ts";
import { lockMinutes } from "./lockout.ts";
import { defaultPolicy, mustHaveSecondFactor, policyOf } from "./second-factor-policy.ts";

it("locks a quarter of an hour, then twice as long each time, at most a day", () => {
  expect([0, 1, 2, 6, 7, 20].map(lockMinutes)).toEqual([15, 30, 60, 960, 1440, 1440]);
});

it.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Windows の Edge",
  ],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1", "iPhone・iPad の Safari"],
  ["Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36", "Android の Chrome"],
  ["curl/8", "不明な端末"],
])("calls %s a %s", (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label);
});

it("asks administrators for a second factor where the internet reaches them, until the city decides otherwise", () => {
  expect(mustHaveSecondFactor(defaultPolicy, ["administrator"], "both")).toBe(true);
  expect(mustHaveSecondFactor(defaultPolicy, ["administrator"], "inside")).toBe(false);
  expect(mustHaveSecondFactor(defaultPolicy, ["planning"], "outside")).toBe(false);
  const decided = policyOf({ administrator: "never", clerk: "always", emperor: "always", chief: "sometimes" });
  expect(mustHaveSecondFactor(decided, ["administrator"], "outside")).toBe(false);
  expect(mustHaveSecondFactor(decided, ["finance", "clerk"], "inside")).toBe(true);
  expect(decided.chief).toBe("never");
});
