import type { ReactNode } from "react";
import {
  comparisonOf,
  itemByCode,
  itemComparison,
  listGroups,
  mayManageStatistics,
  municipalityDirectory,
  placeOf,
  scopeLabel,
  type Comparison,
  type CourseYear,
  type DataSet,
  type Item,
  type MunicipalityDirectory,
  type MunicipalityGroup,
  type StatisticValue,
} from "#domain/statistics/index.ts";
import { csvText } from "#export/csv.ts";
import { fiscalYearLabel, fiscalYearWithBoth } from "#kernel/fiscal-year.ts";
import { download, page } from "#web/answer.tsx";
import { CourseChart, isCourseDrawable, type Course } from "#web/ui/charts/course-chart.tsx";
import { PlaceStrip } from "#web/ui/charts/place-strip.tsx";
import { Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { ComparisonTable, comparisonLines } from "#web/ui/statistics/comparison-table.tsx";
import { CourseTable } from "#web/ui/statistics/course-table.tsx";
import { directionText, medianText, placeText, valueText } from "#web/ui/statistics/words.ts";
import type { Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";
import { choiceOf, choiceQuery, type ComparisonChoice } from "./scope-choice.ts";
import { ScopeForm } from "./scope-form.tsx";

/** Everything that the page of an item shows. */
interface ItemView {
  readonly item: Item;
  readonly dataSet: DataSet;
  readonly directory: MunicipalityDirectory;
  readonly groups: readonly MunicipalityGroup[];
  readonly choice: ComparisonChoice;
  readonly scopeName: string;
  readonly course: readonly CourseYear[];
  readonly values: readonly StatisticValue[];
  /** The year compared: the one asked for, else the city's newest, else the newest of all. */
  readonly year: number | undefined;
  readonly comparison: Comparison;
  readonly ownCode: string;
}

async function viewOf({ ctx, params, query }: Visit): Promise<ItemView> {
  const { item, dataSet } = await itemByCode(ctx, params["item"] ?? "");
  const directory = await municipalityDirectory(ctx);
  const groups = await listGroups(ctx);
  const choice = choiceOf(query, { groups, directory });
  const { values, course } = await itemComparison(ctx, item, { scope: choice.scope, directory });
  const newest = course.findLast(({ own }) => own !== undefined) ?? course.at(-1);
  const year = course.some((each) => each.year === choice.year) ? choice.year : newest?.year;
  const comparison = comparisonOf(
    values.filter((each) => each.year === year),
    item.direction,
  );
  const scopeName = scopeLabel(choice.scope);
  const ownCode = ctx.municipality.code;
  return { item, dataSet, directory, groups, choice, scopeName, course, values, year, comparison, ownCode };
}

function nameOf({ directory, choice }: ItemView, code: string): string {
  const found = directory.byCode(code);
  if (!found) return code;
  return choice.word === "prefecture" ? found.name : `${found.prefecture} ${found.name}`.trim();
}

export async function showItem(visit: Visit): Promise<Response> {
  const view = await viewOf(visit);
  const { item, dataSet, year } = view;
  return page(
    <StaffPage
      visit={visit}
      title={item.name}
      crumbs={[homeCrumb, { href: addressOf.dataSet(dataSet.code), label: dataSet.name }]}
    >
      <div className="hue-1">
        <Facts view={view} mayManage={mayManageStatistics(visit.ctx.actor)} />
        <ScopeForm item={item} groups={view.groups} choice={view.choice} />
        {year === undefined ? (
          <Nothing view={view} />
        ) : (
          <>
            <Trend view={view} />
            <Beside view={view} year={year} />
          </>
        )}
      </div>
    </StaffPage>,
  );
}

/** Where nobody compared has a value, others may: the way leads to them. */
function Nothing({ view: { scopeName, choice } }: { readonly view: ItemView }): ReactNode {
  if (choice.word === "nation")
    return (
      <Empty title="値はまだありません">
        <p>取り込むと、推移と比較がここに出ます。</p>
      </Empty>
    );
  return (
    <Empty title={`${scopeName}の市町村の値はまだありません`}>
      <p>
        ほかの市町村の値があるかどうかは、<a href="?scope=nation">全国とくらべる</a>と分かります。
      </p>
    </Empty>
  );
}

function Facts({
  view: { item, dataSet },
  mayManage,
}: {
  readonly view: ItemView;
  readonly mayManage: boolean;
}): ReactNode {
  return (
    <div className="mb-6 max-w-3xl">
      {item.description !== "" && <p className="prose">{item.description}</p>}
      <p className="text-solid-gray-700">
        番号 {item.code}／単位 {item.unit || "なし"}／{directionText(item.direction)}／
        {item.isPublic ? "公開する" : "公開しない"}
      </p>
      <p className="text-solid-gray-700">
        出典：{dataSet.source}
        {dataSet.licence !== "" && `（${dataSet.licence}）`}
      </p>
      {mayManage && (
        <p className="mt-2">
          <a href={addressOf.itemEdit(item.code)}>名前・単位・向きを直す</a>
        </p>
      )}
    </div>
  );
}

function courseFor({ item, course, scopeName }: ItemView, ownName: string): Course {
  return {
    title: item.name,
    unit: item.unit,
    decimals: item.decimals,
    ownName,
    own: course.flatMap(({ year, own }) => (own ? [{ year, value: own.value }] : [])),
    otherName: `${scopeName}の中央値`,
    other: course.flatMap(({ year, median, members }) =>
      members > 1 && median !== null ? [{ year, value: median }] : [],
    ),
  };
}

function Trend({ view }: { readonly view: ItemView }): ReactNode {
  const { item, course, scopeName } = view;
  const drawn = courseFor(view, "本市");
  return (
    <section aria-labelledby="trend" className="mt-8">
      <h2 id="trend" className="mb-3 text-[1.25rem]">
        推移
      </h2>
      {isCourseDrawable(drawn) && <CourseChart course={drawn} id="course" />}
      <details className="mt-4" open={!isCourseDrawable(drawn)}>
        <summary className="font-bold">すべての年度の表</summary>
        <div className="mt-3">
          <TableFrame label={`${item.name}の推移`}>
            <CourseTable
              caption={`${item.name}の推移（単位：${item.unit || "なし"}）`}
              course={course}
              decimals={item.decimals}
              ownName="本市"
              scopeName={scopeName}
            />
          </TableFrame>
        </div>
      </details>
    </section>
  );
}

function Beside({ view, year }: { readonly view: ItemView; readonly year: number }): ReactNode {
  const { item, comparison, ownCode, scopeName, choice, course } = view;
  const own = course.find((each) => each.year === year)?.own;
  const place = placeOf(comparison, ownCode);
  return (
    <section aria-labelledby="beside" className="mt-10">
      <h2 id="beside" className="mb-3 text-[1.25rem]">
        {scopeName}での位置（{fiscalYearLabel(year)}）
      </h2>
      <p className="mb-3">
        本市 <b>{own ? `${valueText(own, item.decimals)}${own.value === null ? "" : item.unit}` : "値なし"}</b>
        {place && `　${placeText(place)}`}
        {comparison.median !== null && `　中央値 ${medianText(comparison.median, item.decimals)}${item.unit}`}
      </p>
      {comparison.median !== null && (
        <PlaceStrip
          id="places"
          places={{
            title: item.name,
            unit: item.unit,
            decimals: item.decimals,
            values: comparison.ranked.map(({ value }) => value),
            own: own?.value ?? null,
            ownName: "本市",
            median: comparison.median,
          }}
        />
      )}
      <YearLinks view={view} year={year} />
      <p className="actions mb-4">
        <a
          className="button button-secondary button-small"
          href={`${addressOf.item(item.code)}/comparison.csv${choiceQuery(choice, { year })}`}
        >
          この比較をCSVで保存する
        </a>
      </p>
      <Lines view={view} year={year} />
    </section>
  );
}

function YearLinks({
  view: { course, choice, item },
  year,
}: {
  readonly view: ItemView;
  readonly year: number;
}): ReactNode {
  if (course.length < 2) return null;
  return (
    <nav aria-label="比べる年度" className="my-4">
      <ul className="list-plain flex flex-wrap gap-x-4 gap-y-1">
        {course.map((each) => (
          <li key={each.year}>
            {each.year === year ? (
              <b aria-current="true">{fiscalYearLabel(each.year)}</b>
            ) : (
              <a href={`${addressOf.item(item.code)}${choiceQuery(choice, { year: each.year })}#beside`}>
                {fiscalYearLabel(each.year)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function linesOf(view: ItemView) {
  const { comparison, item, choice } = view;
  const lines = comparisonLines(comparison, { decimals: item.decimals, nameOf: (code) => nameOf(view, code) });
  const found = lines.filter(({ name }) => name.includes(choice.filter));
  return choice.order === "code" ? found.toSorted((a, b) => (a.code < b.code ? -1 : 1)) : found;
}

function Lines({ view, year }: { readonly view: ItemView; readonly year: number }): ReactNode {
  const { item, choice, ownCode, scopeName } = view;
  const lines = linesOf(view);
  if (lines.length === 0) return <Notice title="この名前の市区町村はありません。" />;
  const path = addressOf.item(item.code);
  const heads = {
    rank:
      choice.order === "rank" ? (
        "順位 ▲"
      ) : (
        <a href={`${path}${choiceQuery(choice, { year, sort: "rank" })}#beside`}>順位</a>
      ),
    name:
      choice.order === "code" ? (
        "市区町村 ▲"
      ) : (
        <a href={`${path}${choiceQuery(choice, { year, sort: "code" })}#beside`}>市区町村</a>
      ),
  };
  const caption = `${scopeName}の${item.name}（${fiscalYearWithBoth(year)}）`;
  return (
    <TableFrame label={caption}>
      <ComparisonTable caption={caption} lines={lines} unit={item.unit} ownCode={ownCode} heads={heads} />
    </TableFrame>
  );
}

/** The comparison as a file, with what is needed to cite it. */
export async function saveItemFile(visit: Visit): Promise<Response> {
  const view = await viewOf(visit);
  const { item, dataSet, directory, year, scopeName } = view;
  const yearText = year === undefined ? "" : fiscalYearLabel(year);
  const rows = linesOf(view).map(({ code, rank, text, meaning }) => {
    const place = directory.byCode(code);
    return [code, place?.prefecture ?? "", place?.name ?? "", rank, text.replaceAll(",", ""), meaning];
  });
  const head = [
    "団体コード",
    "都道府県",
    "市区町村",
    "順位",
    item.unit === "" ? item.name : `${item.name}（${item.unit}）`,
    "値がないわけ",
  ];
  const source = [`出典：${dataSet.source}`, yearText, scopeName, directionText(item.direction)];
  return download(
    csvText([head, ...rows, [], source]),
    `${item.name}_${scopeName}_${yearText}.csv`,
    "text/csv; charset=utf-8",
  );
}
