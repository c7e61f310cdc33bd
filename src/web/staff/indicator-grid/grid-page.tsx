import type { ReactNode } from "react";
import { indicatorRegister, planBySlug, type PlanWithLevels, type RegisterLine } from "#domain/plan/index.ts";
import { fiscalYearLabel, fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { IndicatorGrid } from "#web/islands/indicator-grid.tsx";
import { Form, SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { Empty, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { fileAddress } from "../indicator-file/addresses.ts";
import { addressOf, nodeName, planCrumbs } from "../plan/addresses.ts";
import { divisionOptions } from "../plan/division-options.ts";
import { gridAddress } from "./addresses.ts";
import { chosenLines, gridChoice, gridPath, gridYears, type GridChoice } from "./choice.ts";
import { cellName } from "./grid-form.ts";
import { gridLines, nothingReturned, type GridLine, type Returned } from "./grid-rows.ts";
import { ActualTable, type RefusedTargets } from "./grid-table.tsx";
import { TargetEntry } from "./target-entry.tsx";

/** What a refused save sends back to the page. */
export interface RefusedSave extends Returned {
  readonly refusal: Refusal;
  readonly reason: string;
}

interface Grid {
  readonly plan: PlanWithLevels;
  readonly choice: GridChoice;
  readonly all: readonly RegisterLine[];
  readonly lines: readonly RegisterLine[];
  readonly divisions: readonly Option[];
  readonly years: readonly number[];
  readonly hidden: number;
}

async function readGrid({ ctx, params, query }: Visit): Promise<Grid> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const choice = gridChoice(query, ctx.actor);
  const all = await indicatorRegister(ctx, plan);
  const lines = chosenLines(all, choice, ctx.actor);
  const divisions = await divisionOptions(ctx);
  return { plan, choice, all, lines, divisions, ...gridYears(plan, lines, choice) };
}

/** Values of many indicators in one table: a form without script, keys as in Excel with it. */
export async function showGrid(
  visit: Visit,
  refused?: RefusedSave,
  refusedTargets?: RefusedTargets,
): Promise<Response> {
  const grid = await readGrid(visit);
  const { plan, choice, lines, years } = grid;
  const isTargets = choice.values === "targets";
  return page(
    <StaffPage
      visit={visit}
      title={isTargets ? "目標値のまとめての入力" : "実績値のまとめての入力"}
      crumbs={[...planCrumbs(plan), { href: addressOf.indicators(plan), label: "指標の一覧" }]}
      wide
    >
      <Choosing grid={grid} />
      {lines.length === 0 && (
        <Empty title="当てはまる指標はありません。">
          <p>課と施策を「すべて」にするか、施策のページで指標を加えます。</p>
        </Empty>
      )}
      {lines.length > 0 && isTargets && (
        <TargetEntry
          {...{ visit, plan, lines, years }}
          action={gridPath(gridAddress(plan), choice)}
          refused={refusedTargets}
        />
      )}
      {lines.length > 0 && !isTargets && <EntryForm visit={visit} grid={grid} refused={refused} />}
    </StaffPage>,
    refused || refusedTargets ? 422 : 200,
  );
}

/** Which rows, which columns, and what of them. */
function Choosing({ grid: { plan, choice, all, divisions, hidden, years } }: { readonly grid: Grid }): ReactNode {
  const address = gridAddress(plan);
  const measures = new Map(all.map(({ measure }) => [measure.id, { value: measure.id, label: nodeName(measure) }]));
  const other = { ...choice, values: choice.values === "targets" ? "actuals" : "targets", corrects: false } as const;
  return (
    <form action={address} className="mb-4 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <SelectField
        name="division"
        label="課"
        options={[{ value: "all", label: "すべて" }, { value: "own", label: "自分の課" }, ...divisions]}
        value={choice.division || "all"}
      />
      <SelectField name="measure" label="施策" blank="すべて" options={[...measures.values()]} value={choice.measure} />
      {choice.values === "targets" && <input type="hidden" name="values" value="targets" />}
      {choice.earlier && <input type="hidden" name="earlier" value="1" />}
      <button className="button">表示する</button>
      <a href={gridPath(address, other)} className="button button-secondary">
        {choice.values === "targets" ? "実績値を入力する" : "目標値を入力する"}
      </a>
      <a href={fileAddress.upload(plan)}>Excelで入力する</a>
      {hidden > 0 && (
        <a href={gridPath(address, { ...choice, earlier: true })}>
          {fiscalYearLabel((years[0] ?? plan.startYear) - 1)}より前も表示する
        </a>
      )}
    </form>
  );
}

interface EntryFormProps {
  readonly visit: Visit;
  readonly grid: Grid;
  readonly refused: RefusedSave | undefined;
}

function EntryForm({ visit, grid, refused }: EntryFormProps): ReactNode {
  const { plan, choice, lines, years } = grid;
  const action = gridPath(gridAddress(plan), choice);
  const { actor } = visit.ctx;
  const { corrects } = choice;
  const thisYear = fiscalYearOf(visit.ctx.clock.today());
  const rows = gridLines({ lines, years, actor, corrects, thisYear, returned: refused ?? nothingReturned });
  const mayEnter = rows.some((row) => row.mayEnter);
  return (
    <Form action={action} id="grid-form" className="grid-form">
      {refused && <RefusedCells refusal={refused.refusal} rows={rows} />}
      <input type="hidden" name="years" value={years.join(" ")} />
      <EarlyValues rows={rows} />
      <Hints />
      <div className="grid-frame">
        <ActualTable plan={plan} years={years} rows={rows} corrects={corrects} thisYear={thisYear} />
      </div>
      {mayEnter ? (
        <SaveBar grid={grid} action={action} reason={refused?.reason ?? ""} refusal={refused?.refusal} />
      ) : (
        <Notice title="見るだけの表です。実績値は、担当課・主管課・関係課と企画の担当者が入力します。" />
      )}
    </Form>
  );
}

/** Stored values of years that have not begun, which nobody can confirm. */
function EarlyValues({ rows }: { readonly rows: readonly GridLine[] }): ReactNode {
  const early = rows.flatMap(({ line, cells }) =>
    cells.filter(({ isEarly }) => isEarly).map(({ year }) => `${line.indicator.code}（${fiscalYearLabel(year)}）`),
  );
  if (early.length === 0) return null;
  const more = early.length > namedAtMost ? `、ほか${early.length - namedAtMost}か所` : "";
  return (
    <Notice title={`まだ始まっていない年度の実績値が${early.length}か所あります。`} tone="caution">
      <p>
        {early.slice(0, namedAtMost).join("、")}
        {more}。年度の列をまちがえていないか確かめてください。年度が始まるまで、確定できません。
      </p>
    </Notice>
  );
}

const namedAtMost = 5;

function Hints(): ReactNode {
  return (
    <details className="grid-hints">
      <summary>入力のしかたと、升目の色</summary>
      <p className="mt-2">
        矢印・Enter・Tabで升目を移り、F2で中の文字を直し、Escで取りやめます。Excelの表は、そのまま貼り付けられます（年度の見出しと指標の番号があれば、場所を合わせます）。
        割合は「1269/9402」のように分子/分母を入れると、値が計算されます。値がないときは「−」を入れて理由を選びます。Ctrl+Zで入力を戻し、Ctrl+Sで保存します。升目からEscで、保存のボタンへ移ります。
      </p>
      <ul className="grid-legend">
        <li id="state-empty">空欄</li>
        <li id="state-draft">入力中（確定していない値）</li>
        <li id="state-confirmed">確定</li>
        <li id="state-absent">値なし（理由あり）</li>
        <li id="state-changed">まだ保存していない</li>
        <li id="state-fault">直すところがある</li>
      </ul>
    </details>
  );
}

/** Faults of a plain form, each with the way to its cell. */
function RefusedCells({ refusal, rows }: { readonly refusal: Refusal; readonly rows: readonly GridLine[] }): ReactNode {
  const faulty = rows.flatMap(({ line, cells }, row) =>
    cells.flatMap((cell) => (cell.fault === "" ? [] : [{ row, cell, indicator: line.indicator }])),
  );
  return (
    <div className="notice notice-bad" role="alert">
      <p className="notice-title">{refusal.message}</p>
      {refusal.remedy && <p>{refusal.remedy}</p>}
      <ul className="mt-2 list-disc pl-6">
        {faulty.map(({ row, cell, indicator }) => (
          <li key={cellName(row, cell.year)}>
            <a href={`#${cellName(row, cell.year)}`}>
              {indicator.code} {indicator.name}・{fiscalYearLabel(cell.year)}
            </a>
            ：{cell.fault}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SaveBarProps {
  readonly grid: Grid;
  readonly action: string;
  readonly reason: string;
  readonly refusal: Refusal | undefined;
}

function SaveBar({ grid: { plan, choice }, action, reason, refusal }: SaveBarProps): ReactNode {
  const address = gridPath(gridAddress(plan), { ...choice, corrects: !choice.corrects });
  return (
    <div className="save-bar grid-bar">
      {choice.corrects && (
        <TextField
          name="reason"
          label="訂正の理由"
          hint="確定した値を直すときに必要です。履歴に残ります。"
          value={reason}
          refusal={refusal}
        />
      )}
      <button className="button" data-grid-save>
        保存する
      </button>
      <a href={address} className="button button-secondary">
        {choice.corrects ? "訂正をやめる" : "確定した値を訂正する"}
      </a>
      <Island
        name="indicator-grid"
        component={IndicatorGrid}
        props={{ table: "grid", form: "grid-form", address: action }}
        id="grid-island"
      />
    </div>
  );
}
