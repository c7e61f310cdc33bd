import type { ReactNode } from "react";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn } from "#web/site.ts";
import { callHref } from "./call-detail.tsx";
import { FormFrame, type FormPageProps } from "./form-frame.tsx";

interface Props extends FormPageProps {
  readonly title: string;
  readonly receipt: string;
  readonly number: number;
  readonly isRepeat: boolean;
  readonly now: Date;
  readonly text: string;
}

/** What a sender keeps: the receipt, the day, how to follow up, and the own words. */
export function ReceiptPage({ site, edition, title, receipt, number, isRepeat, now, text }: Props): ReactNode {
  return (
    <FormFrame site={site} edition={edition} title={title}>
      <div className="receipt mt-6" role="status">
        <p>受付番号</p>
        <p className="receipt-number">{receipt}</p>
        <p>
          第{number}号　{dateWithBoth(tokyoDay(now))} {tokyoTime(now)}
        </p>
      </div>
      {isRepeat && <p className="mt-4">同じ内容をすでに受け付けていたので、そのときの受付番号を表示しています。</p>}
      <section className="prose mt-8" aria-labelledby="next-title">
        <h2 id="next-title" className="text-[1.5rem]">
          このあと
        </h2>
        <ul className="list-disc pl-6">
          <li>
            <strong>受付番号を書きとめるか、このページを印刷してください。</strong>
            あとから調べることはできません。
          </li>
          <li>市が募集のきまりで確かめ、公開したものは募集のページに載ります。公開しないときは、理由を示します。</li>
          <li>
            <a href={hrefIn(site, "/receipts")}>受付番号で確かめるページ</a>で、市の扱いと考え方を読めます。
          </li>
        </ul>
      </section>
      <section className="mt-8" aria-labelledby="own-title">
        <h2 id="own-title" className="text-[1.5rem]">
          送った文
        </h2>
        <p className="own-words mt-3">{text}</p>
      </section>
      <p className="mt-8 no-print">
        <a href={callHref({ site, edition })}>募集のページへ戻る</a>
      </p>
    </FormFrame>
  );
}
