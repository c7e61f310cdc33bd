export { isFilter, openDirectory, type Directory, type DirectoryEntry, type DirectoryClient } from "./client.ts";
export { DirectoryDown, DirectoryMisfit } from "./faults.ts";
