import type { ReactNode } from "react";
import {
  decideUnknown,
  previewFault,
  requestStatisticImport,
  statisticPreview,
  type StatisticImport,
  type StatisticPreview,
} from "#domain/statistics/index.ts";
import { csvText } from "#export/csv.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Choices, Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { valueText } from "#web/ui/statistics/words.ts";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { caseOf, elsewhere, StatisticImportFrame } from "./import-frame.tsx";

export async function showImportPreview(visit: Visit): Promise<Response> {
  return previewPage(visit);
}

async function previewPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const theCase = await caseOf(visit);
  const { statisticImport } = theCase;
  const away = elsewhere(statisticImport, "preview");
  if (away) return away;
  const preview = await statisticPreview(visit.ctx, theCase);
  const said = refusal ?? statisticImport.refusal ?? undefined;
  const element = (
    <StatisticImportFrame visit={visit} statisticImport={statisticImport} step="preview" title="変わる内容を確かめる">
      {said && <RefusalNotice refusal={said} />}
      <Outline preview={preview} />
      <Errors preview={preview} statisticImport={statisticImport} />
      <Unknown preview={preview} statisticImport={statisticImport} />
      <Changes preview={preview} />
      <Apply preview={preview} statisticImport={statisticImport} />
    </StatisticImportFrame>
  );
  return page(element, refusal ? 422 : 200);
}

function Outline({ preview: { reading, difference } }: { readonly preview: StatisticPreview }): ReactNode {
  const municipalities = new Set(reading.values.map(({ code }) => code)).size;
  const years = [...new Set(reading.values.map(({ year }) => year))].sort((a, b) => a - b);
  const absent = reading.values.filter(({ value }) => value === null).length;
  const [first, last] = [years[0], years.at(-1)];
  const span =
    first === undefined || last === undefined
      ? ""
      : first === last
        ? fiscalYearLabel(first)
        : `${fiscalYearLabel(first)}〜${fiscalYearLabel(last)}`;
  const facts = [
    ["読めた値", `${reading.values.length}（うち「－」など、数字のないもの ${absent}）`],
    ["団体", `${municipalities}`],
    ["年度", span],
    [
      "項目",
      `${reading.items.length}（うち新しいもの ${difference.items.filter(({ standing }) => !standing).length}）`,
    ],
    ["読み飛ばした行", `${reading.skippedRows}（平均・合計・注）`],
  ] as const;
  return (
    <dl className="card grid max-w-3xl gap-2">
      {facts.map(([name, value]) => (
        <div key={name} className="grid gap-x-4 sm:grid-cols-[9em_1fr]">
          <dt className="text-solid-gray-700">{name}</dt>
          <dd className="m-0">{value}</dd>
        </div>
      ))}
      {reading.discovered.length > 0 && (
        <p className="m-0">
          新しく登録する団体：
          {reading.discovered.map(({ prefecture, name, code }) => `${prefecture}${name}（${code}）`).join("、")}
        </p>
      )}
    </dl>
  );
}

const shownErrors = 100;

