import { openContext } from "#domain/audit/index.ts";
import { keepIntakeLimits } from "#domain/consultations/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { createMunicipality } from "#platform/database/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { migrationFolders, openHouse } from "#house.ts";
import { readConfig } from "../../src/config.ts";
import { publishSampleRound } from "./consultations.ts";
import { personIn, smallPlan } from "./plan.ts";
import { accepted } from "./results.ts";

export const roundCity = { code: "202185", name: "みほん市", hosts: ["localhost"], isDefault: true } as const;

/** Makes a data folder whose city has a public comment round that is open today and slows nobody down; nothing runs after it. */
export async function makeOpenRound(folder: string): Promise<void> {
  const house = await houseIn(folder);
  const { database } = house;
  await upgradeAll(database, migrationFolders);
  const municipality = await createMunicipality(database, roundCity, migrationFolders);
  const as = (actor: Parameters<typeof openContext>[0]["actor"]) =>
    openContext({ database, municipality, actor, clock: systemClock });
  const planning = as(await personIn({ database, municipality, as }, "佐藤", { roles: ["planning"] }));
  await publishSampleRound(planning, (await smallPlan(planning)).plan.id);
  const generous = { burst: 10_000, perMinute: 10_000, lookups: 10_000, leastSeconds: 0, files: 3, fileMegabytes: 5 };
  accepted(await keepIntakeLimits(planning, { ...generous, version: 1 }));
  await house.close();
}

/** The house of a data folder, beside a server that may be running on it. */
export function houseIn(folder: string) {
  return openHouse(readConfig({ DATA_DIR: folder, LOG_LEVEL: "error" }));
}

/** The last page of the form as a browser sends it: all that was entered, under the form's key. */
export function commentFields(formKey: string, text: string): Record<string, string> {
  const sender = { name: "山本", address: "みほん市中央1-2-3", senderKind: "市内に住む人" };
  return { ...sender, formKey, text, began: "1", step: "check", go: "send" };
}

export const commentPath = "/consultations/plan-draft/comment";

export interface Acknowledged {
  readonly receipt: string;
  /** The page says that it had been received before. */
  readonly isRepeat: boolean;
}

/** What the page that answers a sending tells. @throws when it acknowledges nothing */
export function acknowledgedIn(status: number, html: string): Acknowledged {
  const receipt = /receipt-number">([^<]+)/.exec(html)?.[1];
  if (status !== 200 || receipt === undefined) throw new Error(`a sending was answered ${status}:\n${html}`);
  return { receipt, isRepeat: html.includes("すでに受け付けていた") };
}
