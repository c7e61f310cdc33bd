import { inProject } from "#platform/files/project.ts";
import type { MigrationFolders } from "./municipalities.ts";

export const migrationFolders: MigrationFolders = {
  platform: inProject("db/migrations/platform"),
  city: inProject("db/migrations"),
};
