import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import type { Item, StatisticValue } from "../item.ts";
import type { Reading, ReadItem, ReadValue } from "./reading.ts";

/** An item of a file beside the one that the city has, if it has. */
export interface MatchedItem {
  readonly read: ReadItem;
  readonly standing: Item | undefined;
}

/** A value that the import would replace. */
export interface ValueChange {
  readonly itemName: string;
  readonly unit: string;
  readonly decimals: number;
  readonly from: StatisticValue;
  readonly to: StatisticValue;
}

/** What an import would change. What the file does not name stays as it is. */
export interface StatisticDifference {
  readonly items: readonly MatchedItem[];
  /** Values of places that had none. */
  readonly added: readonly ReadValue[];
  readonly changed: readonly ValueChange[];
  readonly unchanged: number;
  /** Of everything above, so that what is applied is what was looked at. */
  readonly fingerprint: string;
}

/** The item that the city has already: by the source's code, else by its name within the data set. */
export function matchItems(
  read: readonly ReadItem[],
  standing: readonly Item[],
  dataSetId: string | null,
): MatchedItem[] {
  return read.map((item) => ({
    read: item,
    standing: standing.find((each) =>
      item.code === null ? each.dataSetId === dataSetId && each.name === item.name : each.code === item.code,
    ),
  }));
}

/** Compares a reading with the values that stand, by item, municipality and year. */
export function differenceOf(
  { values }: Reading,
  items: readonly MatchedItem[],
  standing: readonly (StatisticValue & { readonly itemId: string })[],
): StatisticDifference {
  const before = new Map(standing.map((each) => [`${each.itemId} ${each.code} ${each.year}`, each]));
  const added: ReadValue[] = [];
  const changed: ValueChange[] = [];
  for (const value of values) {
    const item = items[value.item];
    const old = item?.standing && before.get(`${item.standing.id} ${value.code} ${value.year}`);
    if (!old) added.push(value);
    else if (item && (old.value !== value.value || old.absence !== value.absence))
      changed.push({
        itemName: item.read.name,
        unit: item.read.unit,
        decimals: item.read.decimals,
        from: old,
        to: value,
      });
  }
  const found = { items, added, changed, unchanged: values.length - added.length - changed.length };
  return { ...found, fingerprint: fingerprintOf(found) };
}

function fingerprintOf({ items, added, changed, unchanged }: Omit<StatisticDifference, "fingerprint">): string {
  return sha256(
    canonicalJson([
      items.map(({ read, standing }) => [read.code, read.name, standing?.id ?? null]),
      added.map((each) => [each.item, place(each)]),
      changed.map(({ itemName, from, to }) => [itemName, place(from), place(to)]),
      unchanged,
    ]),
  );
}

function place({ code, year, value, absence }: StatisticValue): Json {
  return [code, year, value, absence];
}
