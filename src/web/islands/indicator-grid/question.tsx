import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

export interface QuestionProps {
  readonly title: string;
  readonly close: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A question that must be answered before the grid goes on; Escape takes it back, and the focus returns to where it was. */
export function QuestionDialog({ title, close, onKeyDown, children }: QuestionProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close(); // while it still stands on the page: only then does the focus go back
  }, []);
  return (
    <dialog ref={dialog} className="grid-dialog" aria-labelledby="grid-question" onCancel={close} onKeyDown={onKeyDown}>
      <h2 id="grid-question" className="text-[1.25rem]">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
