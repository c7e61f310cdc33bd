import type { ReactNode } from "react";
import { noteWords, type Note } from "#export/comparison-paper/note.ts";

/** Why a text was changed, and what was said of it; opinions lead to the page on which they are read. */
export function NoteList({ notes }: { readonly notes: readonly Note[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <ul className="comparison-notes list-plain">
      {notes.map((note, index) => (
        <li key={index}>
          <NoteWords note={note} />
        </li>
      ))}
    </ul>
  );
}

function NoteWords({ note }: { readonly note: Note }): ReactNode {
  const words = noteWords(note);
  return note.kind === "voices" && note.href !== null ? <a href={note.href}>{words}</a> : words;
}
