import { useEffect, useMemo, useState } from "react";
import { useAlive } from "../use-alive.ts";
import { draftOf, keepDraft, keptDraft, type Draft } from "./draft.ts";
import { restore } from "./restoring.ts";

const pause = 500; // milliseconds without a key before the draft is kept

export interface DraftDesk {
  /** A draft from before, which the person has neither taken nor thrown away. */
  readonly offered: Draft | undefined;
  take(): void;
  discard(): void;
}

interface DraftInput {
  /** Id of the form. */
  readonly form: string;
  /** Where its draft lies; undefined for a form that keeps none. */
  readonly keptAs: string | undefined;
  /** Whether the form already holds what was entered (a save was refused): then there is nothing to offer. */
  readonly isEntered: boolean;
}

/** Keeps what is typed into a form in the browser until it is saved, and offers it back after a crash or an expired sign-in. */
export function useDraft({ form: id, keptAs, isEntered }: DraftInput): DraftDesk {
  const isAlive = useAlive();
  const [isSettled, setSettled] = useState(isEntered);
  const found = useMemo(() => (isAlive && keptAs ? unsavedDraft(keptAs) : undefined), [isAlive, keptAs]);
  useEffect(() => keepTyping(formOf(id), keptAs), [id, keptAs]);
  return {
    offered: isSettled ? undefined : found,
    take() {
      const form = formOf(id);
      if (form && found) restore(form, found);
      setSettled(true);
    },
    discard() {
      if (keptAs) localStorage.removeItem(keptAs);
      setSettled(true);
    },
  };
}

/** The kept draft, unless this page was led to by the save that accepted it. */
function unsavedDraft(keptAs: string): Draft | undefined {
  const draft = keptDraft(localStorage, keptAs);
  const isSaved = draft?.isSent && new URLSearchParams(location.search).get("notice") === "saved";
  if (!isSaved) return draft;
  localStorage.removeItem(keptAs);
  return undefined;
}

function formOf(id: string): HTMLFormElement | undefined {
  const found = document.getElementById(id);
  return found instanceof HTMLFormElement ? found : undefined;
}

function keepTyping(form: HTMLFormElement | undefined, keptAs: string | undefined): (() => void) | undefined {
  if (!form || !keptAs) return undefined;
  let waiting: number | undefined;
  const keep = (isSent: boolean) => keepDraft(localStorage, keptAs, { ...draftOf(new FormData(form)), isSent });
  const typed = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => keep(false), pause);
  };
  const sent = () => {
    window.clearTimeout(waiting);
    keep(true);
  };
  form.addEventListener("input", typed);
  form.addEventListener("submit", sent);
  return () => {
    window.clearTimeout(waiting);
    form.removeEventListener("input", typed);
    form.removeEventListener("submit", sent);
  };
}
