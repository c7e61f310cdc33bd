import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { changedPictures, verifyVersions } from "#domain/documents/index.ts";
import { changedPolicies } from "#domain/formulation/index.ts";
import { changedTemplates } from "#domain/plan/index.ts";
import { verifyPublications } from "#domain/publication/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import type { CityDb } from "#platform/database/index.ts";
import { changedFiles } from "#platform/files/stored-files.ts";
import { Trouble } from "#platform/trouble.ts";
import { citiesOf } from "./cities.ts";
import type { Command, CommandCall } from "./command.ts";

export const verify: Command = {
  usage: "npm run verify -- [https://plan.city.example.jp | file…]",
  purpose: [
    "公表されたものと凍結した版が、そのときのままであることを確かめます。住所を付けるとそのサイト、ファイル名を付けるとそのファイル、何も付けなければデータベースです。",
    "Recomputes the hashes of what was published and of frozen versions: on a site, of downloaded files, or in the database.",
  ],
  async run(call) {
    const [first] = call.args;
    if (!first) return verifyDatabase(call);
    const checks = /^https?:/.test(first) ? call.args.map((site) => verifySite(call, site)) : [verifyFiles(call)];
    return (await Promise.all(checks)).every(Boolean);
  },
};

async function verifyDatabase({ house, say }: CommandCall): Promise<boolean> {
  const { database } = await house();
  let isWhole = true;
  for (const { name, schema } of await citiesOf(database)) {
    const { broken, purged, whole } = await verifyCity(database.inCity(schema));
    for (const each of broken) say(`合いません: ${name} ${each} (does not fit its hash)`);
    if (purged > 0) say(`${name}: 完全に削除した版が${purged}件あり、ハッシュだけが残っています (${purged} purged)`);
    if (broken.length === 0) say(`${name}: ${whole}`);
    else isWhole = false;
  }
  return isWhole;
}

interface Verified {
  /** What does not fit its hash. */
  readonly broken: readonly string[];
  readonly purged: number;
  /** What to say where nothing is broken. */
  readonly whole: string;
}

export async function verifyCity(db: CityDb): Promise<Verified> {
  const published = await verifyPublications({ db });
  const frozen = await verifyVersions({ db });
  const pictures = await changedPictures({ db });
  const policies = await changedPolicies({ db });
  const templates = await changedTemplates({ db });
  const files = await changedFiles(db);
  return {
    broken: [
      ...published.broken.map(({ label }) => label),
      ...frozen.broken.map(({ name }) => name),
      ...pictures.changed.map((name) => `版の図 ${name}`),
      ...policies.changed.map((name) => `策定方針 ${name}`),
      ...templates.changed.map((name) => `ひな形 ${name}`),
      ...files.changed.map((name) => `ファイル ${name}`),
    ],
    purged: frozen.purged + policies.purged,
    whole: `公表した${published.checked}件、凍結した版${frozen.checked}件とその図${pictures.checked}件、策定方針の版${policies.checked}件、ひな形${templates.checked}件、預かったファイル${files.checked}件は、そのときのままです (${published.checked} publications, ${frozen.checked} versions, ${pictures.checked} pictures of them, ${policies.checked} policies, ${templates.checked} templates and ${files.checked} files fit their hashes)`,
  };
}

const entry = z.object({ title: z.string(), url: z.string(), hash: z.string() });
const catalogue = z.object({ files: z.array(entry), publications: z.array(entry) });

/** Fetches every file that a site's catalogue names. */
async function verifySite({ say }: CommandCall, site: string): Promise<boolean> {
  const found = catalogue.parse(
    JSON.parse((await fetched(new URL("/opendata/catalogue.json", site).href)).toString("utf8")),
  );
  const entries = [...found.files, ...found.publications];
  const wrong: string[] = [];
  for (const { title, url, hash } of entries) if (sha256(await fetched(url)) !== hash) wrong.push(`${title} ${url}`);
  for (const each of wrong) say(`合いません: ${each} (does not fit its hash)`);
  if (wrong.length === 0)
    say(`${site}: ${entries.length}件のファイルがカタログのハッシュと同じです (${entries.length} files fit)`);
  return wrong.length === 0;
}

async function fetched(url: string): Promise<Buffer> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Trouble(`${url} に接続できません。アドレスを確かめてください。`, `cannot connect: ${String(error)}`);
  });
  if (!response.ok) throw new Trouble(`${url} を読めません（${response.status}）。`, `answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** Prints each file's hash, and looks it up in the catalogue.json that lies beside it, if one does. */
async function verifyFiles({ args, say }: CommandCall): Promise<boolean> {
  let isWhole = true;
  for (const file of args) {
    const hash = sha256(await contentOf(file));
    const known = await catalogueBeside(file);
    const match = known?.find((each) => each.hash === hash);
    if (known && !match) isWhole = false;
    const verdict = known
      ? match
        ? `${match.title}: カタログと同じです (fits)`
        : "カタログにありません (not in the catalogue)"
      : "";
    say(`${hash}  ${basename(file)}  ${verdict}`.trimEnd());
  }
  return isWhole;
}

async function contentOf(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new Trouble(`${file} を読めません。ファイルの名前を確かめてください。`, "cannot be read");
  });
}

async function catalogueBeside(file: string): Promise<z.infer<typeof entry>[] | undefined> {
  const text = await readFile(join(dirname(file), "catalogue.json"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const found = catalogue.parse(JSON.parse(text));
  return [...found.files, ...found.publications];
}
