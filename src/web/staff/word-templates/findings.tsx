import type { ReactNode } from "react";
import type { TemplateReport } from "#domain/plan/index.ts";
import { Notice, TableFrame } from "#web/ui/parts.tsx";

/** What was found in a template: words and their places, what nobody knows, whose look rules, what to settle. */
export function TemplateFindings({ report }: { readonly report: TemplateReport }): ReactNode {
  const { unknown, notes, hasCover, hasContents } = report;
  return (
    <section aria-labelledby="findings" className="mt-10">
      <h2 id="findings" className="mb-4">
        中を確かめた結果
      </h2>
      {unknown.length > 0 && (
        <Notice title={`知らない言葉が${unknown.length}か所にあります`} tone="caution">
          <p>置き換わらず、そのまま印刷されます。書き間違いなら、ひな形を直して登録し直してください。</p>
          <ul>
            {unknown.map(({ name, place }, index) => (
              <li key={index}>
                {`{{${name}}}`}　{place}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {notes.length > 0 && (
        <div className="mt-4">
          <Notice title="知っておくこと">
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Words report={report} />
      <h3 className="mt-8 mb-2">表紙・目次・書式</h3>
      <ul className="prose">
        <li>
          {hasCover
            ? "表紙は、ひな形のものです（{{本文}}の前に{{計画名}}があるため）。"
            : "表紙は、標準のものが{{本文}}の始めに入ります。"}
        </li>
        <li>{hasContents ? "目次は、ひな形のものです。" : "目次は、計画書のものが入ります。"}</li>
      </ul>
      <Styles report={report} />
    </section>
  );
}

function Words({ report }: { readonly report: TemplateReport }): ReactNode {
  return (
    <>
      <h3 className="mt-8 mb-2">見つかった言葉</h3>
      <TableFrame label="見つかった言葉">
        <table className="table">
          <caption className="visually-hidden">見つかった言葉</caption>
          <thead>
            <tr>
              <th scope="col">言葉</th>
              <th scope="col">あった所</th>
            </tr>
          </thead>
          <tbody>
            {report.words.map(({ name, places }) => (
              <tr key={name}>
                <th scope="row" className="whitespace-nowrap">{`{{${name}}}`}</th>
                <td>{places.length === 0 ? "ありません" : places.join("、")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}

function Styles({ report }: { readonly report: TemplateReport }): ReactNode {
  const known = report.styles.filter(({ as }) => as !== null);
  const lacking = report.styles.filter(({ as }) => as === null);
  const words = known.map(({ label, as }) => (as === label ? label : `${label}（${as}）`));
  return (
    <dl className="mt-4">
      <dt className="font-bold">ひな形の書式を使うもの</dt>
      <dd>{known.length === 0 ? "ありません" : words.join("、")}</dd>
      <dt className="mt-3 font-bold">標準の書式を使うもの</dt>
      <dd>{lacking.length === 0 ? "ありません" : lacking.map(({ label }) => label).join("、")}</dd>
    </dl>
  );
}
