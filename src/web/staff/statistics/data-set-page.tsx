import type { ReactNode } from "react";
import {
  choosePublicItems,
  dataSetPage,
  editDataSet,
  mayManageStatistics,
  type DataSet,
  type DataSetWords,
  type ItemOverview,
} from "#domain/statistics/index.ts";
import { holdsAll, wordsOf } from "#kernel/folding.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { ListFilter } from "#web/ui/list-filter.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { valueText } from "#web/ui/statistics/words.ts";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";

export async function showDataSet(visit: Visit): Promise<Response> {
  return answer(visit);
}

async function answer(visit: Visit, refused?: { readonly refusal: Refusal; readonly words?: DataSetWords }) {
  const { dataSet, items } = await dataSetPage(visit.ctx, visit.params["set"] ?? "");
  const shown = chosenItems(items, visit.query);
  const mayManage = mayManageStatistics(visit.ctx.actor);
  const element = (
    <StaffPage visit={visit} title={dataSet.name} crumbs={[homeCrumb]}>
      <Source dataSet={dataSet} />
      <ListFilter
        action={addressOf.dataSet(dataSet.code)}
        query={visit.query}
        label="項目をしぼる"
        orders={orders}
        unit="項目"
        total={items.length}
        shown={shown.length}
      />
      {shown.length === 0 ? (
        <Empty title="この言葉を含む項目はありません" />
      ) : (
        <Items
          dataSet={dataSet}
          items={shown}
          mayManage={mayManage}
          isWhole={shown.length === items.length}
          query={visit.query}
        />
      )}
      {mayManage && <WordsForm dataSet={{ ...dataSet, ...refused?.words }} refusal={refused?.refusal} />}
    </StaffPage>
  );
  return page(element, refused ? 422 : 200);
}

const orders = { position: "もとの順", name: "名前の順", year: "年度の新しい順" } as const;

/** The items that the words of the address ask for, in the order it asks for. */
function chosenItems(items: readonly ItemOverview[], query: URLSearchParams): readonly ItemOverview[] {
  const wanted = wordsOf(query.get("q") ?? "");
  const found = items.filter(({ name, code }) => holdsAll(`${code} ${name}`, wanted));
  const order = query.get("sort");
  if (order === "name") return found.toSorted((a, b) => a.name.localeCompare(b.name, "ja"));
  if (order === "year") return found.toSorted((a, b) => (b.extent?.lastYear ?? 0) - (a.extent?.lastYear ?? 0));
  return found;
}

