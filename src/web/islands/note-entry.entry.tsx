import { wakeNoteEntry } from "./note-entry.ts";

wakeNoteEntry();
