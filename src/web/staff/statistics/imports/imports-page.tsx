import { peopleNames } from "#domain/identity/index.ts";
import {
  listStatisticImports,
  startStatisticImport,
  statisticImportFile,
  statisticImportStateLabels,
  type StatisticImport,
} from "#domain/statistics/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import type { Tone } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { handedIn } from "../../import-parts/handed-in.ts";
import { ImportList } from "../../import-parts/import-list.tsx";
import { TableField } from "../../import-parts/table-field.tsx";
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
        <TableField label="取り込むファイル" refusal={refusal} />
        <p className="actions">
          <button className="button">読み込んで次へ</button>
        </p>
      </Form>
      <ImportList
        rows={imports.map((each) => ({
          id: each.id,
          startedAt: each.startedAt,
          by: names.get(each.startedBy ?? "") ?? "システム",
          original: <a href={addressOf.import(each.id, "file")}>{each.fileName}</a>,
          tone: tones[each.state],
          state: statisticImportStateLabels[each.state],
          outcome: <a href={addressOf.import(each.id)}>{outcome(each)}</a>,
        }))}
      />
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

function outcome({ state, summary }: StatisticImport): string {
  if (state === "open") return "続きから始める";
  if (state === "applying") return "進みぐあいを見る";
  return summary ? `追加${summary.added}・変更${summary.changed}` : "見る";
}

/** Reads the uploaded file in a worker, keeps it, and leads to the first step. */
export async function uploadStatistics(visit: Visit): Promise<Response> {
  const file = await handedIn(visit.form);
  if (!file.ok) return importsPage(visit, file.refusal);
  const started = await startStatisticImport(visit.ctx, file.value);
  return started.ok ? onwards(addressOf.import(started.value.id)) : importsPage(visit, started.refusal);
}

export async function sendOriginal({ ctx, params }: Visit): Promise<Response> {
  const { bytes, name, mediaType } = await statisticImportFile(ctx, params["import"] ?? "");
  return download(bytes, name, mediaType);
}
