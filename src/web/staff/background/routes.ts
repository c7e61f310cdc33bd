import { mayReadStatistics, mayWriteBackground } from "#domain/statistics/index.ts";
import type { StaffRoute } from "../route.ts";
import { dropEntry, makeEntry, saveEntryEdit, showEntry, showNewEntry } from "./entry-page.tsx";
import { bringEntryBack, saveRegisterFile, showRegister } from "./register-page.tsx";

const register = "/staff/statistics/background/:register";
const entry = `${register}/entries/:entry`;

/** What a plan is founded on: 社会潮流, 課題整理シート, 上位計画. */
export const backgroundRoutes: readonly StaffRoute[] = [
  { method: "get", path: register, may: mayReadStatistics, handle: showRegister },
  { method: "get", path: `${register}/entries.csv`, may: mayReadStatistics, handle: saveRegisterFile },
  { method: "post", path: `${register}/restoration`, may: mayWriteBackground, handle: bringEntryBack },
  { method: "get", path: `${register}/new`, may: mayWriteBackground, handle: showNewEntry },
  { method: "post", path: `${register}/new`, may: mayWriteBackground, handle: makeEntry },
  { method: "get", path: entry, may: mayWriteBackground, handle: showEntry },
  { method: "post", path: entry, may: mayWriteBackground, handle: saveEntryEdit },
  { method: "post", path: `${entry}/removal`, may: mayWriteBackground, handle: dropEntry },
];
