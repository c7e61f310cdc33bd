import { hydrate } from "./hydrate.tsx";
import { NoteBoard } from "./note-board.tsx";

hydrate("note-board", NoteBoard);
