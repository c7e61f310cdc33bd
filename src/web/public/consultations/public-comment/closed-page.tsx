import type { ReactNode } from "react";
import type { Refusal } from "#kernel/result.ts";
import { hrefIn } from "#web/site.ts";
import { Notice } from "#web/ui/parts.tsx";
import { FormFrame, type FormPageProps } from "./form-frame.tsx";

/** No form today, and why. */
export function ClosedPage({ site, edition, refusal }: FormPageProps & { readonly refusal: Refusal }): ReactNode {
  return (
    <FormFrame site={site} edition={edition} title="いまは送れません">
      <div className="mt-6">
        <Notice title={refusal.message} tone="caution">
          <p>{refusal.remedy}</p>
        </Notice>
      </div>
      <p className="mt-6">
        <a href={hrefIn(site, `/consultations/${edition.head.reference}`)}>募集のページへ戻る</a>
      </p>
    </FormFrame>
  );
}
