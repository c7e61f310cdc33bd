import type { ReactNode } from "react";
import { headerTexts } from "#domain/plan/index.ts";
import {
  chooseTable,
  columnRoleLabels,
  columnRoles,
  confirmSettings,
  type DataSet,
  type StatisticColumn,
  type StatisticImport,
  type StatisticImportCase,
} from "#domain/statistics/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { halfWidth } from "#kernel/japanese-number.ts";
import { parseFiscalYear } from "#kernel/japanese-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { cellText, columnLetters } from "#kernel/sheet.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { DataSetFields, sentWords } from "../data-set-page.tsx";
import { caseOf, elsewhere, StatisticImportFrame } from "./import-frame.tsx";

export async function showImportSettings(visit: Visit): Promise<Response> {
  const theCase = await caseOf(visit);
  return elsewhere(theCase.statisticImport, "settings") ?? settingsPage(visit, theCase);
}

function settingsPage(visit: Visit, theCase: StatisticImportCase, refusal?: Refusal): Response {
  const { statisticImport, dataSets } = theCase;
  const { id, form, settings } = statisticImport;
  const element = (
    <StatisticImportFrame visit={visit} statisticImport={statisticImport} step="settings" title="表の読み方を確かめる">
      {form === "ssdse" ? (
        <Notice tone="good" title="SSDSE-A の形式です。">
          <p>1行目の項目番号、2行目の年度、3行目の項目名を、そのまま読みます。</p>
        </Notice>
      ) : (
        <TableChoice theCase={theCase} />
      )}
      <Form action={addressOf.import(id, "settings")} refusal={refusal} className="form mt-8">
        {form === "table" && (
          <>
            <h2 className="text-[1.25rem]">それぞれの列は何ですか</h2>
            <p>
              見出しと値から推測しました。違うところだけ直してください。団体の列がない表は、本市の値として取り込みます。
            </p>
            <Columns theCase={theCase} refusal={refusal} />
            <TextField
              name="year"
              label="表全体の年度"
              hint="「年度」の列がない表だけ。例：令和2年度、R2、2020"
              value={settings.year === null ? "" : fiscalYearLabel(settings.year)}
              short
              refusal={refusal}
            />
          </>
        )}
        <Destination statisticImport={statisticImport} dataSets={dataSets} refusal={refusal} />
        <p className="actions">
          <button className="button">次へ：変わる内容の確認</button>
        </p>
      </Form>
    </StatisticImportFrame>
  );
  return page(element, refusal ? 422 : 200);
}

/** Which sheet and which row of heads; choosing anew guesses the columns anew. */
function TableChoice({ theCase: { statisticImport, tabs } }: { readonly theCase: StatisticImportCase }): ReactNode {
  const { id, settings } = statisticImport;
  return (
    <Form action={addressOf.import(id, "table")} className="flex flex-wrap items-end gap-4">
      <SelectField
        name="sheet"
        label="シート"
        options={tabs.map(({ position, name, rows }) => ({ value: String(position), label: `${name}（${rows}行）` }))}
        value={String(settings.sheet)}
      />
      <TextField name="headerRow" label="見出しの行" value={settings.header.to + 1} inputMode="numeric" short />
      <button className="button button-secondary">この表で読み直す</button>
    </Form>
  );
}

interface ColumnsProps {
  readonly theCase: StatisticImportCase;
  readonly refusal: Refusal | undefined;
}

const samples = 3;

