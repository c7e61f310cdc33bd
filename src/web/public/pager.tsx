import type { ReactNode } from "react";

/** Which part of a long list is shown. Pages are counted from 1. */
export interface Paging {
  readonly number: number;
  readonly last: number;
  readonly size: number;
}

/** The part that an address asks for; what is not understood is the first, what lies behind the end the last. */
export function pagingOf(query: URLSearchParams, count: number, size: number): Paging {
  const last = Math.max(1, Math.ceil(count / size));
  return { number: Math.min(last, Math.max(1, Math.trunc(Number(query.get("page")) || 1))), last, size };
}

export function partOf<T>(items: readonly T[], { number, size }: Paging): readonly T[] {
  return items.slice((number - 1) * size, number * size);
}

interface PagerProps {
  readonly label: string;
  readonly paging: Paging;
  readonly hrefOf: (number: number) => string;
}

/** On and back through a long list by addresses. */
export function Pager({ label, paging: { number, last, size }, hrefOf }: PagerProps): ReactNode {
  if (last <= 1) return null;
  return (
    <nav aria-label={label} className="actions mt-6 no-print">
      {number > 1 && (
        <a className="button button-secondary" href={hrefOf(number - 1)}>
          前の{size}件
        </a>
      )}
      <span>
        {last}ページ中{number}ページ
      </span>
      {number < last && (
        <a className="button button-secondary" href={hrefOf(number + 1)}>
          次の{size}件
        </a>
      )}
    </nav>
  );
}
