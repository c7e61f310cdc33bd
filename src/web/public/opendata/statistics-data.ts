import { absenceSigns, valuesIn, type ItemSnapshot, type StatisticValue } from "#domain/statistics/published.ts";
import type { StatisticsEdition } from "#web/public/statistics/edition.ts";
import { dataSet, type Column, type DataSet } from "./data-set.ts";

interface Line {
  readonly item: ItemSnapshot;
  readonly value: StatisticValue;
}

/** Every published value as one long table: municipality, year, item, value, source. */
export function statisticsSet({ snapshot, head }: StatisticsEdition): DataSet {
  const names = new Map(snapshot.municipalities.map((each) => [each.code, each]));
  const sources = new Map(snapshot.dataSets.map(({ code, source }) => [code, source]));
  const columns: Column<Line>[] = [
    { key: "municipalityCode", title: "全国地方公共団体コード", cell: ({ value }) => value.code },
    { key: "prefecture", title: "都道府県名", cell: ({ value }) => names.get(value.code)?.prefecture ?? "" },
    { key: "municipality", title: "市区町村名", cell: ({ value }) => names.get(value.code)?.name ?? "" },
    { key: "year", title: "年度", cell: ({ value }) => value.year },
    { key: "itemCode", title: "項目の番号", cell: ({ item }) => item.code },
    { key: "item", title: "項目", cell: ({ item }) => item.name },
    { key: "unit", title: "単位", cell: ({ item }) => item.unit },
    { key: "value", title: "値", cell: ({ value }) => value.value },
    {
      key: "absence",
      title: "値のないしるし",
      cell: ({ value }) => (value.absence ? absenceSigns[value.absence] : ""),
    },
    { key: "source", title: "出典", cell: ({ item }) => sources.get(item.dataSet) ?? "" },
    { key: "version", title: "版", cell: () => head.label },
  ];
  const lines = snapshot.items.flatMap((item) => valuesIn(item).map((value) => ({ item, value })));
  const description = "公表した統計のすべての値。「－」「X」「…」は数値のないことを表し、0ではありません。";
  return dataSet({ name: "values", title: "統計の値", description, columns }, lines);
}
