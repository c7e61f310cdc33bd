import type { ReactNode } from "react";
import { askForPasskey, signInByPasskey, type PasskeyRound } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { PasskeyButton, type PasskeyButtonProps } from "#web/islands/passkey.tsx";
import { RefusalNotice } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { text, type Visit } from "#web/visit.ts";
import { DoorPage } from "../door-page.tsx";
import { entered } from "../entered.ts";
import { safePath } from "../safe-path.ts";
import { refusalStatus, signInAnswer } from "../sign-in.tsx";

const formId = "passkey-form";

interface PasskeyFormProps {
  readonly action: string;
  readonly question: PasskeyButtonProps["question"];
  readonly round: string;
  readonly button: string;
  readonly children?: ReactNode;
}

/** A form whose answer the device gives. It is the one thing here that needs script, and says so. */
export function PasskeyForm({ action, question, round, button, children }: PasskeyFormProps): ReactNode {
  return (
    <form method="post" action={action} id={formId} className="form" noValidate>
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="answer" id="passkey-answer" />
      {children}
      <noscript>
        <p className="notice notice-caution">
          パスキーは端末とブラウザーがやりとりするため、この操作だけは JavaScript が要ります。JavaScript
          を使えないときは、ほかの方法をお使いください。
        </p>
      </noscript>
      <Island
        id="passkey"
        name="passkey"
        component={PasskeyButton}
        props={{ question, button, form: formId, field: "passkey-answer" }}
      />
    </form>
  );
}

interface DoorProps {
  readonly visit: Visit;
  readonly asked: PasskeyRound<object> | undefined;
  readonly refusal: Refusal | undefined;
}

function PasskeyDoorPage({ visit, asked, refusal }: DoorProps): ReactNode {
  const to = safePath(entered(visit, "to", visit.query.get("to") ?? ""));
  return (
    <DoorPage visit={visit} title="パスキーでサインイン">
      {refusal && <RefusalNotice refusal={refusal} />}
      {asked && (
        <div className={refusal ? "mt-6" : undefined}>
          <p className="mb-6">ボタンを押すと、端末が指紋や顔、PINで本人かどうかを確かめます。</p>
          <PasskeyForm
            action="/staff/sign-in/passkey"
            question={{ kind: "get", options: asked.options }}
            round={asked.round}
            button="パスキーを使う"
          >
            <input type="hidden" name="to" value={to} />
          </PasskeyForm>
        </div>
      )}
      <p className="mt-8">
        <a href={`/staff/sign-in?to=${encodeURIComponent(to)}`}>ほかの方法でサインインする</a>
      </p>
    </DoorPage>
  );
}

async function passkeyPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const asked = await askForPasskey(visit.ctx, visit);
  const shown = refusal ?? (asked.ok ? undefined : asked.refusal);
  return page(
    <PasskeyDoorPage visit={visit} asked={asked.ok ? asked.value : undefined} refusal={shown} />,
    refusal ? refusalStatus(refusal) : 200,
  );
}

export function showPasskeyDoor(visit: Visit): Promise<Response> {
  return passkeyPage(visit);
}

export async function postPasskeyDoor(visit: Visit): Promise<Response> {
  const { form, ctx } = visit;
  const result = await signInByPasskey(ctx, visit, { round: text(form, "round"), answer: text(form, "answer") });
  return result.ok ? signInAnswer(result.value, safePath(text(form, "to"))) : passkeyPage(visit, result.refusal);
}
