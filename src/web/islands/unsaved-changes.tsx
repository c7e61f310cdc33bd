import { useEffect, useState, type ReactNode } from "react";

export interface UnsavedChangesProps {
  /** Id of the form that is watched. */
  readonly form: string;
  /** 「保存済み 10:32」: what the server says of the last save. */
  readonly saved: string;
  /** Whether the form already holds what is not saved (a save was refused). */
  readonly isDirty?: boolean;
}

/** Says whether everything is saved, and asks before leaving a page with changes that are not. */
export function UnsavedChanges({ form, saved, isDirty: wasDirty = false }: UnsavedChangesProps): ReactNode {
  const [isDirty, setDirty] = useState(wasDirty);
  useEffect(() => {
    const watched = document.getElementById(form);
    const change = () => setDirty(true);
    const send = () => setDirty(false);
    watched?.addEventListener("input", change);
    watched?.addEventListener("submit", send);
    return () => {
      watched?.removeEventListener("input", change);
      watched?.removeEventListener("submit", send);
    };
  }, [form]);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);
  return (
    <p role="status" className="text-solid-gray-700">
      {isDirty ? "まだ保存していない変更があります" : saved}
    </p>
  );
}
