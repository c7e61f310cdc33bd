import type { ReactNode } from "react";
import { answerWords, gistWords, noteWords, type Note } from "#export/comparison-paper/note.ts";

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
  if (note.kind !== "voices" || note.href === null) return noteWords(note);
  return (
    <>
      意見による修正：<a href={note.href}>{gistWords(note)}</a>
      {answerWords(note)}
    </>
  );
}
