import type { ReactNode } from "react";

export interface Share {
  /** Names the class that colours and patterns it: share-<key>. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** Parts of a whole as one bar, each named with its count below: the words carry it, the bar shows the proportion. */
export function ShareBar({ shares, unit }: { readonly shares: readonly Share[]; readonly unit: string }): ReactNode {
  return (
    <div className="share">
      <ShareStrip shares={shares} />
      <ul className="list-plain share-list">
        {shares.map(({ key, label, count }) => (
          <li key={key}>
            <svg viewBox="0 0 16 16" className="share-mark" aria-hidden="true" focusable="false">
              <rect width="16" height="16" rx="3" className={`share-${key}`} />
            </svg>
            <span>{label}</span> <b>{count}</b>
            {unit}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The bar alone, for places where the words stand beside it. */
export function ShareStrip({ shares }: { readonly shares: readonly Share[] }): ReactNode {
  const present = shares.filter(({ count }) => count > 0);
  const startOf = (index: number) => present.slice(0, index).reduce((sum, { count }) => sum + count, 0);
  return (
    <svg
      viewBox={`0 0 ${startOf(present.length)} 1`}
      preserveAspectRatio="none"
      className="share-strip"
      aria-hidden="true"
      focusable="false"
    >
      {present.map(({ key, count }, index) => (
        <rect key={key} x={startOf(index)} y="0" width={count} height="1" className={`share-${key}`} />
      ))}
    </svg>
  );
}
