import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setSecondFactorPolicy } from "#domain/identity/index.ts";
import { newId } from "#kernel/id.ts";
import { inProject } from "#platform/files/project.ts";
import { serveStaticFiles } from "#platform/http/static-files.ts";
import { listen, stopListening } from "../../src/serving.ts";
import { appOf } from "../support/browser.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { password, personAtTheDoor } from "../support/door.ts";

describe("a passkey in the browser", () => {
  const city = useCity();
  let browser: Browser;
  let site = "";
  let close: () => Promise<void>;

  beforeAll(async () => {
    const host = `c${city().municipality.code}.localhost`; // browsers trust this machine without TLS
    const claim = { host, municipality_code: city().municipality.code };
    await city().database.platform.insertInto("municipality_host").values(claim).execute();
    const app = new Hono().route("/", appOf(city(), { zone: "both" }));
    const server = await listen(app, { host: "127.0.0.1", port: 0 }, serveStaticFiles(inProject("dist/assets")));
    const { port } = server.address() as AddressInfo; // it listens on TCP
    site = `http://${host}:${port}`;
    close = () => stopListening(server);
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await close?.();
  });

  /** A page with a device of its own that answers by itself; `knows` is whether it recognises its owner. */
  async function pageWithDevice(knows = true): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    const devices = await page.context().newCDPSession(page);
    await devices.send("WebAuthn.enable");
    await devices.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: knows,
        automaticPresenceSimulation: true,
      },
    });
    return page;
  }

  async function signIn(page: Page, email: string): Promise<void> {
    await page.goto(`${site}/staff/sign-in`);
    await page.getByLabel("メールアドレス").fill(email);
    await page.getByLabel("パスワード").fill(password);
    await page.getByRole("button", { name: "サインインする" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/staff/sign-in"));
  }

  async function register(page: Page, name: string): Promise<void> {
    await page.goto(`${site}/staff/account/passkeys`);
    await page.getByLabel("今のパスワード").fill(password);
    await page.getByRole("button", { name: "登録を始める" }).click();
    await page.getByLabel("端末の名前").fill(name);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "この端末に登録する" }).click();
    await page.getByText("保存しました。").waitFor();
  }

  async function signInByPasskey(page: Page): Promise<void> {
    await page.goto(`${site}/staff/sign-in?to=/staff/account`);
    await page.getByRole("link", { name: "パスキーでサインインする" }).click();
    await page.getByRole("button", { name: "パスキーを使う" }).click();
  }

  it("is registered under a name, opens the door without a password, and tells when it was used", async () => {
    const { id, email } = await personAtTheDoor(city(), "planning");
    const page = await pageWithDevice();
    await signIn(page, email);
    await register(page, "青い鍵");
    expect(await page.getByRole("row", { name: /青い鍵/ }).textContent()).toContain("まだ使っていません");
    await signOut(page);
    await signInByPasskey(page);
    await page.waitForURL(`${site}/staff/account`);
    await page.goto(`${site}/staff/account/passkeys`);
    expect(await page.getByRole("row", { name: /青い鍵/ }).textContent()).not.toContain("まだ使っていません");
    expect(await axeFindings(page)).toEqual([]);
    const attempts = city().database.inCity(city().municipality.schema).selectFrom("sign_in_attempt");
    const rows = await attempts.where("person_id", "=", id).select(["way", "outcome"]).orderBy("id").execute();
    expect(rows.at(-1)).toEqual({ way: "passkey", outcome: "signedIn" });
  });

  it("stands for the second factor: the code is not asked for, and a password alone changes nothing", async () => {
    const { email } = await personAtTheDoor(city(), "auditor");
    const page = await pageWithDevice();
    await signIn(page, email);
    await register(page, "この端末");
    const admin = { kind: "person", id: newId(), name: "管理", roles: ["administrator"], divisionIds: [] } as const;
    await setSecondFactorPolicy(city().as(admin), { auditor: "always" });
    await signOut(page);
    await signIn(page, email);
    expect(new URL(page.url()).pathname).toBe("/staff/account/second-factor");
    expect(await page.textContent("main")).toContain("パスキーでサインインし直すと");
    await page.getByLabel("今のパスワード").fill(password);
    await page.getByRole("button", { name: "登録を始める" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("パスキーでサインインし直してから");
    await signOut(page);
    await signInByPasskey(page);
    await page.waitForURL(`${site}/staff/account`);
  });

  it("is no use to a device that does not recognise its owner, nor to one that has none", async () => {
    const stranger = await pageWithDevice();
    await signInByPasskey(stranger);
    await stranger.getByText("使えるパスキーがありませんでした").waitFor();
    const { email } = await personAtTheDoor(city(), "planning");
    const unsure = await pageWithDevice(false);
    await signIn(unsure, email);
    await unsure.goto(`${site}/staff/account/passkeys`);
    await unsure.getByLabel("今のパスワード").fill(password);
    await unsure.getByRole("button", { name: "登録を始める" }).click();
    await unsure.getByRole("button", { name: "この端末に登録する" }).click();
    await unsure.getByText("端末で取りやめられたか").waitFor();
  });

  it("is removed by its owner with the password or by an administrator, and then opens nothing", async () => {
    const { email } = await personAtTheDoor(city(), "planning");
    const page = await pageWithDevice();
    await signIn(page, email);
    await register(page, "古い端末");
    await signOut(page);
    await signInByPasskey(page);
    await page.waitForURL(`${site}/staff/account`);
    await page.goto(`${site}/staff/account/passkeys`);
    await page.getByRole("link", { name: /外す.*古い端末/ }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("今のパスワード").fill(password);
    await page.getByRole("button", { name: "外す" }).click();
    await page.getByText("パスキーは、まだ登録されていません。").waitFor();
    await signOut(page);
    await signInByPasskey(page);
    expect(await page.getByRole("alert").textContent()).toContain("ここでは登録されていません");
  });

  it("says without script that this one thing needs it, and keeps the other ways open", async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${site}/staff/sign-in/passkey`);
    expect(await page.textContent("main")).toContain("この操作だけは JavaScript が要ります");
    expect(await page.getByRole("button", { name: "パスキーを使う" }).isDisabled()).toBe(true);
    await page.getByRole("link", { name: "ほかの方法でサインインする" }).click();
    expect(await page.getByLabel("パスワード").isVisible()).toBe(true);
  });
});

function signOut(page: Page): Promise<void> {
  return page.getByRole("button", { name: "サインアウト" }).click();
}
