import type { ReactNode } from "react";
import type { Item, MunicipalityGroup } from "#domain/statistics/index.ts";
import { addressOf } from "./addresses.ts";
import type { ComparisonChoice } from "./scope-choice.ts";

interface ScopeFormProps {
  readonly item: Item;
  readonly groups: readonly MunicipalityGroup[];
  readonly choice: ComparisonChoice;
}

/** Beside whom: 県内, a group of the city's, chosen ones, or everyone. The choice stands in the address, so it can be passed on. */
export function ScopeForm({ item, groups, choice }: ScopeFormProps): ReactNode {
  const options = [
    { value: "prefecture", label: "県内" },
    ...groups.map(({ id, name, codes }) => ({ value: id, label: `${name}（${codes.length}）` })),
    { value: "chosen", label: "選んだ市町村" },
    { value: "nation", label: "全国" },
  ];
  return (
    <form action={addressOf.item(item.code)} className="card flex flex-wrap items-end gap-4">
      <div>
        <label htmlFor="scope" className="field-label block">
          比べる相手
        </label>
        <select id="scope" name="scope" className="input" defaultValue={choice.word}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="grow">
        <label htmlFor="chosen" className="field-label block">
          選んだ市町村（「、」で区切る）
        </label>
        {choice.fault && (
          <p className="field-error" id="chosen-error">
            {choice.fault}
          </p>
        )}
        <input
          id="chosen"
          name="chosen"
          className="input"
          defaultValue={choice.chosen}
          placeholder="例：長野県 坂城町、須坂市"
          aria-invalid={choice.fault ? true : undefined}
          aria-describedby={choice.fault ? "chosen-error" : undefined}
        />
      </div>
      <div>
        <label htmlFor="q" className="field-label block">
          表の中で探す
        </label>
        <input id="q" name="q" type="search" className="input !w-40" defaultValue={choice.filter} />
      </div>
      {choice.year !== undefined && <input type="hidden" name="year" value={choice.year} />}
      <button className="button">比べる</button>
    </form>
  );
}
