import type { ReactNode } from "react";
import {
  isNotBegun,
  packedActuals,
  type PlanWithLevels,
  type RegisterLine,
  type TargetsRefusal,
} from "#domain/plan/index.ts";
import { fiscalYearLabel, fiscalYearShort, type FiscalYear } from "#kernel/fiscal-year.ts";
import { addressOf, nodeName } from "../plan/addresses.ts";
import { cellName, rowText } from "./grid-form.ts";
import { targetRow, targetTexts } from "./target-form.ts";
import { targetCells, type GridCell, type GridLine } from "./grid-rows.ts";

/** What a refused save of targets sends back: the fields' texts by name. */
export interface RefusedTargets {
  readonly refusal: TargetsRefusal;
  readonly texts: ReadonlyMap<string, string>;
}

interface TableProps {
  readonly plan: PlanWithLevels;
  readonly years: readonly number[];
}

interface HeadsProps {
  readonly years: readonly number[];
  /** Of actuals, whose later years have not begun. */
  readonly thisYear?: FiscalYear;
}

function Heads({ years, thisYear }: HeadsProps): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col" className="grid-name">
          指標
        </th>
        <th scope="col" className="grid-unit">
          単位
        </th>
        {years.map((year) => (
          <th key={year} scope="col" id={`y${year}`} data-year={year} aria-label={fiscalYearLabel(year)}>
            {fiscalYearShort(year)}
            <span className="grid-western">{year}</span>
            {thisYear !== undefined && isNotBegun(year, thisYear) && <span className="grid-measure">開始前</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface ActualTableProps extends TableProps {
  readonly rows: readonly GridLine[];
  readonly corrects: boolean;
  readonly thisYear: FiscalYear;
}

/** Every cell is a field of the form; the island takes the same fields over. */
export function ActualTable({ plan, years, rows, corrects, thisYear }: ActualTableProps): ReactNode {
  return (
    <table id="grid" className="value-grid" data-corrects={corrects} data-this-year={thisYear} aria-label="実績値">
      <Heads years={years} thisYear={thisYear} />
      <tbody>
        {rows.map(({ line, mayEnter, counting, seen, cells }, index) => (
          <tr
            key={line.indicator.id}
            data-code={line.indicator.code}
            data-name={line.indicator.name}
            data-unit={line.indicator.unit}
            data-scale={counting.scale}
            data-enter={mayEnter}
          >
            <RowHead plan={plan} line={line} index={index} previous={rows[index - 1]?.line}>
              <CountNames indicator={line.indicator} />
              <input
                type="hidden"
                name="row"
                value={rowText(line.indicator.id, line.indicator.decimals, packedActuals(years, seen))}
              />
            </RowHead>
            {cells.map((cell) => (
              <ActualCell key={cell.year} row={index} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ActualCell({ row, cell }: { readonly row: number; readonly cell: GridCell }): ReactNode {
  const { year, text, beside, state, isLocked, isEntered, isEarly, fault } = cell;
  const name = cellName(row, year);
  return (
    <td
      data-state={state}
      data-year={fiscalYearShort(year)}
      data-entered={isEntered || undefined}
      data-early={isEarly || undefined}
    >
      <input
        id={fault === "" ? undefined : name}
        name={name}
        defaultValue={text}
        readOnly={isLocked}
        aria-labelledby={`i${row} y${year}`}
        aria-describedby={`state-${state}`}
        aria-invalid={fault === "" ? undefined : true}
        title={fault || undefined}
      />
      {beside && <small className="grid-counted">{beside}</small>}
    </td>
  );
}

function CountNames({ indicator: { numeratorName, denominatorName } }: Pick<RegisterLine, "indicator">): ReactNode {
  if (numeratorName === "") return null;
  return (
    <span className="grid-measure">
      分子/分母：{numeratorName}/{denominatorName}
    </span>
  );
}

interface RowHeadProps {
  readonly plan: PlanWithLevels;
  readonly line: RegisterLine;
  readonly index: number;
  readonly previous: RegisterLine | undefined;
  readonly children?: ReactNode;
}

/** The indicator's name, under that of its measure where it is the first of it. */
function RowHead({ plan, line, index, previous, children }: RowHeadProps): ReactNode {
  const { indicator, measure } = line;
  return (
    <>
      <th scope="row" className="grid-name">
        {previous?.measure.id !== measure.id && <span className="grid-measure">{nodeName(measure)}</span>}
        <a id={`i${index}`} href={addressOf.indicator(plan, indicator.id)}>
          {indicator.code} {indicator.name}
        </a>
        {children}
      </th>
      <td className="grid-unit">{indicator.unit}</td>
    </>
  );
}

interface TargetTableProps extends TableProps {
  readonly lines: readonly RegisterLine[];
  readonly mayEdit: (line: RegisterLine) => boolean;
  readonly refused: RefusedTargets | undefined;
}

/** The plan's own targets beside each other: fields for those who may change them, else to be read. */
export function TargetTable({ plan, years, lines, mayEdit, refused }: TargetTableProps): ReactNode {
  return (
    <table id="targets" className="value-grid" aria-label="目標値">
      <Heads years={years} />
      <tbody>
        {lines.map((line, index) => (
          <tr
            key={line.indicator.id}
            data-code={line.indicator.code}
            data-name={line.indicator.name}
            data-unit={line.indicator.unit}
            data-decimals={line.indicator.decimals}
            data-direction={line.indicator.direction}
          >
            <RowHead plan={plan} line={line} index={index} previous={lines[index - 1]}>
              <input type="hidden" name="row" value={targetRow(line, years)} />
            </RowHead>
            {mayEdit(line) ? (
              <TargetFields {...{ line, years, index, refused }} />
            ) : (
              targetCells(line, years).map((text, column) => (
                <td key={years[column]} data-year={fiscalYearShort(years[column] ?? 0)} className="grid-target">
                  {text}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface TargetFieldsProps extends Pick<TargetTableProps, "years" | "refused"> {
  readonly line: RegisterLine;
  readonly index: number;
}

function TargetFields({ line, years, index, refused }: TargetFieldsProps): ReactNode {
  const isFaulty = refused?.refusal.indicatorId === line.indicator.id;
  return targetTexts(line, years).map((stored, column) => {
    const year = years[column] ?? 0;
    const name = cellName(index, year);
    const entered = refused?.texts.get(name) ?? stored;
    const fault = isFaulty ? (refused.refusal.fields?.[`target-${year}`] ?? "") : "";
    const state = fault !== "" ? "fault" : entered === stored ? undefined : "changed";
    return (
      <td key={year} data-year={fiscalYearShort(year)} data-state={state}>
        <input
          id={name}
          name={name}
          defaultValue={entered}
          aria-labelledby={`i${index} y${year}`}
          aria-invalid={fault === "" ? undefined : true}
          title={fault || undefined}
        />
        {entered !== stored && <small className="block px-2">今の値：{stored || "なし"}</small>}
      </td>
    );
  });
}
