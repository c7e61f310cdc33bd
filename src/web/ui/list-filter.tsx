import type { ReactNode } from "react";

interface ListFilterProps {
  readonly action: string;
  readonly query: URLSearchParams;
  /** What the words narrow: 「項目をしぼる」. */
  readonly label: string;
  /** Orders by the word in the address, the usual one first. */
  readonly orders: Readonly<Record<string, string>>;
  /** What is counted: 「件」「項目」. */
  readonly unit: string;
  readonly total: number;
  readonly shown: number;
  /** Further choices of this list. */
  readonly children?: ReactNode;
}

/** Above a list: narrows it by words and puts it in order, by an address that can be kept. */
export function ListFilter({ action, query, label, orders, unit, total, shown, children }: ListFilterProps): ReactNode {
  return (
    <form action={action} className="mb-4 flex flex-wrap items-end gap-4">
      <div>
        <label htmlFor="q" className="field-label block">
          {label}
        </label>
        <input id="q" name="q" type="search" className="input !w-64" defaultValue={query.get("q") ?? ""} />
      </div>
      <div>
        <label htmlFor="sort" className="field-label block">
          並べ方
        </label>
        <select id="sort" name="sort" className="input" defaultValue={query.get("sort") ?? Object.keys(orders)[0]}>
          {Object.entries(orders).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {children}
      <button className="button button-secondary">表示する</button>
      <p className="m-0">{shown === total ? `${total}${unit}` : `${total}${unit}のうち${shown}${unit}`}</p>
    </form>
  );
}
