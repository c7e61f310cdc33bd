export { takeBackup, verifyBackup, type VerifiedBackup } from "./take.ts";
export { restoreBackup } from "./restore.ts";
export type { BackupHead, BackupManifest, TableCount } from "./manifest.ts";
