import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#kernel/day.ts";
import { sheetRows, wordRows } from "../support/answer-files.ts";
import { useCity } from "../support/city.ts";
import { movingClock } from "../support/moving-clock.ts";
import { fileAt, keep, lookAt } from "../support/pictures.ts";
import { commentBy, follow, press, publishBy, words } from "../support/round-desk.ts";
import { openRoundHouse, type RoundHouse } from "../support/round-house.ts";
import { foundBy, matters, opinionsInFile, opinionTable, type Matter } from "../support/round-voices.ts";
import { inCp932 } from "../support/statistics.ts";

/** The main job of listening in one story: a public comment round from the first word of its rules to the answer that a sender reads. */
describe("a whole round of public comments", () => {
  const city = useCity();
  const clock = movingClock();
  const round = "/consultations/second-draft";
  const title = "総合計画（第2次案）への意見募集";
  const ownWords = "通学路の横断歩道に信号をつけてください。\n公園のベンチも直してほしいです。";
  let house: RoundHouse;
  let office: Page;
  let visitor: Page;
  let receipt = "";
  let occasion = "";
  let atTheDesk = new Map<Matter, string>();
  const faults: string[] = [];

  beforeAll(async () => {
    house = await openRoundHouse(city(), clock);
    ({ office, visitor } = house);
  }, 120_000);
  afterAll(() => house?.close());

  const look = async (page: Page, name: string) => void faults.push(...(await lookAt(page, name)));
  const day = (after: number) => addDays(clock.today(), after);

  it("is opened by the planning office: its rules, its draft, its announcement", async () => {
    await office.goto("/staff/consultations/new/public-comment");
    await look(office, "01-new-round");
    await office.getByLabel("題名").fill(title);
    await office.getByLabel("アドレスの言葉").fill("second-draft");
    await office.getByLabel("一覧に載せる短い説明").fill("総合計画の第2次案への意見を募集します。");
    await office.getByLabel("始まりの日").fill(day(0));
    await office.getByLabel("終わりの日").fill(day(29));
    await office.getByLabel("趣旨").fill("計画の案に、市民の皆さんの意見を生かすためです。");
    await office.getByLabel("提出先").fill("みほん市役所 企画課");
    await office.getByLabel("案を見られる場所").fill("企画課、図書館");
    await press(office, "意見募集を作る");
    await look(office, "02-round-made");
    await office.getByText("資料を加える").first().click();
    await office.getByLabel("または、公開した計画の版").selectOption({ index: 1 });
    await press(office, "資料を加える");
    await look(office, "03-round-complete");
    await publishBy(office, look, "subject=consultation&reference=second-draft", "公示");
    await visitor.goto(round);
    await look(visitor, "04-public-round");
    expect(await words(visitor)).toContain("募集期間");
  });

  it("hears two people without script and two on telephones", async () => {
    receipt = await commentBy(visitor, { round, text: ownWords, look, name: "05-plain" });
    await commentBy(visitor, { round, text: "バスの便をふやしてください。" });
    await commentBy(house.phone, { round, text: "保育所に年度の途中でも入りたいです。", look, name: "06-phone" });
    await commentBy(house.phone, { round, text: "給食の量をふやしてください。" });
  });

  it("takes papers that a second person has read", async () => {
    await office.goto("/staff/consultations/second-draft");
    await follow(office, "紙・ファイルの意見を入れる");
    await look(office, "07-entry");
    await office.getByLabel("新しいまとまりの名前").fill("郵送分");
    await press(office, "まとまりを作って入れ始める");
    for (const [index, text] of [
      "通学路に街灯を。",
      "公園に木かげを。",
      "児童クラブを長く開けてください。",
    ].entries()) {
      await office.locator("textarea[name=text]").fill(text);
      await office.getByLabel("氏名").fill(`見本 郵${index + 1}`);
      if (index === 1) await look(office, "08-sheet");
      await press(office, "保存して次へ");
    }
    await follow(office, /まとまりのページへ/);
    await press(office, "入力を終えて、読み合わせへ");
    await look(office, "09-batch");
    const batch = new URL(office.url()).pathname;
    await house.colleague.goto(batch);
    await follow(house.colleague, /紙と読み合わせる/);
    await look(house.colleague, "10-reading");
    for (const _ of [1, 2, 3]) await press(house.colleague, "紙と合っている（次へ）");
    await press(house.colleague, "読み合わせを終えて、3件を台帳に登録する");
    await look(house.colleague, "11-batch-taken");
    expect(await words(house.colleague)).toContain("台帳に登録しました");
  });

  it("takes 43 opinions of a file in CP932, its dirty row left out on purpose", async () => {
    await office.goto("/staff/consultations/second-draft");
    await follow(office, "紙・ファイルの意見を入れる");
    const table = `${opinionTable(opinionsInFile(43), clock.today())}\r\n44,令和8年13月40日,見本,みほん市,市内に住む人,可,日付の読めない行です。`;
    const { name, bytes } = inCp932({ name: "意見.csv", bytes: new TextEncoder().encode(table) });
    const file = { name, mimeType: "text/csv", buffer: Buffer.from(bytes) };
    await office.getByLabel("取り込むファイル").setInputFiles(file);
    await press(office, "読み込んで次へ");
    await look(office, "12-columns");
    await office.getByLabel(/200字までの意見は/).check();
    await press(office, "次へ");
    await look(office, "13-preview");
    expect(await words(office)).toContain("このままでは取り込めない行が1か所あります");
    await office.getByRole("radio", { name: "取り込めない行を除いて取り込む" }).check();
    await press(office, "この答えにする");
    await press(office, "43件の意見を台帳に取り込む");
    await office.waitForURL(/\/result/, { timeout: 30_000 });
    await look(office, "14-import-result");
    expect(await words(office)).toContain("意見43件を台帳に取り込みました");
  });

  it("is split at the desk by the keyboard alone", async () => {
    await office.goto("/staff/consultations/second-draft");
    expect(await words(office)).toContain("50件");
    await follow(office, "意見を仕分ける");
    occasion = new URL(office.url()).searchParams.get("occasion") ?? "";
    await look(office, "15-inbox");
    const left = await office.getByRole("main").locator("tbody th a").count();
    expect(left).toBe(50);
    await follow(office, /^意見\d+$/);
    await office.getByRole("listbox", { name: "意見の文" }).and(office.locator(":focus")).waitFor();
    await look(office, "16-split");
    await office.keyboard.press("n");
    await office.keyboard.type(matters.way.title);
    await look(office, "17-topic-panel");
    await office.keyboard.press("Enter");
    await office.getByText("保存しました。").waitFor();
    await office.keyboard.press("n");
    await office.keyboard.type(matters.park.title);
    await office.keyboard.press("Enter");
    await office.locator("[data-kind=sorted]").nth(1).waitFor();
    await look(office, "18-split-done");
    const labels = await office.locator(".desk-label").allInnerTexts();
    atTheDesk = new Map([
      ["way", labels[0]?.split(" ")[0] ?? ""],
      ["park", labels[1]?.split(" ")[0] ?? ""],
    ]);
    for (let voice = 0; voice < 6; voice++) {
      const here = office.url();
      await office.keyboard.press("ArrowRight");
      await office.waitForURL((url) => url.href !== here);
      await office.getByRole("listbox", { name: "意見の文" }).and(office.locator(":focus")).waitFor();
      await office.keyboard.press("a");
      await office.getByText("残りの文をすべて論点にしました。").waitFor();
    }
  });

  it("is gathered under six matters, and one opinion is left out with its reason", async () => {
    for (const [key, { title: name }] of matterEntries) {
      await office.goto(`/staff/desk/points?state=waiting&occasion=${occasion}&words=${foundBy[key]}`);
      if (key === "lunch") await look(office, "19-points");
      await office.getByLabel(/見つかった\d+件すべてを対象にする/).check();
      const number = atTheDesk.get(key);
      if (number) await office.getByRole("textbox", { name: "同趣旨の意見の番号" }).fill(number);
      else await office.getByLabel("新しい同趣旨の意見の概要").fill(name);
      await press(office, number ? "この番号の同趣旨の意見にまとめる" : "新しい同趣旨の意見にまとめる");
    }
    await office.goto(`/staff/desk/points?state=waiting&occasion=${occasion}`);
    await look(office, "20-point-left");
    await office.getByLabel("見つかった1件すべてを対象にする").check();
    await office.getByLabel("対象外にする理由").fill("市の仕事ではないため");
    await press(office, "対象外にする");
    await office.goto(`/staff/desk?occasion=${occasion}`);
    expect(await words(office)).toContain("仕分けの残っている意見はありません");
  });

  it("is given to three divisions", async () => {
    for (const division of divisionNames) {
      await office.goto(`/staff/desk/topics?occasion=${occasion}`);
      for (const [, matter] of matterEntries)
        if (matter.division === division)
          await office.getByRole("row", { name: matter.title }).getByRole("checkbox").check();
      const option = office.getByLabel("市の考え方を書く課").locator("option", { hasText: division });
      await office.getByLabel("市の考え方を書く課").selectOption((await option.getAttribute("value")) ?? "");
      await office.getByLabel("期限", { exact: true }).fill(day(14));
      await press(office, "課に割り当てる");
    }
    await look(office, "21-topics");
    await office.goto(`/staff/desk/progress?occasion=${occasion}`);
    await look(office, "22-progress");
    for (const division of divisionNames) expect(await words(office)).toContain(division);
  });

  it("is answered by a clerk of each division", async () => {
    for (const division of divisionNames) {
      const clerk = await house.clerkOf(division);
      for (const [key, matter] of matterEntries) {
        if (matter.division !== division) continue;
        await clerk.goto(`/staff/responses?occasion=${occasion}`);
        if (key === "care") await look(clerk, "23-clerk-list");
        await follow(clerk, matter.title);
        await clerk.getByLabel("対応区分").selectOption({ index: key === "park" ? 1 : 3 });
        await clerk
          .locator("textarea[name=content]")
          .fill(`ご意見の「${foundBy[key]}」について、来年度の予算のなかで進めます。`);
        if (key === "care") await look(clerk, "24-answer");
        await press(clerk, "企画へ提出する");
      }
      await clerk.close();
    }
  });

  it("is edited by the planning office, and one answer is tied to a text that changed", async () => {
    await office.goto("/staff/search?q=公園");
    await office.getByRole("main").locator("a[href*='/nodes/']").first().click();
    await office.waitForURL(/\/nodes\//);
    const measure = /nodes\/([0-9a-f-]+)/.exec(office.url())?.[1] ?? "";
    await office.locator("[contenteditable=true]").first().click();
    await office.keyboard.press("Control+Home");
    await office.keyboard.type("木かげのある公園をふやします。");
    await press(office, "保存する");
    await office.goto(`/staff/responses?occasion=${occasion}`);
    await look(office, "25-answers");
    await follow(office, matters.park.title);
    await office.locator("textarea[name=content]").fill("公園に木かげとベンチをふやすことを、計画に書き加えます。");
    await press(office, "直して保存する");
    await office.getByText("変わった文章を結び付ける").click();
    await office.getByLabel("施策", { exact: true }).selectOption(measure);
    await press(office, "この施策の版を見る");
    await look(office, "26-change");
    await press(office, "結び付ける");
    await look(office, "27-tied");
    expect(await office.locator("#changes ~ .card ins").first().innerText()).toContain(
      "木かげのある公園をふやします。",
    );
  });

  it("has copies for the public that two people looked at", async () => {
    for (const [page, button] of [
      [office, "この内容で写しを作り、次へ"],
      [house.colleague, "写しを確かめた。次へ"],
    ] as const) {
      await page.goto(`/staff/voices/redactions?next=${occasion}`);
      await look(page, button === "写しを確かめた。次へ" ? "29-second-look" : "28-copy");
      for (let copy = 0; copy < 3; copy++) await press(page, button);
    }
  });

  it("is not settled while people may still send; then it is decided as one table and settled", async () => {
    await office.goto(`/staff/responses/occasions/${occasion}`);
    await look(office, "30-occasion");
    await office.getByLabel("起案文").fill("別紙のとおり決定し、公表してよいか伺います。");
    await press(office, "起案をつくる");
    await look(office, "31-draft");
    await keep("起案.docx", await fileAt(office, `${new URL(office.url()).pathname}/draft/docx`));
    await office.getByLabel("決めた人・会議").fill("市長決裁");
    await office.getByLabel("文書番号").fill("8みほ企第200号");
    await office.getByLabel("決裁日").fill(day(0));
    await press(office, "表として決定を登録する");
    await look(office, "32-decision");
    await office.goto(`/staff/responses/occasions/${occasion}`);
    expect(await words(office)).toContain("そのあとで、結果を確定できます");
    clock.passDays(30);
    await office.reload();
    await look(office, "33-complete");
    await press(office, "結果を確定する");
    await publishBy(office, look, `subject=voices&reference=${occasion}`, "結果");
  });

  it("is read by everyone: six matters on the page, in Word, Excel and PDF", async () => {
    await visitor.goto(round);
    await look(visitor, "34-finished");
    await follow(visitor, /結果を見る/);
    await look(visitor, "35-results");
    expect(await visitor.locator(".result-table tbody tr").count()).toBe(6);
    const here = new URL(visitor.url()).pathname;
    await office.goto(here);
    await look(office, "36-results-wide");
    const file = async (ending: string) => {
      const bytes = await fileAt(office, `${here}/answers.${ending}`);
      await keep(`answers.${ending}`, bytes);
      return bytes;
    };
    for (const rows of [wordRows(await file("docx")), sheetRows(await file("xlsx"))])
      for (const { title: name } of Object.values(matters))
        expect(rows.filter((row) => row.includes(name))).toHaveLength(1);
    expect(
      Buffer.from(await file("pdf"))
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("tells the sender what became of each part", async () => {
    await visitor.goto("/receipts");
    await visitor.getByLabel("受付番号").fill(receipt);
    await press(visitor, "その後を見る");
    await look(visitor, "37-own-voice");
    const said = await words(visitor);
    expect(said).toContain("ご意見の「通学路」について、来年度の予算のなかで進めます。");
    expect(said).toContain("公園に木かげとベンチをふやすことを、計画に書き加えます。");
  });

  it("shows nothing that is too wide or not in Japanese", () => {
    expect(faults).toEqual([]);
  });
});

const matterEntries = Object.entries(matters) as [Matter, (typeof matters)[Matter]][]; // its own keys
const divisionNames = [...new Set(matterEntries.map(([, { division }]) => division))];
