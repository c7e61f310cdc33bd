export { importCity, type ImportedCity } from "./import.ts";
export { personalName, type CityManifest } from "./manifest.ts";
export { manifestOf } from "./place.ts";
export { verifyArchive } from "./read.ts";
export { shortestPassphrase } from "./sealed.ts";
export { writeCity, type ReadRows } from "./write.ts";
