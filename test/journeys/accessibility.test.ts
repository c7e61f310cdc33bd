import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Actor, Role } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { publicRoutes } from "#web/public/routes.ts";
import type { StaffRoute } from "#web/staff/route.ts";
import { staffRoutes } from "#web/staff/routes.ts";
import { messySheet } from "../../db/seeds/messy-sheet.ts";
import { authenticatorCode } from "../support/authenticator.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { publicAddresses, type Listening } from "../support/public-addresses.ts";
import { signInAs } from "../support/sample-staff.ts";
import { smallPng } from "../support/png.ts";

const wide = 1366;
const narrow = 360;
const plan = "/staff/plans/2027";
const openRound = "/consultations/implementation-plan";

/** Staff pages that are also opened on a telephone: the home, the plan, a 施策, search and the account. */
const mainPage = /^\/staff(\/(account|search)|\/plans\/2027(\/nodes\/[^/]+)?)?$/;
const isMainPage = (path: string): boolean => mainPage.test(path);

/** What a route's address needs to be told besides. */
const queries = new Map([["/staff/publications/new", "?subject=plan&reference=2027"]]);

/**
 * Addresses that lead on: of an import to where it stands (its own journey looks at every step), of a new paper in a batch that is
 * being read (the journey of a round types papers), of a code not asked for.
 */
const leadOn =
  /\/batches\/[0-9a-f-]{36}\/sheets\/new$|\/imports\/[0-9a-f-]+(\/progress|\/result)?$|^\/staff\/sign-in\/(code|ldap|oidc|oidc\/callback|oidc\/end)$|\/passkeys\/[^/]+\/removal$/;

/** Pages that without the secret of a mail rightly say that it is used up or wrong. */
const needSecret = new Set(["/staff/invitation", "/staff/new-password", "/staff/set-up"]);

const notOfSample = /^\/documents\/:version\/(files\/:file|\w+\.pdf)$|^\/plan\/:plan\/paper\.pdf$/;

