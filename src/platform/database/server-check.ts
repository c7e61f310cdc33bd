import { Client } from "pg";
import { codeOf } from "#kernel/error-code.ts";
import { Trouble } from "#platform/trouble.ts";

/** What a PostgreSQL server says of itself. */
export interface ServerFacts {
  /** As it prints it: 18.4. */
  readonly version: string;
}

const oldestMajor = 15;

/**
 * Connects once and sees whether this server and database can carry the program.
 * @throws Trouble with one sentence for each known reason why not
 */
export async function checkServer(url: string): Promise<ServerFacts> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {}); // a server that dies at this moment; the statement itself fails too
  client.on("error", () => {}); // the query in hand reports it
  try {
    await client.connect();
    return await readFacts(client);
  } catch (error) {
    throw connectionTrouble(error) ?? error;
  } finally {
    await client.end().catch(() => {});
  }
}

interface FactsRow {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  readonly may_create: boolean;
}

async function readFacts(client: Client): Promise<ServerFacts> {
  const { rows } = await client.query<FactsRow>(`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding,
           has_database_privilege(current_database(), 'CREATE') as may_create`);
  const [facts] = rows;
  if (!facts) throw new Error("the server did not answer about itself");
  if (facts.number < oldestMajor * 10_000) throw tooOld(facts.version);
  if (facts.encoding !== "UTF8") throw notUtf8(facts.encoding);
  if (!facts.may_create) throw mayNotCreate();
  return { version: facts.version.split(" ")[0] ?? facts.version };
}

function tooOld(version: string): Trouble {
  return new Trouble(
    `DATABASE_URL の PostgreSQL は ${version} です。PostgreSQL ${oldestMajor} 以上にしてください。`,
    `The server is PostgreSQL ${version}; ${oldestMajor} or newer is needed.`,
  );
}

function notUtf8(encoding: string): Trouble {
  return new Trouble(
    `DATABASE_URL のデータベースの文字コードは ${encoding} です。文字コード UTF8 のデータベースを作って指定してください。`,
    "The database's encoding must be UTF8.",
  );
}

function mayNotCreate(): Trouble {
  return new Trouble(
    "DATABASE_URL の利用者は、このデータベースにスキーマを作れません。データベースの管理者に CREATE の権限を付けてもらってください。",
    "The user of DATABASE_URL needs the CREATE privilege on the database.",
  );
}

const connectionTroubles: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: ["接続先で PostgreSQL が動いていません。ホスト名とポートを確かめてください", "connection refused"],
  ENOTFOUND: ["接続先のホストが見つかりません。ホスト名を確かめてください", "host not found"],
  EAI_AGAIN: ["接続先のホストの名前を調べられません。ネットワークを確かめてください", "name lookup failed"],
  ETIMEDOUT: ["接続先から応答がありません。ホスト名とファイアウォールを確かめてください", "timed out"],
  EHOSTUNREACH: ["接続先に届きません。ネットワークを確かめてください", "host unreachable"],
  "28P01": ["利用者名またはパスワードが違います", "wrong user or password"],
  "28000": [
    "この利用者には接続が許されていません。サーバーの pg_hba.conf を確かめてください",
    "not allowed to connect",
  ],
  "3D000": ["その名前のデータベースがありません。createdb で作ってください", "no such database"],
  "53300": ["サーバーの接続数が上限に達しています。max_connections を確かめてください", "too many connections"],
  "57P03": [
    "サーバーが起動または停止の途中です。少し待ってもう一度実行してください",
    "the server is starting or stopping",
  ],
};

function connectionTrouble(error: unknown): Trouble | undefined {
  const known = connectionTroubles[codeOf(error)] ?? knownByMessage(String(error));
  return (
    known &&
    new Trouble(
      `データベースに接続できません（DATABASE_URL）。${known[0]}。`,
      `Cannot connect to the database: ${known[1]}.`,
    )
  );
}

function knownByMessage(message: string): readonly [string, string] | undefined {
  if (message.includes("timeout")) return connectionTroubles["ETIMEDOUT"];
  if (message.includes("password must be"))
    return ["パスワードがありません。DATABASE_URL に書いてください", "a password is needed"];
  if (message.includes("does not support SSL"))
    return ["サーバーが TLS に対応していません。sslmode を確かめてください", "no TLS on the server"];
  if (/certificate|self.signed/.test(message))
    return ["サーバーの証明書を確かめられません。sslmode と証明書を確かめてください", "certificate not trusted"];
  return undefined;
}