function Columns({ theCase: { statisticImport, sheet }, refusal }: ColumnsProps): ReactNode {
  const { header, columns } = statisticImport.settings;
  const heads = headerTexts(sheet, header);
  const rows = sheet.rows.slice(header.to + 1);
  return (
    <TableFrame label="列の割り当て">
      <table className="table">
        <caption className="visually-hidden">列の割り当て</caption>
        <thead>
          <tr>
            {["列", "見出し", "値の例", "何の列か", "項目の名前", "単位", "年度"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <ColumnRow
              key={index}
              index={index}
              column={column}
              head={heads[index] ?? ""}
              sample={rows
                .map((row) => cellText(row[index]))
                .filter((each) => each !== "")
                .slice(0, samples)
                .join("／")}
              error={refusal?.fields?.[`year-${index}`]}
            />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface ColumnRowProps {
  readonly index: number;
  readonly column: StatisticColumn;
  readonly head: string;
  readonly sample: string;
  readonly error: string | undefined;
}

function ColumnRow({ index, column, head, sample, error }: ColumnRowProps): ReactNode {
  const letters = columnLetters(index);
  return (
    <tr>
      <td>{letters}</td>
      <th scope="row" className="font-normal">
        {head || "（見出しなし）"}
      </th>
      <td className="text-solid-gray-700">{sample}</td>
      <td>
        <select
          name={`role-${index}`}
          className="input !min-h-9 !w-40 !py-1"
          defaultValue={column.role}
          aria-label={`${letters}列「${head}」は何の列か`}
        >
          {columnRoles.map((role) => (
            <option key={role} value={role}>
              {columnRoleLabels[role]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          name={`name-${index}`}
          className="input !min-h-9 !w-56 !py-1"
          defaultValue={column.name}
          aria-label={`${letters}列の項目の名前`}
        />
      </td>
      <td>
        <input
          name={`unit-${index}`}
          className="input !min-h-9 !w-20 !py-1"
          defaultValue={column.unit}
          aria-label={`${letters}列の単位`}
        />
      </td>
      <td>
        {error && <p className="field-error">{error}</p>}
        <input
          name={`year-${index}`}
          className="input !min-h-9 !w-32 !py-1"
          defaultValue={column.year === null ? "" : fiscalYearLabel(column.year)}
          aria-label={`${letters}列の年度`}
        />
      </td>
    </tr>
  );
}

interface DestinationProps {
  readonly statisticImport: StatisticImport;
  readonly dataSets: readonly DataSet[];
  readonly refusal: Refusal | undefined;
}

/** Into which data set the values go: one that is there, or a new one with its source. */
function Destination({ statisticImport: { settings }, dataSets, refusal }: DestinationProps): ReactNode {
  return (
    <section aria-labelledby="destination" className="mt-10 max-w-2xl">
      <h2 id="destination" className="text-[1.25rem]">
        どの統計データに入れますか
      </h2>
      {dataSets.length > 0 && (
        <SelectField
          name="dataSetId"
          label="統計データ"
          hint="毎年届く同じ表は、同じ統計データに入れます。"
          options={dataSets.map(({ id, name }) => ({ value: id, label: name }))}
          blank="新しい統計データをつくる"
          value={settings.dataSetId ?? ""}
          refusal={refusal}
        />
      )}
      <details className="mt-4" open={settings.dataSetId === null}>
        <summary className="font-bold">新しい統計データの名前と出典</summary>
        <DataSetFields words={settings.newDataSet} refusal={refusal} />
      </details>
    </section>
  );
}

export async function chooseImportTable(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { statisticImport } = await caseOf(visit);
  const row = halfWidth(text(form, "headerRow"));
  const headerRow = /^\d{1,5}$/.test(row) && Number(row) > 0 ? Number(row) - 1 : undefined;
  await chooseTable(ctx, { id: statisticImport.id, sheet: Number(text(form, "sheet")), headerRow }); // refused only when it is over: its page shows that
  return onwards(addressOf.import(statisticImport.id, "settings"));
}

export async function saveImportSettings(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const theCase = await caseOf(visit);
  const { settings, id } = theCase.statisticImport;
  const columns = settings.columns.map((_, index): StatisticColumn => ({
    role: columnRoles.find((role) => role === text(form, `role-${index}`)) ?? "ignore",
    name: text(form, `name-${index}`),
    unit: text(form, `unit-${index}`),
    year: parseFiscalYear(text(form, `year-${index}`)) ?? null,
  }));
  const chosen = {
    columns,
    year: parseFiscalYear(text(form, "year")) ?? null,
    dataSetId: text(form, "dataSetId") || null,
    newDataSet: { code: settings.newDataSet.code, ...sentWords(form) },
  };
  const saved = await confirmSettings(ctx, { id, ...chosen });
  if (saved.ok) return onwards(addressOf.import(id, "preview"));
  const sent = { ...theCase.statisticImport, settings: { ...settings, ...chosen } };
  return settingsPage(visit, { ...theCase, statisticImport: sent }, saved.refusal);
}
