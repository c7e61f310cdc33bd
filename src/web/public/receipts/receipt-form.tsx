import type { ReactNode } from "react";
import type { Refusal } from "#kernel/result.ts";
import { consultationsTitle } from "#web/public/consultations/words.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { TextField } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";

export const receiptRefusals = {
  unknown: {
    code: "unknown",
    message: "この受付番号の意見は見つかりません。",
    remedy:
      "受付のときに表示された番号を、もう一度確かめて入れてください。大文字と小文字、全角と半角は、どちらでもかまいません。",
    fields: { receipt: "受付番号を確かめてください。例：7K2M-9QXD-4HTW-3C" },
  },
  tooMany: {
    code: "tooMany",
    message: "同じところから短い時間に何度も調べられたので、少し待ってもらっています。",
    remedy: "1分ほどたってから、もう一度調べてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

interface Props {
  readonly site: Site;
  readonly typed?: string;
  readonly refusal?: Refusal;
}

/** Where a sender enters the receipt. */
export function ReceiptForm({ site, typed = "", refusal }: Props): ReactNode {
  return (
    <PublicPage
      site={site}
      title="自分の意見のその後を見る"
      section="voices"
      crumbs={[{ href: hrefIn(site, "/consultations"), label: consultationsTitle }]}
      description="受付番号で、自分の意見に市がどう考えたかを確かめる"
      isHidden={refusal !== undefined}
    >
      <div className="page section-first">
        <h1>自分の意見のその後を見る</h1>
        <p className="lead">
          意見を送ったときの受付番号を入れると、送った意見のどの部分に、市がどう考えたかを読めます。
        </p>
        <PublicForm action={hrefIn(site, "/receipts")} hidden={{}} refusal={refusal}>
          <TextField
            name="receipt"
            label="受付番号"
            hint="例：7K2M-9QXD-4HTW-3C。大文字と小文字、全角と半角、線のあるなしは、どちらでもかまいません。"
            value={typed}
            autoComplete="off"
            required
            refusal={refusal}
          />
          <p className="actions">
            <button className="button">その後を見る</button>
          </p>
        </PublicForm>
        <p className="prose mt-8">
          番号がわからなくなったときは、ここでは調べられません。結果は、募集のページで、すべての意見の概要とともに公表します。
        </p>
      </div>
    </PublicPage>
  );
}
