import type { ReactNode } from "react";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import {
  listStatisticImports,
  startStatisticImport,
  statisticImportFile,
  statisticImportStateLabels,
  type StatisticImport,
} from "#domain/statistics/index.ts";
import { readSheetFile, sheetLimits } from "#export/sheet-reader.ts";
import type { Refusal } from "#kernel/result.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { FileField, Form } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame, type Tone } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "../addresses.ts";

export async function showStatisticImports(visit: Visit): Promise<Response> {
  return importsPage(visit);
}

async function importsPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const imports = await listStatisticImports(visit.ctx);
  const names = await peopleNames(
    visit.ctx,
    imports.flatMap(({ startedBy }) => startedBy ?? []),
  );
  const element = (
    <StaffPage visit={visit} title="統計の取込み" crumbs={[homeCrumb]}>
      <div className="prose">
        <p>次の表を、届いたときの形のままで読みます。取り込む前に、変わる内容をすべて確かめられます。</p>
        <ul>
          <li>統計センターの SSDSE-A（市区町村別。3行の見出し。文字コードは Shift_JIS でも UTF-8 でも）</li>
          <li>総務省の「地方公共団体の主要財政指標一覧」（Excel。団体コードのない年度の様式も）</li>
          <li>市の手持ちの表（年度が縦、または横に並ぶもの）</li>
        </ul>
      </div>
      <Form action={addressOf.imports} upload refusal={refusal} className="form mt-8 max-w-2xl">
        <FileField
          name="file"
          label="取り込むファイル"
          hint={`Excel（.xlsx・.xls）または CSV。${sheetLimits.bytes / 1024 / 1024}MB・${sheetLimits.rows / 10_000}万行まで。`}
          accept=".xlsx,.xlsm,.xls,.csv,.txt"
          required
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">読み込んで次へ</button>
        </p>
      </Form>
      <h2 className="mt-12 mb-4 text-[1.25rem]">これまでの取込み</h2>
      {imports.length === 0 ? (
        <Empty title="まだ取り込んだ表はありません">
          <p>取り込むと、元のファイルと結果がここに残ります。</p>
        </Empty>
      ) : (
        <Imports imports={imports} names={names} />
      )}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

const tones: Readonly<Record<StatisticImport["state"], Tone>> = {
  open: "caution",
  applying: "caution",
  applied: "good",
  abandoned: "plain",
};

interface ImportsProps {
  readonly imports: readonly StatisticImport[];
  readonly names: ReadonlyMap<string, string>;
}

function Imports({ imports, names }: ImportsProps): ReactNode {
  return (
    <TableFrame label="これまでの取込み">
      <table className="table">
        <caption className="visually-hidden">これまでの取込み</caption>
        <thead>
          <tr>
            {["日時", "元のファイル", "取り込んだ人", "状態", "結果"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {imports.map((each) => (
            <tr key={each.id}>
              <td>{momentWords(each.startedAt)}</td>
              <td>
                <a href={addressOf.import(each.id, "file")}>{each.fileName}</a>
              </td>
              <td>{(each.startedBy && names.get(each.startedBy)) ?? "システム"}</td>
              <td>
                <Badge tone={tones[each.state]}>{statisticImportStateLabels[each.state]}</Badge>
              </td>
              <td>
                <a href={addressOf.import(each.id)}>{outcome(each)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function outcome({ state, summary }: StatisticImport): string {
  if (state === "open") return "続きから始める";
  if (state === "applying") return "進みぐあいを見る";
  return summary ? `追加${summary.added}・変更${summary.changed}` : "見る";
}

const noFile: Refusal = {
  code: "noFile",
  message: "ファイルが選ばれていません。",
  remedy: "取り込む Excel または CSV のファイルを選んでください。",
  fields: { file: "ファイルを選んでください。" },
};

/** Reads the uploaded file in a worker, keeps it, and leads to the first step. */
export async function uploadStatistics(visit: Visit): Promise<Response> {
  const file = visit.form.get("file");
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return importsPage(visit, noFile);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const workbook = await readSheetFile({ name: file.name, bytes });
  if (!workbook.ok) return importsPage(visit, { ...workbook.refusal, fields: { file: workbook.refusal.message } });
  const mediaType = file.type || "application/octet-stream";
  const started = await startStatisticImport(visit.ctx, {
    name: file.name,
    mediaType,
    bytes,
    workbook: workbook.value,
  });
  return started.ok ? onwards(addressOf.import(started.value.id)) : importsPage(visit, started.refusal);
}

export async function sendOriginal({ ctx, params }: Visit): Promise<Response> {
  const { bytes, name, mediaType } = await statisticImportFile(ctx, params["import"] ?? "");
  return download(bytes, name, mediaType);
}
