import type { ReactNode } from "react";
import type { RebasingState } from "#domain/plan/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Form } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { addressOf } from "../plan/addresses.ts";
import { rebasingPath } from "./addresses.ts";

interface NoticeProps {
  readonly plan: { readonly slug: string };
  readonly rebasing: RebasingState;
  readonly mayUndo: boolean;
}

/** On the page of a plan that was made by re-basing: from which one, and the way back while there is one. */
export function RebasingNotice({ plan, rebasing, mayUndo }: NoticeProps): ReactNode {
  const { from, doneAt, canUndo } = rebasing;
  return (
    <div className="mb-6">
      <Notice>
        <p>
          {warekiDate(tokyoDay(doneAt))}に、<a href={addressOf.plan(from)}>{from.name}</a>を組み直して作りました。
          {canUndo && "公開するまでは、組み直しを取り消せます。取り消すと、この計画に書いたことは見えなくなります。"}
        </p>
        {canUndo && mayUndo && (
          <Form action={rebasingPath.undo(plan)} className="mt-3">
            <button className="button button-secondary button-small">組み直しを取り消す</button>
          </Form>
        )}
      </Notice>
    </div>
  );
}
