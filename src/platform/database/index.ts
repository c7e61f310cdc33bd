export { openDatabase, type CityDb, type Database, type PlatformDb } from "./pool.ts";
export { migrateSchema } from "./migrations.ts";
export {
  claimHost,
  deployedCities,
  isDefaultCity,
  lastBackup,
  noteBackup,
  releaseHost,
  type BackupTaken,
  type DeployedCity,
} from "./deployment.ts";
export { migrationFolders } from "./migration-folders.ts";
export {
  claimedHosts,
  createMunicipality,
  isMunicipalityCode,
  listMunicipalities,
  municipalityForHost,
  municipalityOf,
  nameMunicipality,
  type MigrationFolders,
  type Municipality,
  type MunicipalityInput,
} from "./municipalities.ts";
export {
  isCodeTaken,
  municipalitySettings,
  saveMunicipalitySettings,
  type MunicipalitySettings,
} from "./municipality-settings.ts";
export { startEmbedded, type Embedded, type EmbeddedOptions } from "./supervisor/index.ts";
export type { CityTables, PlatformTables } from "./tables.ts";
