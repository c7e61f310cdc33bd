import type { ReactNode } from "react";
import {
  groupName,
  inGroupOrder,
  keepPath,
  mayManageStrategy,
  pastedRows,
  pathByCode,
  pathKindLabels,
  pathKinds,
  readPopulation,
  removePath,
  saveFigures,
  sumFaults,
  sumFaultWords,
  tableOf,
  type PathWords,
  type PopulationPath,
  type PopulationReading,
} from "#domain/strategy/index.ts";
import { cellText, columnLetters } from "#kernel/sheet.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, FileField, Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { PathTable } from "#web/ui/strategy/population-view.tsx";
import { text, type Visit } from "#web/visit.ts";
import { handedIn } from "../import-parts/handed-in.ts";
import { addressOf, homeCrumb, populationCrumb } from "./addresses.ts";
import { oneOf, yearIn } from "./entered.ts";

const newWord = "new";
const crumbs = [homeCrumb, populationCrumb];

async function pathAt({ ctx, params }: Visit): Promise<PopulationPath | undefined> {
  const code = params["code"] ?? "";
  return code === newWord ? undefined : pathByCode(ctx, code);
}

export async function showPath(visit: Visit): Promise<Response> {
  return pathPage(visit);
}

interface Refused {
  readonly words?: Refusal;
  readonly figures?: Refusal;
}

async function pathPage(visit: Visit, refused: Refused = {}): Promise<Response> {
  const path = await pathAt(visit);
  const may = mayManageStrategy(visit.ctx.actor);
  return page(
    <StaffPage visit={visit} title={path?.name ?? "推計を加える"} crumbs={crumbs}>
      {path && path.figures.length > 0 && <PathTable path={{ ...path, figures: [...path.figures] }} level="h2" />}
      {path && <SumFaults figures={path.figures} />}
      {path && may && <FiguresForm path={path} refusal={refused.figures} pasted={text(visit.form, "pasted")} />}
      {may && <WordsForm visit={visit} path={path} refusal={refused.words} />}
      {path && may && (
        <Form action={`${addressOf.path(path.code)}/removal`} className="actions mt-10">
          <button className="button button-secondary">この推計を削除する</button>
        </Form>
      )}
    </StaffPage>,
    refused.words || refused.figures ? 422 : 200,
  );
}

