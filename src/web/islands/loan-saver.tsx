import { useEffect, useState, type ReactNode } from "react";
import { Saver, type Standing } from "./loan-saver/saver.ts";
import { useAlive } from "./use-alive.ts";

export interface LoanSaverProps {
  /** Id of the form that is watched. */
  readonly form: string;
  readonly action: string;
  readonly saveNumber: number;
  /** 「10:32」 of the last save. */
  readonly savedAt: string;
  /** Under which name the browser keeps what is not saved yet. */
  readonly keptAs: string;
  /** The loan ended: only what still lies on the device is sent. */
  readonly isOver: boolean;
}

/** Saves a loan behind the typing (自動保存) and says how it stands. */
export function LoanSaver({ form, savedAt, isOver, ...props }: LoanSaverProps): ReactNode {
  const [standing, tell] = useState<Standing>({ kind: "saved", at: savedAt });
  const isAlive = useAlive();
  const { action, saveNumber, keptAs } = props;
  useEffect(() => {
    const watched = document.getElementById(form);
    if (!(watched instanceof HTMLFormElement)) return undefined;
    return new Saver({ form: watched, action, saveNumber, savedAt, keptAs, isOver, tell }).listen();
  }, [form, action, saveNumber, savedAt, keptAs, isOver]);
  const isQuiet = standing.kind === "saved" || standing.kind === "unsaved" || standing.kind === "saving";
  return (
    <div className="min-w-0 flex-1" data-standing={isAlive ? standing.kind : undefined}>
      {isQuiet && !isOver && <p className="text-solid-gray-700">{quietWords(standing)}</p>}
      <div role="status" className={isQuiet ? "" : "notice notice-caution !mt-0 !py-2"}>
        {!isQuiet && <Trouble standing={standing} />}
      </div>
    </div>
  );
}

function quietWords(standing: Standing): string {
  if (standing.kind === "saved") return `保存済み ${standing.at}`;
  return standing.kind === "saving" ? "保存しています…" : "まだ保存していません";
}

function Trouble({ standing }: { readonly standing: Standing }): ReactNode {
  switch (standing.kind) {
    case "over":
      return (
        <p>
          {standing.message} <a href={standing.href}>{standing.words}</a>
        </p>
      );
    case "refused":
      return <p>保存していません。{standing.message}</p>;
    case "offline":
      return <p>保存していません（通信が切れています）。{deviceWords(standing.isKept)}つながると、送ります。</p>;
    case "trouble":
      return <p>保存できませんでした。{deviceWords(standing.isKept)}もう一度、送ります。</p>;
    case "gone":
      return <p>保存していません。この節には、もう書けなくなっています。{deviceWords(standing.isKept)}</p>;
    case "signedOut":
      return (
        <p>
          保存していません（サインインが切れました）。{deviceWords(standing.isKept)}
          <a href="/staff/sign-in" target="_blank">
            別のタブでサインインする
          </a>
          と、続けて保存できます。
        </p>
      );
    default:
      return null;
  }
}

function deviceWords(isKept: boolean): string {
  return isKept ? "この端末に控えています。" : "この端末にも控えられません。このページを閉じないでください。";
}
