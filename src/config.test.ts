import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without any variable the server listens on this machine only, port 3000", () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    zone: "both",
    trustedProxies: [],
    logLevel: "info",
  });
  expect(readConfig({ PORT: "" }).port).toBe(3000);
});

test("lists and addresses are read as operators write them", () => {
  const config = readConfig({ TRUSTED_PROXIES: "10.0.0.1, 10.0.0.2", PUBLIC_URL: "https://plan.city.example.jp/" });
  expect(config.trustedProxies).toEqual(["10.0.0.1", "10.0.0.2"]);
  expect(config.publicUrl).toBe("https://plan.city.example.jp");
});

test("a wrong value is told in one sentence with the form that fits, and is not repeated", () => {
  expect(readWrong).toThrow(
    "環境変数を直してください: PORT は「0〜65535 の数」の形、DATABASE_URL は「postgresql://利用者:パスワード@ホスト:5432/データベース名」の形にします。 (Wrong environment variable: PORT, DATABASE_URL.)",
  );
  expect(readWrong).not.toThrow(/himitsu/);
});

function readWrong() {
  return readConfig({ PORT: "http", DATABASE_URL: "mysql://root:himitsu@db/plan" });
}
