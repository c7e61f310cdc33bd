import { abandonVoiceImport, reopenVoiceImport, voiceImportOrigins, voiceImportStageOf } from "#domain/voices/index.ts";
import { csvText } from "#export/csv.ts";
import { NotFound } from "#kernel/result.ts";
import { jobById } from "#platform/jobs/index.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Empty, Notice } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { Progress, Stopped } from "../../import-parts/progress.tsx";
import { addressOf, deskOf } from "../addresses.ts";
import { caseOf, elsewhere, VoiceImportFrame } from "./import-frame.tsx";

/** Where the import stands. */
export async function showImport(visit: Visit): Promise<Response> {
  const { voiceImport } = await caseOf(visit);
  return onwards(addressOf.import(voiceImport.id, voiceImportStageOf(voiceImport)));
}

/** How far the job is; the page renews itself until it is over. */
export async function showProgress(visit: Visit): Promise<Response> {
  const theCase = await caseOf(visit);
  const { id, jobId } = theCase.voiceImport;
  const away = elsewhere(theCase.voiceImport, "progress");
  if (away) return away;
  const job = jobId === null ? undefined : await jobById(visit.ctx, visit.ctx.municipality.code, jobId);
  if (!job) throw new NotFound(`job of import ${id}`);
  const isOver = job.state === "failed" || job.state === "cancelled";
  return page(
    <VoiceImportFrame
      visit={visit}
      theCase={theCase}
      step="progress"
      title="取り込んでいます"
      {...(!isOver && { refreshSeconds: 2 })}
    >
      {isOver ? (
        <Stopped job={job} unchanged="台帳には何も入っていません。" reopening={addressOf.import(id, "reopening")} />
      ) : (
        <Progress job={job} />
      )}
    </VoiceImportFrame>,
  );
}

export async function showResult(visit: Visit): Promise<Response> {
  const theCase = await caseOf(visit);
  const { voiceImport, occasion } = theCase;
  const away = elsewhere(voiceImport, "result");
  if (away) return away;
  const { id, summary } = voiceImport;
  return page(
    <VoiceImportFrame visit={visit} theCase={theCase} step="result" title="取込みの結果">
      {summary === null ? (
        <Empty title="この取込みは取りやめました">
          <p>
            <a href={addressOf.occasion(occasion.id)}>{occasion.title}の入力へ戻る</a>
          </p>
        </Empty>
      ) : (
        <>
          <Notice title={`意見${summary.voices}件を台帳に取り込みました`} tone="good">
            <p>
              一つの論点にしたもの{summary.points}件、取り込まなかったもの{summary.leftOut}か所、新しく登録した地区
              {summary.districts}。
            </p>
          </Notice>
          <p className="actions mt-6">
            <a className="button" href={deskOf(occasion.id)}>
              意見を仕分ける
            </a>
            <a className="button button-secondary" href={addressOf.occasion(occasion.id)}>
              {occasion.title}の入力へ戻る
            </a>
            <a href={addressOf.import(id, "numbers.csv")}>表の行と意見の番号の対応をCSVで保存する</a>
          </p>
        </>
      )}
    </VoiceImportFrame>,
  );
}

/** Which number each row of the file has in the ledger. */
export async function saveNumbers({ ctx, params }: Visit): Promise<Response> {
  const origins = await voiceImportOrigins(ctx, params["import"] ?? "");
  const rows = origins.map((origin) => [origin.file_row, origin.file_column, origin.own_number, origin.number]);
  const table = csvText([["表の行", "表の列", "表の中の番号", "意見の番号"], ...rows]);
  return download(table, "表の行と意見の番号.csv", "text/csv; charset=utf-8");
}

export async function postAbandonment(visit: Visit): Promise<Response> {
  const { voiceImport, occasion } = await caseOf(visit);
  await abandonVoiceImport(visit.ctx, voiceImport.id); // refused only when it is over already: the list shows that
  return onwards(addressOf.occasion(occasion.id), "cancelled");
}

export async function postReopening(visit: Visit): Promise<Response> {
  const { voiceImport } = await caseOf(visit);
  await reopenVoiceImport(visit.ctx, voiceImport.id); // refused only when the work goes on or is done: its page shows that
  return onwards(addressOf.import(voiceImport.id));
}
