import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small window over the board; Esc and 「やめる」 close it. */
function Sheet({ title, onClose, children }: SheetProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="kj-sheet" aria-labelledby="kj-sheet-title" onClose={onClose}>
      <h2 id="kj-sheet-title">{title}</h2>
      {children}
      <button type="button" className="button button-quiet" onClick={() => dialog.current?.close()}>
        やめる
      </button>
    </dialog>
  );
}

interface WordsProps {
  readonly title: string;
  readonly label: string;
  readonly initial?: string;
  readonly button: string;
  readonly onWords: (words: string) => void;
  readonly onClose: () => void;
}

/** Asks for words: a heading's title, or a reason. */
export function WordsSheet({ title, label, initial = "", button, onWords, onClose }: WordsProps): ReactNode {
  const [words, setWords] = useState(initial);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (words.trim() !== "") onWords(words.trim());
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <form className="grid gap-3" onSubmit={submit}>
        <label className="grid gap-1">
          {label}
          <input className="input" value={words} required onChange={(event) => setWords(event.target.value)} />
        </label>
        <button className="button">{button}</button>
      </form>
    </Sheet>
  );
}

export interface Place {
  readonly key: string;
  readonly title: string;
}

interface PlacesProps {
  readonly title: string;
  readonly places: readonly Place[];
  /** Shown once something is typed: there may be hundreds. */
  readonly elsewhere?: readonly Place[];
  readonly onPlace: (place: Place) => void;
  readonly onClose: () => void;
}

const mostFound = 20;

/** Asks for a heading, by pressing one of a list that typing shortens. */
export function PlacesSheet({ title, places, elsewhere = [], onPlace, onClose }: PlacesProps): ReactNode {
  const [typed, setTyped] = useState("");
  const isLike = (place: Place) => place.title.includes(typed.trim());
  const found = typed.trim() === "" ? [] : elsewhere.filter(isLike).slice(0, mostFound);
  return (
    <Sheet title={title} onClose={onClose}>
      <ul className="list-plain kj-places">
        {[...places.filter(isLike), ...found].map((place) => (
          <li key={place.key}>
            <button type="button" className="button button-secondary" onClick={() => onPlace(place)}>
              {place.title}
            </button>
          </li>
        ))}
      </ul>
      <label className="grid gap-1">
        言葉で探す{elsewhere.length > 0 && "（ほかの手続の同趣旨の意見も）"}
        <input className="input" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
    </Sheet>
  );
}
