import type { ReactNode } from "react";
import type { NoteEntry, TableState, WorkshopNote } from "#domain/consultations/index.ts";
import { Form } from "#web/ui/forms.tsx";
import { addressOf as voiceAddress } from "../../voices/addresses.ts";
import { workshopAddress } from "./addresses.ts";
import type { RoundScene } from "./round-of.ts";

interface TableProps {
  readonly scene: RoundScene;
  readonly here: TableState;
}

interface FormProps extends TableProps {
  readonly entered: readonly NoteEntry[] | undefined;
}

/** The notes of a table to put right, the newest first: what was just typed is seen below the field. */
export function NotesForm({ scene, here, entered }: FormProps): ReactNode {
  const { state, consultation } = scene;
  const notes = here.notes.toReversed();
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title" className="text-[1.25rem]">
        {here.table.name}の付箋（{notes.length}枚）
      </h2>
      {notes.length === 0 ? (
        <p className="mt-2">まだありません。入れたものから順に、ここに並びます。</p>
      ) : (
        <Form action={workshopAddress.noteKeeping(consultation.slug, state.round.id)} className="mt-2">
          <p className="field-hint">
            言葉を直し、シールの数を入れて保存します。言葉を空にすると、その付箋は消えます。数は多さを知るためのもので、順番にはしません。
          </p>
          <input type="hidden" name="table" value={here.table.id} />
          <ol className="list-plain note-fields mt-2" reversed>
            {notes.map((note, index) => (
              <NoteFields
                key={note.id}
                scene={scene}
                note={note}
                number={notes.length - index}
                typed={entered?.find(({ id }) => id === note.id)}
              />
            ))}
          </ol>
          <p className="actions mt-4">
            <button className="button button-secondary">付箋と票数を保存する</button>
          </p>
        </Form>
      )}
    </section>
  );
}

interface FieldsProps {
  readonly scene: RoundScene;
  readonly note: WorkshopNote;
  readonly number: number;
  readonly typed: NoteEntry | undefined;
}

function NoteFields({ scene, note, number, typed }: FieldsProps): ReactNode {
  const votes = typed?.votes ?? note.votes;
  const isWrong = Number.isNaN(votes);
  return (
    <li className="note-field">
      <input type="hidden" name="id" value={note.id} />
      <input type="hidden" name="version" value={note.version} />
      {note.voiceId === null ? (
        <input
          name="content"
          className="input"
          defaultValue={typed?.content ?? note.content}
          aria-label={`${number}枚目の言葉`}
        />
      ) : (
        <>
          <input type="hidden" name="content" value="" />
          <VoiceWords scene={scene} voiceId={note.voiceId} />
        </>
      )}
      <label className="note-votes">
        <span>
          シール<span className="visually-hidden">の数（{number}枚目）</span>
        </span>
        <input
          name="votes"
          className="input"
          inputMode="numeric"
          defaultValue={isWrong || votes === 0 ? "" : votes}
          aria-invalid={isWrong ? true : undefined}
        />
      </label>
    </li>
  );
}

/** A note that is in the ledger: its words are a voice's. */
function VoiceWords({ scene, voiceId }: { readonly scene: RoundScene; readonly voiceId: string }): ReactNode {
  const voice = scene.state.voices.get(voiceId);
  if (!voice) return null;
  return (
    <span>
      {voice.text ?? "（廃棄済み）"}
      {"　"}
      <a className="whitespace-nowrap" href={voiceAddress.voice(voice.number)}>
        意見{voice.number}
      </a>
    </span>
  );
}

/** The notes of a table for whoever only reads. */
export function NoteList({ scene, here }: TableProps): ReactNode {
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title" className="text-[1.25rem]">
        {here.table.name}の付箋（{here.notes.length}枚）
      </h2>
      <ol className="mt-2 list-decimal pl-8">
        {here.notes.map(({ id, content, voiceId, votes }) => (
          <li key={id}>
            {voiceId === null ? content : <VoiceWords scene={scene} voiceId={voiceId} />}
            {votes > 0 && `　シール${votes}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
