import { useEffect, useState, type ReactNode } from "react";
import { useDraft } from "./unsaved-changes/use-draft.ts";

export interface UnsavedChangesProps {
  /** Id of the form that is watched. */
  readonly form: string;
  /** 「保存済み 10:32」: what the server says of the last save. */
  readonly saved: string;
  /** Under which name the browser keeps what is not saved yet; without it, it keeps nothing. */
  readonly keptAs?: string;
  /** Whether the form already holds what is not saved (a save was refused). */
  readonly isDirty?: boolean;
}

/** Says whether everything is saved, keeps what is not in the browser, and asks before leaving a page with changes. */
export function UnsavedChanges({ form, saved, keptAs, isDirty: wasDirty = false }: UnsavedChangesProps): ReactNode {
  const [isDirty, setDirty] = useState(wasDirty);
  const draft = useDraft({ form, keptAs, isEntered: wasDirty });
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
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="text-solid-gray-700">
        {statusWords({ saved, isDirty, isKept: keptAs !== undefined, isOffered: draft.offered !== undefined })}
      </p>
      {draft.offered && (
        <>
          <button type="button" className="button button-secondary button-small" onClick={draft.take}>
            入力を戻す
          </button>
          <button type="button" className="button button-quiet button-small" onClick={draft.discard}>
            捨てる
          </button>
        </>
      )}
    </div>
  );
}

interface Standing {
  readonly saved: string;
  readonly isDirty: boolean;
  readonly isKept: boolean;
  readonly isOffered: boolean;
}

function statusWords({ saved, isDirty, isKept, isOffered }: Standing): string {
  if (isOffered) return "前に入力して保存していない内容が、このブラウザーに残っています。";
  if (!isDirty) return saved;
  return `まだ保存していない変更があります${isKept ? "（入力はこのブラウザーに控えています）" : ""}`;
}
