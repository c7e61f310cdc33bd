import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { useState, type ReactNode } from "react";
import { useAlive } from "./use-alive.ts";

export interface PasskeyButtonProps {
  /** What the server asks of the device: to make a passkey, or to use one. */
  readonly question: { readonly kind: "create" | "get"; readonly options: object };
  readonly button: string;
  /** Ids of the form that is sent with the answer, and of its field. */
  readonly form: string;
  readonly field: string;
}

/** Asks the device and sends its answer with the form. */
export function PasskeyButton({ question, button, form, field }: PasskeyButtonProps): ReactNode {
  const isAlive = useAlive();
  const [state, setState] = useState<"ready" | "asking" | "failed">("ready");
  async function ask() {
    setState("asking");
    try {
      send(form, field, await answerOf(question));
    } catch {
      setState("failed");
    }
  }
  return (
    <div className="grid gap-4">
      <button type="button" className="button" disabled={!isAlive || state === "asking"} onClick={() => void ask()}>
        {state === "asking" ? "端末の案内に従ってください…" : button}
      </button>
      <p role="status">
        {state === "failed" &&
          "端末で取りやめられたか、使えるパスキーがありませんでした。もう一度押すか、ほかの方法をお使いください。"}
      </p>
    </div>
  );
}

function answerOf({ kind, options }: PasskeyButtonProps["question"]): Promise<object> {
  return kind === "create"
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }) // made by the server for this
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }); // likewise
}

function send(form: string, field: string, answer: object): void {
  const [target, hidden] = [document.getElementById(form), document.getElementById(field)];
  if (!(target instanceof HTMLFormElement) || !(hidden instanceof HTMLInputElement)) return;
  hidden.value = JSON.stringify(answer);
  target.requestSubmit();
}
