import { fileURLToPath } from "node:url";

/** A path inside the project. */
export function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export const migrationFolders = { platform: inProject("db/migrations/platform"), city: inProject("db/migrations") };
