import type { ReactNode } from "react";
import type { OutsideTarget } from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { Notice } from "#web/ui/parts.tsx";
import { addressOf } from "./addresses.ts";

interface OutsideProps {
  readonly plan: { readonly slug: string };
  readonly outside: readonly OutsideTarget[];
}

/** Targets whose years lie outside the plan's period, each with the way to its indicator; nothing when there are none. */
export function OutsideNotice({ plan, outside }: OutsideProps): ReactNode {
  if (outside.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="caution" title={`計画期間の外の目標値が、指標${outside.length}件にあります。`}>
        <OutsideList plan={plan} outside={outside} />
      </Notice>
    </div>
  );
}

/** The same before a changed period is saved, with a box to say that it is known. */
export function OutsideQuestion({ plan, outside }: OutsideProps): ReactNode {
  return (
    <div role="alert">
      <Notice tone="caution" title={`この期間にすると、指標${outside.length}件の目標値が期間の外になります。`}>
        <p>目標値は消えません。期間を変えたあと、それぞれの指標で直してください。</p>
        <OutsideList plan={plan} outside={outside} />
        <label className="choice mt-3">
          <input type="checkbox" name="outside" value="known" />
          <span>期間の外になる目標値を確かめました</span>
        </label>
      </Notice>
    </div>
  );
}

function OutsideList({ plan, outside }: OutsideProps): ReactNode {
  return (
    <details className="mt-2" open={outside.length <= 10}>
      <summary>期間の外の目標値がある指標</summary>
      <ul className="list-disc pl-6">
        {outside.map(({ indicatorId, code, name, years }) => (
          <li key={indicatorId}>
            <a href={addressOf.indicator(plan, indicatorId)}>
              {code} {name}
            </a>
            ：{years.map(fiscalYearLabel).join("、")}
          </li>
        ))}
      </ul>
    </details>
  );
}