describe("on every page of both sites", () => {
  const site = { url: inject("siteUrl"), data: inject("siteData") };
  /** What stands in a route's place in the sample city, by the words before the place: 「nodes/:id」. */
  const samples = new Map([
    ["plans/:slug", "2027"],
    ["manuscripts/:slug", "2027"],
    ["documents/:slug", "2027"],
    ["formulation/:plan", "2027"],
    ["versions/:number", "1"],
    ["sections/:section", "1-1"],
    ["parts/:position", "1"],
    ["files/:paper", "draft.docx"],
    ["compare/:file", "comparison.docx?from=1&to=2"],
    ["revisions/:number", "1"],
    ["sets/:set", "samples"],
    ["items/:item", "population"],
    ["background/:register", "trends"],
    ["strategy/:slug", "strategy-2027"],
    ["paths/:code", "own"],
    ["frames/:code", "digital-2023"],
    ["programmes/:code", "second-generation-2024"],
    ["papers/:file", "guide.docx"],
    ["papers/:ending", "docx"],
    ["declarations/:number", "1"],
    ["newsletters/:file", "round-1.docx"],
    ["table/:ending", "xlsx"],
    ["draft/:ending", "docx"],
    ["voices/:number", "1"],
    ["redactions/:number", "1"],
    ["passkeys/:passkeyId", "00000000-0000-7000-8000-000000000000"], // nobody's: its own journey looks at the page
  ]);
  let browser: Browser;
  let planning: Page;
  let administrator: Page;

  beforeAll(async () => {
    browser = await openChromium();
    planning = await (await browser.newContext()).newPage();
    administrator = await (await browser.newContext()).newPage();
    await signInAs(planning, site, "sato");
    await signInAs(administrator, site, "kobayashi");
    await find("nodes/:id", planning, "/staff/search?q=通学路", /\/nodes\/([0-9a-f-]{36})/);
    await find(
      "indicators/:id",
      planning,
      `${plan}/nodes/${samples.get("nodes/:id")}`,
      /\/indicators\/([0-9a-f-]{36})/,
    );
    await find("target-sets/:set", planning, `${plan}/target-sets`, /\/target-sets\/([0-9a-f-]{36})/);
    await find("links/:link", planning, `${plan}/lineage`, /\/links\/([0-9a-f-]{36})/);
    await find("publications/:publication", planning, "/staff/publications", /\/publications\/([0-9a-f-]{36})/);
    await find("divisions/:divisionId", planning, "/staff/divisions", /\/divisions\/([0-9a-f-]{36})/);
    await find("people/:personId", administrator, "/staff/people", /\/people\/([0-9a-f-]{36})/);
    const person = `/staff/people/${samples.get("people/:personId")}`;
    await find("posts/:postId", administrator, person, /\/posts\/([0-9a-f-]{36})/);
    await find("grants/:grantId", administrator, person, /\/grants\/([0-9a-f-]{36})/);
    samples.set("imports/:id", await uploadSheet());
    samples.set("file/:file", await handInValues());
    samples.set("candidates/:candidate", await prepareCandidate());
    samples.set("papers/:id", await makePaper());
    samples.set("word-templates/:id", await handTemplateIn());
    const strategy = "/staff/strategy";
    await find("grants/:id", planning, `${strategy}/grants`, /\/grants\/([0-9a-f-]{36})/);
    await find("goals/:goal", planning, `${strategy}/strategy-2027/goals`, /\/goals\/([0-9a-f-]{36})/);
    const statistics = "/staff/statistics";
    await find("groups/:group", planning, `${statistics}/groups`, /\/groups\/([0-9a-f-]{36})/);
    await find("entries/:entry", planning, `${statistics}/background/trends`, /\/entries\/([0-9a-f-]{36})/);
    samples.set("imports/:import", await uploadStatistics());
    samples.set("transfers/:transferId", await uploadTransfers());
    await find("files/:file", planning, openRound, /\/files\/([0-9a-f-]{36})/);
    await find("occasions/:occasion", planning, "/voices", /\/voices\/occasions\/([0-9a-f-]{36})/);
    samples.set("keeping/:occasion", samples.get("occasions/:occasion") ?? "");
    samples.set("measures/:node", samples.get("nodes/:id") ?? "");
    await find("topics/:topic", planning, "/staff/responses", /\/topics\/([0-9a-f-]{36})/);
    const results = `/staff/responses/occasions/${samples.get("occasions/:occasion")}`;
    await find("decisions/:decision", planning, results, /\/decisions\/([0-9a-f-]{36})/);
    await find("voices/:voice", planning, "/staff/desk/points", /\/desk\/voices\/([0-9a-f-]{36})/);
    await find("venues/:venue", planning, "/staff/consultations/talk", /\/venues\/([0-9a-f-]{36})/);
    await find("proposals/:number", planning, "/consultations/ideas", /\/proposals\/(\d+)/);
    await find("rounds/:round", planning, "/staff/consultations/future", /\/rounds\/([0-9a-f-]{36})/);
    await find("requests/:request", planning, "/staff/voices/keeping", /\/requests\/([0-9a-f-]{36})/);
    await find("stages/:stage", planning, "/staff/formulation/2027", /\/stages\/([0-9a-f-]{36})/);
    await find("parts/:part", planning, "/staff/formulation/2027/policy", /\/parts\/([^"/?#]+)/);
    await findEntry();
    await takeSection();
    await askForPassword();
    await find("jobs/:id", administrator, "/staff/jobs?mail=1", /\/jobs\/([0-9a-f-]{36})/);
  });
  afterAll(() => browser?.close());

  function listening(): Listening {
    const [file = "", occasion = ""] = [samples.get("files/:file"), samples.get("occasions/:occasion")];
    const venue = samples.get("venues/:venue") ?? "";
    const proposal = samples.get("proposals/:number") ?? "";
    const there = { round: "implementation-plan", file, occasion, meeting: "talk", venue, workshop: "future" };
    return { ...there, call: "ideas", proposal };
  }

  /** Where citizens read in the sample city; its versions show charts and no picture, and nobody asked for their papers. */
  function citizensAddresses(): Readonly<Record<string, string>> {
    const all = publicAddresses("2027", samples.get("publications/:publication") ?? "", listening());
    return Object.fromEntries(Object.entries(all).filter(([path]) => !notOfSample.test(path)));
  }

  /** Takes a sample from the first link on a page that leads to such a thing. */
  async function find(place: string, page: Page, path: string, link: RegExp): Promise<void> {
    await page.goto(`${site.url}${path}`);
    const id = link.exec(await page.content())?.[1];
    if (!id) throw new Error(`${path} has no link like ${link.source}`);
    samples.set(place, id);
  }

  /** The work in hand at the open round: papers, and a table before its last step. */
  async function findEntry(): Promise<void> {
    await find(
      "entry/:round",
      planning,
      "/staff/consultations/implementation-plan",
      /\/entry\/occasions\/([0-9a-f-]{36})/,
    );
    const round = `/staff/entry/occasions/${samples.get("entry/:round")}`;
    await find("entry/imports/:import", planning, round, /\/imports\/([0-9a-f-]{36})/);
    await find("batches/:batch", planning, round, /\/batches\/([0-9a-f-]{36})/);
    const batch = `/staff/entry/batches/${samples.get("batches/:batch")}`;
    await find("sheets/:sheet", planning, batch, /\/sheets\/([0-9a-f-]{36})/);
  }

  /** A section that planning writes, and a picture for its figures. */
  async function takeSection(): Promise<void> {
    const manuscript = `${site.url}/staff/manuscripts/2027`;
    const form = { title: "資料", parentId: "", divisionId: "", dueOn: "" };
    await planning.request.post(`${manuscript}/outline/additions`, { form }); // the sample's own ones are all confirmed
    await planning.goto(`${manuscript}?state=writing`);
    await planning.locator("tbody tr", { hasNotText: "から）" }).first().getByRole("link").first().click();
    await planning.waitForURL(/\/sections\/[0-9a-f-]{36}/);
    samples.set("sections/:id", /sections\/([0-9a-f-]{36})/.exec(planning.url())?.[1] ?? "");
    await press(planning, "借りて書く");
    await planning.waitForURL(/\/loans\/[0-9a-f-]{36}/);
    samples.set("loans/:loan", /loans\/([0-9a-f-]{36})/.exec(planning.url())?.[1] ?? "");
    const buffer = Buffer.from(smallPng);
    const picture = { name: "図.png", mimeType: "image/png", buffer };
    const answer = await planning.request.post(`${manuscript}/pictures`, { multipart: { picture } });
    samples.set("pictures/:file", ((await answer.json()) as { file?: string }).file ?? "");
    samples.set("word-imports/:import", await handWordIn(`${manuscript}/sections/${samples.get("sections/:id")}`));
  }

  /** Hands the section in again as Word with a word more. */
  async function handWordIn(section: string): Promise<string> {
    const files = unzipSync(await (await planning.request.get(`${section}/word.docx`)).body());
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    const changed = strToU8(xml.replace("</w:body>", "<w:p><w:r><w:t>加えた段落</w:t></w:r></w:p></w:body>"));
    const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const buffer = Buffer.from(zipSync({ ...files, "word/document.xml": changed }));
    const file = { name: "直し.docx", mimeType, buffer };
    const answer = await planning.request.post(`${section}/word`, { multipart: { file } });
    return /word-imports\/([0-9a-f-]{36})/.exec(answer.url())?.[1] ?? "";
  }

  /** Hands the sample of a template in as the city's own. */
  async function handTemplateIn(): Promise<string> {
    const templates = `${site.url}/staff/word-templates`;
    const buffer = await (await planning.request.get(`${templates}/sample`)).body();
    const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const file = { name: "ひな形.docx", mimeType, buffer };
    const answer = await planning.request.post(templates, { multipart: { name: "市のひな形", file } });
    return /word-templates\/([0-9a-f-]{36})/.exec(answer.url())?.[1] ?? "";
  }

  /** An import that stands before its last step, so that the steps before can be opened again. */
  async function uploadSheet(): Promise<string> {
    await planning.goto(`${site.url}${plan}/imports`);
    const buffer = Buffer.from(await messySheet());
    const file = { name: "施策体系.xlsx", mimeType: "application/octet-stream", buffer };
    await planning.getByLabel("取り込むファイル").setInputFiles(file);
    await press(planning, "読み込んで次へ");
    await press(planning, "次へ：列の割り当て");
    await press(planning, "次へ：値の確認");
    await planning.waitForURL(/\/(questions|preview)/);
    while (/\/questions/.test(planning.url())) {
      for (const card of await planning.locator("form.form > div > fieldset.card").all())
        await card.locator("input[type=radio]").first().check();
      await press(planning, "答えを保存して次へ");
      await planning.waitForLoadState();
    }
    return /imports\/([0-9a-f-]{36})/.exec(planning.url())?.[1] ?? "";
  }

  /** A paper of the plan, waited for on its page. */
  async function makePaper(): Promise<string> {
    await planning.goto(`${site.url}${plan}/papers`);
    await planning.getByRole("radio", { name: /Excel/ }).check();
    await press(planning, "計画書をつくる");
    const made = planning.locator('main a[href*="/papers/"][href$="/file"]').first();
    while (!(await made.isVisible())) await planning.goto(`${site.url}${plan}/papers`);
    return /papers\/([0-9a-f-]{36})/.exec((await made.getAttribute("href")) ?? "")?.[1] ?? "";
  }

  /** Values brought back from Excel, before they are taken. */
  async function handInValues(): Promise<string> {
    const answer = await planning.request.get(`${site.url}${plan}/indicators/values.xlsx`);
    const file = { name: "指標の値.xlsx", mimeType: "application/octet-stream", buffer: await answer.body() };
    await planning.goto(`${site.url}${plan}/indicators/file`);
    await planning.getByLabel("書き出して直したファイル").setInputFiles(file);
    await press(planning, "読み込んで確かめる");
    await planning.waitForURL(/\/file\/[0-9a-f-]{36}/);
    return /\/file\/([0-9a-f-]{36})/.exec(planning.url())?.[1] ?? "";
  }

  /** A list of transfers with someone who joins and someone who cannot be read. */
  async function uploadTransfers(): Promise<string> {
    await administrator.goto(`${site.url}/staff/transfers`);
    const lines = [
      "氏名,メール,新しい部課,職名,役割,発令日,退職",
      "見本 新,shin@mihon.example,企画課,主事,課担当,令和13年4月1日,",
      "見本 古,furu@mihon.example,ない課,主事,課担当,令和13年4月1日,",
    ];
    const file = { name: "人事異動.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) };
    await administrator.getByLabel("人事異動の表").setInputFiles(file);
    await press(administrator, "読み込んで確かめる");
    await administrator.waitForURL(/\/transfers\/[0-9a-f-]{36}/);
    return /transfers\/([0-9a-f-]{36})/.exec(administrator.url())?.[1] ?? "";
  }

  /** An import of statistics before its last step. */
  async function uploadStatistics(): Promise<string> {
    await planning.goto(`${site.url}/staff/statistics/imports`);
    const buffer = Buffer.from("年度,入込客数（人）\nR6,120000\nR7,－\n");
    await planning.getByLabel("取り込むファイル").setInputFiles({ name: "観光.csv", mimeType: "text/csv", buffer });
    await planning.getByRole("button", { name: "読み込んで次へ" }).click();
    await planning.getByRole("button", { name: "次へ：変わる内容の確認" }).click();
    await planning.waitForURL(/\/preview/);
    return /imports\/([0-9a-f-]{36})/.exec(planning.url())?.[1] ?? "";
  }

  /** Makes a job: the mail with the link. */
  async function askForPassword(): Promise<void> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.url}/staff/forgotten-password`);
    await page.getByLabel("メールアドレス").fill("ito@mihon.example");
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("main").getByRole("button").first().click();
    await answered;
    await page.context().close();
  }

  async function prepareCandidate(): Promise<string> {
    await planning.goto(`${site.url}/staff/publications/new?subject=plan&reference=2027`);
    await planning.getByLabel("版の名前").fill("改定の案");
    await planning.getByRole("radio", { name: /検討中として公開/ }).check();
    await planning.getByLabel("問い合わせ先の課").selectOption({ index: 1 });
    await planning.getByRole("button", { name: "公開前の確認へ進む" }).click();
    await planning.waitForURL(/\/candidates\/[0-9a-f-]{36}/);
    return /candidates\/([0-9a-f-]{36})/.exec(planning.url())?.[1] ?? "";
  }

  /** A route's address in the sample city. @throws where a place has no sample: add one above */
  function addressOf(route: string): string {
    return route.replace("/:kind", "/voices").replaceAll(/([\w-]+)\/(:\w+)/g, (_, before: string, place: string) => {
      const sample = before === "consultations" ? consultationOf(route) : sampleFor(route, `${before}/${place}`);
      if (!sample) throw new Error(`no sample stands for ${before}/${place} in ${route}`);
      return `${before}/${sample}`;
    });
  }

  /** A table of voices and one of statistics stand at places of the same name. */
  function sampleFor(route: string, place: string): string | undefined {
    const ofEntry = route.startsWith("/staff/entry/") ? samples.get(`entry/${place}`) : undefined;
    return ofEntry ?? samples.get(place);
  }

  /** What is wrong with a page at the widths it is for; files are only fetched. */
  async function faultsOf(page: Page, path: string, widths: readonly number[]): Promise<string[]> {
    // a kept connection may be closed by the server in the moment it is used again: asked once more, as browsers do
    const answer = await page.request.get(`${site.url}${path}`, { maxRetries: 1 });
    if (answer.status() >= 400 && !needSecret.has(path)) return [`${path} answered ${answer.status()}`];
    const reached = new URL(answer.url()).pathname;
    if (reached !== new URL(path, site.url).pathname && !leadOn.test(path)) return [`${path} led to ${reached}`];
    if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) return [];
    await page.setViewportSize({ width: wide, height: 768 });
    await page.goto(`${site.url}${path}`);
    return faultsHere(page, path, widths);
  }

  /** What is wrong with the pages. Two tabs go side by side: one waits for the server while the other looks. */
  async function faultsOn(
    page: Page,
    paths: readonly string[],
    onPhones: (path: string) => boolean,
  ): Promise<string[]> {
    const second = await page.context().newPage();
    const tabs = [page, second].map((tab, turn) =>
      faultsIn(
        tab,
        paths.filter((_, index) => index % 2 === turn),
        onPhones,
      ),
    );
    const faults = (await Promise.all(tabs)).flat();
    await second.close();
    return faults;
  }

  /** What is wrong with the pages, one after the other, told on the way, since a run may end before its last page. */
  async function faultsIn(
    page: Page,
    paths: readonly string[],
    onPhones: (path: string) => boolean,
  ): Promise<string[]> {
    const faults: string[] = [];
    for (const path of paths) {
      const found = await faultsOf(page, path, onPhones(path) ? [wide, narrow] : [wide]);
      for (const fault of found) process.stdout.write(`${fault}\n`);
      faults.push(...found);
    }
    return faults;
  }

  it("of the citizens axe finds nothing, and nothing is wider than the screen", async () => {
    const visitor = await (await browser.newContext()).newPage();
    const addresses = citizensAddresses();
    expect(publicRoutes.map(({ path }) => path).filter((path) => !addresses[path] && !notOfSample.test(path))).toEqual(
      [],
    );
    expect(
      await faultsOn(visitor, [...Object.values(addresses), "/search?q=ないことば", "/plan/2022"], () => true),
    ).toEqual([]);
  }, 120_000);

  it("before signing in axe finds nothing, and nothing is wider than the screen", async () => {
    const visitor = await (await browser.newContext()).newPage();
    expect(await faultsOn(visitor, pagesFor("anyone"), () => true)).toEqual([]);
  }, 60_000);

  it("from the invitation to the code at the door axe finds nothing, and nothing is wider than the screen", async () => {
    const guest = await (await browser.newContext()).newPage();
    const email = `${newId()}@mihon.example`;
    const password = "あさがおと かえるの うた";
    await guest.goto(await invite(email));
    const faults = await faultsHere(guest, "an open invitation");
    for (const field of await guest.locator("input[type=password]").all()) await field.fill(password);
    await press(guest, "パスワードを決める");
    const signIn = async () => {
      await guest.goto(`${site.url}/staff/sign-in`);
      await guest.getByLabel("メールアドレス").fill(email);
      await guest.getByLabel("パスワード").fill(password);
      await press(guest, "サインインする");
    };
    await signIn();
    await guest.waitForURL(`${site.url}/staff`);
    await guest.goto(`${site.url}/staff/account/second-factor`);
    faults.push(...(await faultsHere(guest, "the way to a second factor")));
    await guest.getByLabel("今のパスワード").fill(password);
    await press(guest, "登録を始める");
    faults.push(...(await faultsHere(guest, "the picture for the app")));
    const address = await guest.locator("input[name=address]").inputValue();
    await guest.getByLabel("アプリに出た確認コード").fill(authenticatorCode(address));
    await press(guest, "確かめて登録する");
    await guest.getByRole("heading", { name: "予備コードを控えてください" }).waitFor();
    faults.push(...(await faultsHere(guest, "the backup codes")));
    await guest.context().clearCookies();
    await signIn();
    await guest.waitForURL(/\/staff\/sign-in\/code/);
    faults.push(...(await faultsHere(guest, "the code of the app")));
    await guest.getByLabel("確認コード").fill("000000");
    await press(guest, "確かめる");
    faults.push(...(await faultsHere(guest, "a wrong code")));
    await guest.goto(`${site.url}/staff/sign-in/code?kind=backup`);
    expect(await guest.title()).toContain("予備コードの入力");
    faults.push(...(await faultsHere(guest, "a backup code")));
    expect(faults).toEqual([]);
  }, 120_000);

  /** Invites somebody as the administrator. @returns the link to hand over */
  async function invite(email: string): Promise<string> {
    await administrator.goto(`${site.url}/staff/people/new`);
    await administrator.getByLabel("氏名").fill("山本 あおい");
    await administrator.getByLabel("メールアドレス").fill(email);
    await administrator.getByRole("checkbox").first().check();
    await administrator.getByRole("radio", { name: /画面に出して/ }).check();
    await press(administrator, "招待する");
    return (await administrator.locator("main code").first().textContent()) ?? "";
  }

  it("of the planning office axe finds nothing, and nothing is wider than the screen", async () => {
    const pages = pagesFor("planning").map((route) => addressOf(route) + (queries.get(route) ?? ""));
    expect(pages.length).toBeGreaterThan(40);
    expect(await faultsOn(planning, pages, isMainPage)).toEqual([]);
  }, 400_000);

  it("of a preview axe finds nothing, and nothing is wider than the screen", async () => {
    const base = `/staff/publications/previews/${samples.get("candidates/:candidate")}`;
    const addresses = Object.values(citizensAddresses());
    const pages = addresses.filter((address) => !/\.\w+$/.test(address)).map((address) => `${base}${address}`);
    expect(pages.length).toBeGreaterThan(8);
    expect(await faultsOn(planning, pages, () => true)).toEqual([]);
  }, 120_000);

  it("of the administrator axe finds nothing, and nothing is wider than the screen", async () => {
    const known = new Set(pagesFor("planning"));
    const own = pagesFor("administrator").filter((path) => !known.has(path));
    expect(own.length).toBeGreaterThan(10);
    expect(await faultsOn(administrator, ["/staff", ...own.map(addressOf)], isMainPage)).toEqual([]);
  }, 120_000);
});

/** Every staff page that a role may open, as its route; "anyone": those before signing in. */
function pagesFor(role: Role | "anyone"): string[] {
  const roles = role === "anyone" ? [] : [role];
  const person: Actor = { kind: "person", id: newId(), name: "", roles, divisionIds: [] };
  const mayOpen = (may: StaffRoute["may"]) => (may === "anyone" ? role === "anyone" : role !== "anyone" && may(person));
  return staffRoutes.filter(({ method, may }) => method === "get" && mayOpen(may)).map(({ path }) => path);
}

/** The consultation of the kind that a route is about. */
function consultationOf(route: string): string {
  if (/town-meeting|venues/.test(route)) return "talk";
  if (/workshop|rounds|board|newsletters/.test(route)) return "future";
  return route.includes("proposal") ? "ideas" : "implementation-plan";
}

/** What is wrong with the page that stands open, named as `path`. */
async function faultsHere(page: Page, path: string, widths: readonly number[] = [wide, narrow]): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    faults.push(...(await axeFindings(page)).map((finding) => `${path} at ${width} px: ${finding}`));
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    if (scrolls > width) faults.push(`${path} at ${width} px is ${scrolls} px wide`);
  }
  faults.push(...(await foreignParts(page)).map((part) => `${path} has ${part}`));
  return faults;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name, exact: true }).click();
  await page.waitForLoadState();
}

/** Inline styles, inline scripts and scripts from elsewhere than our own assets. */
function foreignParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inline = [...document.querySelectorAll("style, script:not([src], [type='application/json'])")];
    const foreign = [...document.querySelectorAll("script[src]:not([type='module'][src^='/assets/'])")];
    return [...inline, ...foreign].map((each) => each.outerHTML.slice(0, 120));
  });
}
