import type { ReactNode } from "react";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn } from "#web/site.ts";
import { FormFrame, type FormPageProps } from "./form-frame.tsx";

interface Props extends FormPageProps {
  readonly receipt: string;
  readonly isRepeat: boolean;
  readonly now: Date;
  readonly text: string;
}

/** What a sender keeps: the receipt, the day, how to follow up, and the own words. It can be printed. */
export function ReceiptPage({ site, edition, receipt, isRepeat, now, text }: Props): ReactNode {
  return (
    <FormFrame site={site} edition={edition} title="意見を受け付けました">
      <div className="receipt mt-6" role="status" data-form-done="">
        <p>受付番号</p>
        <p className="receipt-number">{receipt}</p>
        <p>
          {dateWithBoth(tokyoDay(now))} {tokyoTime(now)}
        </p>
      </div>
      {isRepeat && (
        <p className="prose mt-4">同じ内容をすでに受け付けていたので、そのときの受付番号を表示しています。</p>
      )}
      <section className="prose mt-8" aria-labelledby="next-title">
        <h2 id="next-title" className="text-[1.5rem]">
          このあと
        </h2>
        <ul className="list-disc pl-6">
          <li>
            <strong>受付番号を書きとめるか、このページを印刷してください。</strong>
            受付番号は、あなただけのもので、あとから調べることはできません。
          </li>
          <li>
            いただいた意見は、同じ趣旨のものとまとめて検討し、市の考え方とともに公表します。
            <a href={hrefIn(site, "/receipts")}>受付番号で確かめるページ</a>
            <span className="print-only">（{`${site.origin}${hrefIn(site, "/receipts")}`}）</span>
            で、あなたの意見のどの部分に、市がどう考えたかを読めます。
          </li>
          <li>氏名、住所、連絡先は、公表しません。</li>
        </ul>
      </section>
      <section className="mt-8" aria-labelledby="own-title">
        <h2 id="own-title" className="text-[1.5rem]">
          送った意見
        </h2>
        <p className="own-words mt-3">{text}</p>
      </section>
      <p className="mt-8 no-print">
        <a href={hrefIn(site, `/consultations/${edition.head.reference}`)}>募集のページへ戻る</a>
      </p>
    </FormFrame>
  );
}