function Errors({ preview: { reading }, statisticImport }: PartProps): ReactNode {
  const { errors } = reading;
  if (errors.length === 0) return null;
  return (
    <section aria-labelledby="errors" className="mt-8">
      <h2 id="errors" className="mb-3 text-[1.25rem]">
        直すところ（{errors.length}か所）
      </h2>
      <p className="mb-3">
        表を直して、もう一度ファイルを読み込んでください。一部だけを取り込むことはありません。
        <a href={addressOf.import(statisticImport.id, "errors.csv")}>一覧をCSVで保存する</a>
      </p>
      <TableFrame label="直すところ">
        <table className="table">
          <caption className="visually-hidden">直すところ</caption>
          <thead>
            <tr>
              {["行", "列", "値", "何がおかしいか", "どう直すか"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, shownErrors).map((error, index) => (
              <tr key={index}>
                <td className="number">{error.row}</td>
                <td>{error.column}</td>
                <td>{error.value}</td>
                <td>{error.message}</td>
                <td>{error.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {errors.length > shownErrors && <p className="mt-2">初めの{shownErrors}か所です。</p>}
    </section>
  );
}

interface PartProps {
  readonly preview: StatisticPreview;
  readonly statisticImport: StatisticImport;
}

/** Municipalities that nobody knows hold the import up, until a person says that their rows stay out. */
function Unknown({ preview: { reading }, statisticImport }: PartProps): ReactNode {
  if (reading.unknown.length === 0) return null;
  const { skipsUnknown } = statisticImport.settings;
  return (
    <section aria-labelledby="unknown" className="mt-8 max-w-3xl">
      <h2 id="unknown" className="mb-3 text-[1.25rem]">
        わからない団体（{reading.unknown.length}）
      </h2>
      <p>団体コードがなく、都道府県と名前からも見つからない団体です。合併してなくなった市町村のこともあります。</p>
      <details className="my-3" open={reading.unknown.length <= 20}>
        <summary className="font-bold">団体の一覧</summary>
        <p className="mt-2">{reading.unknown.map(({ name, rows }) => `${name}（${rows}行）`).join("、")}</p>
      </details>
      <Form action={addressOf.import(statisticImport.id, "preview")} className="">
        <Choices
          name="unknown"
          label="この団体の行をどうしますか"
          options={[
            { value: "stop", label: "取り込まずに、表を直す" },
            { value: "skip", label: "わからない団体の行を除いて取り込む" },
          ]}
          chosen={[skipsUnknown ? "skip" : "stop"]}
        />
        <button className="button button-secondary">この答えにする</button>
      </Form>
    </section>
  );
}

const shownChanges = 200;

/** What is replaced, old beside new; what is added is only counted. */
function Changes({ preview: { difference, directory } }: { readonly preview: StatisticPreview }): ReactNode {
  const { added, changed, unchanged } = difference;
  const nameOf = (code: string) => {
    const found = directory.byCode(code);
    return found ? `${found.prefecture} ${found.name}` : code;
  };
  return (
    <section aria-labelledby="changes" className="mt-8">
      <h2 id="changes" className="mb-3 text-[1.25rem]">
        変わる内容
      </h2>
      <p className="mb-3">
        新しく入る値 <b>{added.length}</b>、変わる値 <b>{changed.length}</b>、変わらない値 {unchanged}
        。表にない値は、そのまま残ります。
      </p>
      {changed.length > 0 && (
        <TableFrame label="変わる値">
          <table className="table">
            <caption className="visually-hidden">変わる値</caption>
            <thead>
              <tr>
                {["項目", "団体", "年度", "いまの値", "取り込んだ後"].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changed.slice(0, shownChanges).map(({ itemName, decimals, from, to }) => (
                <tr key={`${itemName}${to.code}${to.year}`}>
                  <th scope="row">{itemName}</th>
                  <td>{nameOf(to.code)}</td>
                  <td>{fiscalYearLabel(to.year)}</td>
                  <td>
                    <del className="change-removed">{valueText(from, decimals)}</del>
                  </td>
                  <td>
                    <ins className="change-added">{valueText(to, decimals)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {changed.length > shownChanges && <p className="mt-2">初めの{shownChanges}件です。</p>}
    </section>
  );
}

function Apply({ preview, statisticImport }: PartProps): ReactNode {
  const fault = previewFault(preview, statisticImport);
  const { added, changed, fingerprint } = preview.difference;
  if (fault)
    return (
      <div className="mt-8">
        <Notice tone="caution" title={fault.message}>
          <p>{fault.remedy}</p>
        </Notice>
      </div>
    );
  if (added.length + changed.length === 0)
    return (
      <div className="mt-8">
        <Notice tone="good" title="変わるところはありません。">
          <p>この表の値は、すべて取り込み済みです。</p>
        </Notice>
      </div>
    );
  return (
    <Form action={addressOf.import(statisticImport.id, "application")} className="actions mt-8">
      <input type="hidden" name="fingerprint" value={fingerprint} />
      <button className="button">この内容で取り込む</button>
    </Form>
  );
}

export async function answerUnknown(visit: Visit): Promise<Response> {
  const { statisticImport } = await caseOf(visit);
  const { id } = statisticImport;
  const decided = await decideUnknown(visit.ctx, { id, skips: text(visit.form, "unknown") === "skip" });
  return decided.ok ? onwards(addressOf.import(id, "preview")) : previewPage(visit, decided.refusal);
}

export async function applyImport(visit: Visit): Promise<Response> {
  const { statisticImport } = await caseOf(visit);
  const { id } = statisticImport;
  const asked = await requestStatisticImport(visit.ctx, { id, fingerprint: text(visit.form, "fingerprint") });
  return asked.ok ? onwards(addressOf.import(id, "progress")) : previewPage(visit, asked.refusal);
}

/** The errors as a table that the office can work through. */
export async function saveImportErrors(visit: Visit): Promise<Response> {
  const { reading } = await statisticPreview(visit.ctx, await caseOf(visit));
  const rows = reading.errors.map(({ row, column, value, message, remedy }) => [row, column, value, message, remedy]);
  const table = csvText([["行", "列", "値", "何がおかしいか", "どう直すか"], ...rows]);
  return download(table, "統計の取込みで直すところ.csv", "text/csv; charset=utf-8");
}