function SumFaults({ figures }: Pick<PopulationPath, "figures">): ReactNode {
  const faults = sumFaults(figures);
  if (faults.length === 0) return null;
  return (
    <div className="mt-4">
      <Notice tone="caution" title="年齢別の合計が合わないところがあります。">
        <ul className="list-disc pl-6">
          {faults.map((fault) => (
            <li key={`${fault.year}${fault.group}`}>{sumFaultWords(fault)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

interface FiguresFormProps {
  readonly path: PopulationPath;
  readonly pasted: string;
  readonly refusal: Refusal | undefined;
}

function FiguresForm({ path, pasted, refusal }: FiguresFormProps): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="figures">
      <h2 id="figures" className="text-[1.25rem]">
        値を取り込む
      </h2>
      <p className="prose mt-2">
        年と年齢（総数、0〜14歳、65歳以上など）が縦横に並ぶ表なら、どちら向きでも読めます。分からないところは「−」か空欄にします。保存する前に、読み取った表を確かめられます。
      </p>
      <Form action={`${addressOf.path(path.code)}/preview`} upload refusal={refusal} className="form mt-4">
        <TextArea
          name="pasted"
          label="Excelから貼り付ける"
          hint="見出しの行も含めて、表をそのまま貼り付けます。"
          rows={8}
          value={pasted}
          refusal={refusal}
        />
        <FileField
          name="file"
          label="または、ファイルを選ぶ"
          hint="Excel（.xlsx・.xls）またはCSV。はじめのシートを読みます。"
          accept=".xlsx,.xlsm,.xls,.csv,.txt"
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">読み取って確かめる</button>
        </p>
      </Form>
    </section>
  );
}

interface WordsFormProps {
  readonly visit: Visit;
  readonly path: PopulationPath | undefined;
  readonly refusal: Refusal | undefined;
}

function WordsForm({ visit: { form }, path, refusal }: WordsFormProps): ReactNode {
  const value = (name: "name" | "code" | "source" | "method") => (refusal ? text(form, name) : (path?.[name] ?? ""));
  const kind = refusal ? text(form, "kind") : (path?.kind ?? "reference");
  const isPublic = refusal ? text(form, "isPublic") === "yes" : (path?.isPublic ?? true);
  return (
    <section className="mt-10" aria-labelledby="words">
      <h2 id="words" className="text-[1.25rem]">
        推計についての説明
      </h2>
      <Form action={addressOf.path(path?.code ?? newWord)} refusal={refusal}>
        <input type="hidden" name="version" value={path?.version ?? ""} />
        <TextField name="name" label="推計の名前" value={value("name")} required refusal={refusal} />
        <Choices
          name="kind"
          label="種類"
          options={pathKinds.map((each) => ({ value: each, label: pathKindLabels[each] }))}
          chosen={[kind]}
          refusal={refusal}
        />
        <TextField name="code" label="アドレスの言葉" value={value("code")} required short refusal={refusal} />
        <TextField
          name="baseYear"
          label="基準年"
          hint="例：2020"
          value={refusal ? text(form, "baseYear") : String(path?.baseYear ?? "")}
          required
          short
          refusal={refusal}
        />
        <TextField name="source" label="出典" value={value("source")} required refusal={refusal} />
        <TextArea
          name="method"
          label="推計の方法"
          hint="例：合計特殊出生率が2040年に1.8、移動が均衡すると仮定"
          rows={3}
          value={value("method")}
          refusal={refusal}
        />
        <Choices
          name="isPublic"
          label="公開"
          kind="checkbox"
          options={[{ value: "yes", label: "総合戦略の公開に含める" }]}
          chosen={isPublic ? ["yes"] : []}
        />
        <p className="actions">
          <button className="button">{path ? "説明を保存する" : "推計を加える"}</button>
        </p>
      </Form>
    </section>
  );
}

export async function savePath(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const path = await pathAt(visit);
  const words: PathWords = {
    code: text(form, "code"),
    name: text(form, "name"),
    kind: oneOf(pathKinds, text(form, "kind")) ?? "reference",
    baseYear: yearIn(form, "baseYear"),
    source: text(form, "source"),
    method: text(form, "method"),
    isPublic: text(form, "isPublic") === "yes",
  };
  const kept = await keepPath(ctx, words, path && { id: path.id, version: Number(text(form, "version")) });
  if (!kept.ok) return pathPage(visit, { words: kept.refusal });
  return onwards(addressOf.path(kept.value.code), path ? "saved" : "created");
}

export async function takePathAway(visit: Visit): Promise<Response> {
  const path = await pathByCode(visit.ctx, visit.params["code"] ?? "");
  const removed = await removePath(visit.ctx, path.id);
  return removed.ok ? onwards(addressOf.population, "saved") : pathPage(visit, { words: removed.refusal });
}

const nothingGiven: Refusal = {
  code: "nothingGiven",
  message: "表が貼り付けられていません。",
  remedy: "表を貼り付けるか、ファイルを選んでください。",
  fields: { pasted: "表を貼り付けるか、ファイルを選んでください。" },
};

/** The rows that were pasted, or those of the first sheet of a file. */
async function rowsIn(form: FormData): Promise<Result<string[][]>> {
  const pasted = text(form, "pasted");
  if (pasted !== "") return accept(pastedRows(pasted));
  const file = await handedIn(form);
  if (!file.ok) return file.refusal.code === "noFile" ? refuse(nothingGiven) : file;
  return accept((file.value.workbook.sheets[0]?.rows ?? []).map((row) => row.map(cellText)));
}

/** What was read, to be looked at before it takes the place of what stands. */
export async function previewFigures(visit: Visit): Promise<Response> {
  const path = await pathByCode(visit.ctx, visit.params["code"] ?? "");
  const rows = await rowsIn(visit.form);
  if (!rows.ok) return pathPage(visit, { figures: rows.refusal });
  const reading = readPopulation(rows.value);
  return page(
    <StaffPage
      visit={visit}
      title="読み取った値を確かめる"
      crumbs={[...crumbs, { href: addressOf.path(path.code), label: path.name }]}
    >
      <Reading path={path} reading={reading} />
    </StaffPage>,
    reading.faults.length > 0 || reading.figures.length === 0 ? 422 : 200,
  );
}

function Reading({ path, reading }: { readonly path: PopulationPath; readonly reading: PopulationReading }): ReactNode {
  const { figures, faults, unknownCells } = reading;
  const groups = inGroupOrder(figures.map(({ group }) => group));
  const canSave = faults.length === 0 && figures.length > 0;
  return (
    <>
      {!canSave && (
        <Notice tone="bad" title="読み取れないところがあります。まだ何も保存していません。">
          <ul className="list-disc pl-6">
            {faults.map((fault) => (
              <li key={`${fault.row} ${fault.column}`}>
                {fault.row}行目{columnLetters(fault.column - 1)}列{fault.text !== "" && `「${fault.text}」`}：
                {fault.message}
              </li>
            ))}
            {faults.length === 0 && <li>人数が1つも見つかりませんでした。</li>}
          </ul>
        </Notice>
      )}
      <p className="mt-4">
        {groups.map(groupName).join("、")}の値を{figures.length}個読み取りました。「−」は{unknownCells}個です。
      </p>
      <SumFaults figures={figures} />
      {figures.length > 0 && <PathTable path={{ ...path, figures: [...figures] }} level="h2" />}
      <Form action={`${addressOf.path(path.code)}/figures`} className="actions mt-6">
        <input type="hidden" name="version" value={path.version} />
        <input
          type="hidden"
          name="table"
          value={tableOf(figures, groups)
            .map((row) => row.join("\t"))
            .join("\n")}
        />
        {canSave && <button className="button">この値に置き換える</button>}
        <a className="button button-quiet" href={addressOf.path(path.code)}>
          やり直す
        </a>
      </Form>
    </>
  );
}

export async function replaceFigures(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const path = await pathByCode(ctx, visit.params["code"] ?? "");
  const { figures } = readPopulation(pastedRows(text(form, "table")));
  const saved = await saveFigures(ctx, { id: path.id, version: Number(text(form, "version")), figures });
  return saved.ok ? onwards(addressOf.path(path.code), "saved") : pathPage(visit, { figures: saved.refusal });
}
