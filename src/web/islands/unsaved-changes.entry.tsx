import { hydrate } from "./hydrate.tsx";
import { UnsavedChanges } from "./unsaved-changes.tsx";

hydrate("unsaved-changes", UnsavedChanges);
