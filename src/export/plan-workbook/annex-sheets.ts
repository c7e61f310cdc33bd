import { correspondenceColumns as lineageColumns } from "#domain/plan/index.ts";
import { groupName, inGroupOrder, pathKindLabels, totalKey, valueAt, yearsOf } from "#domain/strategy/index.ts";
import { lineageLines } from "../plan-paper/lineage-part.ts";
import type { PlanEdition, StrategyEdition } from "../plan-paper/edition.ts";
import { correspondenceColumns, correspondenceRows } from "../strategy-words.ts";
import type { Cell, Column, Sheet } from "../workbook/index.ts";

/** The strategies' tables and the lineage, each a sheet; none where the plan has nothing for it. */
export function annexSheets(edition: PlanEdition): Sheet[] {
  const { snapshot, strategies } = edition;
  const numbered = (name: string, index: number) => (strategies.length === 1 ? name : `${name} ${index + 1}`);
  return [
    ...strategies.map((each, index) => correspondenceSheet(each, numbered("総合戦略の対応表", index))),
    ...strategies.flatMap((each, index) => populationSheet(each, numbered("人口の推計", index))),
    ...lineageSheet(snapshot),
  ];
}

function correspondenceSheet({ snapshot }: StrategyEdition, name: string): Sheet {
  const [, ...rows] = correspondenceRows(snapshot);
  const columns = correspondenceColumns.map(({ heading, width }) => text(heading, width));
  return { name, columns, rows };
}

/** Every path, year by year, with a column for each age group that some path has. */
function populationSheet({ snapshot }: StrategyEdition, name: string): Sheet[] {
  const { paths } = snapshot.population;
  const groups = inGroupOrder([totalKey, ...paths.flatMap(({ figures }) => figures.map(({ group }) => group))]);
  const rows = paths.flatMap((path) =>
    yearsOf(path.figures).map((year): Cell[] => [
      path.name,
      pathKindLabels[path.kind],
      year,
      ...groups.map((group) => valueAt(path.figures, year, group) ?? "−"),
      path.source,
    ]),
  );
  if (rows.length === 0) return [];
  const columns: Column[] = [
    text("推計", 30),
    text("種類", 12),
    { heading: "年", width: 8, kind: "number" },
    ...groups.map((group) => ({ heading: groupName(group), width: 13, kind: "any" }) as const),
    text("出典", 40),
  ];
  return [{ name, columns, rows, frozenColumns: 3 }];
}

function lineageSheet(snapshot: PlanEdition["snapshot"]): Sheet[] {
  const lines = lineageLines(snapshot);
  if (snapshot.predecessor === null || lines.length === 0) return [];
  const rows = lines.map(({ before, kind, here, evolution, note }): Cell[] => [
    before?.code ?? null,
    before?.title ?? null,
    kind,
    here?.code ?? null,
    here?.title ?? null,
    evolution,
    note,
  ]);
  const { oldCode, oldTitle, newCode, newTitle, ...words } = lineageColumns;
  const columns = [
    text(oldCode, 16),
    text(oldTitle, 34),
    text(words.kind, 8),
    text(newCode, 18),
    text(newTitle, 34),
    text(words.evolution, 8),
    text(words.note, 50),
  ];
  return [{ name: "前の計画との対応", columns, rows, frozenColumns: 2 }];
}

function text(heading: string, width: number): Column {
  return { heading, width, kind: "text" };
}