function Source({ dataSet }: { readonly dataSet: DataSet }): ReactNode {
  const facts = [
    ["出典", dataSet.source],
    ["出典のある場所", dataSet.sourceAddress],
    ["利用条件", dataSet.licence],
    ["説明", dataSet.note],
  ] as const;
  return (
    <dl className="card mb-8 grid max-w-3xl gap-2">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name} className="grid gap-x-4 sm:grid-cols-[9em_1fr]">
            <dt className="text-solid-gray-700">{name}</dt>
            <dd className="m-0">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

interface ItemsProps {
  readonly dataSet: DataSet;
  readonly items: readonly ItemOverview[];
  readonly mayManage: boolean;
  /** Whether no item is hidden by the filter: only then can the marks be saved. */
  readonly isWhole: boolean;
  readonly query: URLSearchParams;
}

function Items({ dataSet, items, mayManage, isWhole, query }: ItemsProps): ReactNode {
  const mayMark = mayManage && isWhole;
  const isAll = query.get("mark") === "all";
  const table = (
    <TableFrame label={`${dataSet.name}の項目`}>
      <table className="table">
        <caption className="visually-hidden">{dataSet.name}の項目</caption>
        <thead>
          <tr>
            <th scope="col">公開</th>
            <th scope="col">番号</th>
            <th scope="col">項目</th>
            <th scope="col">いちばん新しい年度</th>
            <th scope="col" className="number">
              本市の値
            </th>
            <th scope="col">単位</th>
            <th scope="col" className="number">
              団体の数
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                {mayMark ? (
                  <input
                    type="checkbox"
                    name="item"
                    value={item.id}
                    className="h-6 w-6"
                    defaultChecked={isAll || item.isPublic}
                    aria-label={`「${item.name}」を公開する`}
                  />
                ) : (
                  item.isPublic && "公開"
                )}
              </td>
              <td className="whitespace-nowrap">{item.code}</td>
              <th scope="row">
                <a href={addressOf.item(item.code)}>{item.name}</a>
              </th>
              <td className="whitespace-nowrap">{item.extent ? fiscalYearLabel(item.extent.lastYear) : ""}</td>
              <td className="number">{valueText(item.own, item.decimals)}</td>
              <td>{item.unit}</td>
              <td className="number">{item.extent?.municipalities ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
  if (!mayMark) return table;
  return (
    <Form action={`${addressOf.dataSet(dataSet.code)}/public-items`} className="">
      {table}
      <p className="actions mt-4">
        <button className="button">公開する項目を保存する</button>
        <a href={`${addressOf.dataSet(dataSet.code)}?mark=all`}>すべてに印を付ける</a>
      </p>
      <p className="mt-2 text-solid-gray-700">印を付けた項目が、次に「統計」を公開するときに市民のページに出ます。</p>
    </Form>
  );
}

function WordsForm({
  dataSet,
  refusal,
}: {
  readonly dataSet: DataSet;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <section aria-labelledby="words" className="mt-12">
      <h2 id="words" className="text-[1.25rem]">
        名前と出典
      </h2>
      <Form action={addressOf.dataSet(dataSet.code)} refusal={refusal} className="form max-w-2xl">
        <input type="hidden" name="version" value={dataSet.version} />
        <DataSetFields words={dataSet} refusal={refusal} />
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </section>
  );
}

/** The fields of a data set's words, here and where an import makes a new one. */
export function DataSetFields({
  words,
  refusal,
}: {
  readonly words: DataSetWords;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <>
      <TextField name="name" label="データの名前" value={words.name} required refusal={refusal} />
      <TextField
        name="source"
        label="出典"
        hint="作った機関と資料の名前。市民のページでも、値のそばに出ます。"
        value={words.source}
        required
        refusal={refusal}
      />
      <TextField
        name="sourceAddress"
        label="出典のある場所"
        hint="例：総務省のウェブサイト「地方財政状況調査関係資料」"
        value={words.sourceAddress}
        refusal={refusal}
      />
      <TextField name="licence" label="利用条件" hint="例：CC BY 4.0" value={words.licence} refusal={refusal} />
      <TextArea name="note" label="説明" rows={3} value={words.note} refusal={refusal} />
    </>
  );
}

/** The words of a data set as a form sent them. */
export function sentWords(form: FormData): DataSetWords {
  return {
    name: text(form, "name"),
    source: text(form, "source"),
    sourceAddress: text(form, "sourceAddress"),
    licence: text(form, "licence"),
    note: text(form, "note"),
  };
}

export async function saveDataSetWords(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const { dataSet } = await dataSetPage(ctx, params["set"] ?? "");
  const words = sentWords(form);
  const saved = await editDataSet(ctx, { id: dataSet.id, version: Number(text(form, "version")), ...words });
  return saved.ok
    ? onwards(addressOf.dataSet(dataSet.code), "saved")
    : answer(visit, { refusal: saved.refusal, words });
}

export async function savePublicChoice(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const { dataSet } = await dataSetPage(ctx, params["set"] ?? "");
  const saved = await choosePublicItems(ctx, { dataSetId: dataSet.id, itemIds: texts(form, "item") });
  return saved.ok ? onwards(addressOf.dataSet(dataSet.code), "saved") : answer(visit, { refusal: saved.refusal });
}
