import { z } from "zod";
import { Trouble } from "#platform/trouble.ts";

/** Everything that is set from outside. docs/operations.md says what each does. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir?: string | undefined;
  readonly databaseUrl?: string | undefined;
  readonly postgresBin?: string | undefined;
  /** Which part of the house this process is: both, the staff's (inside, LGWAN) or the citizens' (outside). */
  readonly zone: "both" | "inside" | "outside";
  /** How citizens and staff reach the default city, e.g. https://plan.city.example.jp. */
  readonly publicUrl?: string | undefined;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Signs cookies and encrypts second factors; without it one is made in DATA_DIR/secrets. Equal on all servers of one database. */
  readonly secret?: string | undefined;
  /** Secrets of sign-in ways given from outside instead of DATA_DIR/secrets: SECRET_CITY_202185_OIDC stands for city_202185-oidc. */
  readonly givenSecrets: Readonly<Record<string, string>>;
  /** Seals and opens the part with personal data of a city's export. */
  readonly exportPassphrase?: string | undefined;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
  readonly logLevel: "info" | "warn" | "error";
}

const address = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const environment = z.object({
  PORT: z.coerce
    .number("0〜65535 の数")
    .int("0〜65535 の数")
    .min(0, "0〜65535 の数")
    .max(65_535, "0〜65535 の数")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(address(["postgres:", "postgresql:"]), "postgresql://利用者:パスワード@ホスト:5432/データベース名")
    .optional(),
  PG_BIN: z.string().optional(),
  ZONE: z.enum(["both", "inside", "outside"], "both、inside、outside のどれか").default("both"),
  PUBLIC_URL: z
    .string()
    .refine(address(["http:", "https:"]), "https:// で始まる URL")
    .optional(),
  TRUSTED_PROXIES: z.string().default("").transform(list),
  SECRET: z.string().min(32, "32文字以上の無作為な文字列").optional(),
  EXPORT_PASSPHRASE: z.string().optional(),
  SMTP_URL: z
    .string()
    .refine(address(["smtp:", "smtps:"]), "smtp://利用者:パスワード@ホスト:587")
    .optional(),
  MAIL_FROM: z.string().includes("@", { error: "メールアドレス" }).default("tomoni@localhost"),
  LOG_LEVEL: z.enum(["info", "warn", "error"], "info、warn、error のどれか").default("info"),
});

function list(text: string): string[] {
  return text.split(/[,\s]+/).filter((item) => item !== "");
}

/**
 * Reads the environment; an empty variable counts as not set.
 * @throws Trouble naming each variable that does not fit and the form that would. Values are not repeated: they may be secrets.
 */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(present);
  if (!parsed.success) throw misfit(parsed.error);
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    postgresBin: data.PG_BIN,
    zone: data.ZONE,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, ""),
    trustedProxies: data.TRUSTED_PROXIES,
    secret: data.SECRET,
    givenSecrets: givenSecrets(present),
    exportPassphrase: data.EXPORT_PASSPHRASE,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    logLevel: data.LOG_LEVEL,
  };
}

const secretOfWay = /^SECRET_(.+)_(OIDC|LDAP)$/;

function givenSecrets(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given = Object.entries(variables).flatMap(([variable, value = ""]) => {
    const [, city, way] = secretOfWay.exec(variable) ?? [];
    return city && way ? [[`${city}-${way}`.toLowerCase(), value] as const] : [];
  });
  return Object.fromEntries(given);
}

function misfit(error: z.ZodError): Trouble {
  const wrong = error.issues.map((issue) => `${String(issue.path[0])} は「${issue.message}」の形`);
  const names = error.issues.map((issue) => String(issue.path[0])).join(", ");
  return new Trouble(
    `環境変数を直してください: ${wrong.join("、")}にします。`,
    `Wrong environment variable: ${names}.`,
  );
}
