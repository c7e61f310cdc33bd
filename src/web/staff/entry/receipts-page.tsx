import type { ReactNode } from "react";
import type { BatchPage, PaperSheet } from "#domain/voices/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { batchOf, crumbsOf } from "./sheet-page.tsx";

/** The receipts of a batch as slips for an A4 printer: one for each sender, to be cut and mailed back. */
export async function showReceipts(visit: Visit): Promise<Response> {
  const found = await batchOf(visit);
  const { sheets } = found;
  return page(
    <StaffPage visit={visit} title="控え（受付番号）" crumbs={crumbsOf(found)}>
      {sheets.length === 0 ? (
        <Empty title="控えはありません">
          <p>用紙を入れると、ここに1枚ずつ出ます。渡し終えた控えは、もう残っていません。</p>
        </Empty>
      ) : (
        <>
          <p className="no-print mb-4">
            ブラウザーの印刷（Ctrl＋P）で、A4に印刷できます。切り離して、回答を見たい人に送ってください。
            {found.batch.state === "taken" && "氏名は台帳に移したので、整理番号で紙と合わせてください。"}
          </p>
          <div className="print-slips grid gap-4 md:grid-cols-2">
            {sheets.map((sheet) => (
              <Slip key={sheet.id} visit={visit} found={found} sheet={sheet} />
            ))}
          </div>
        </>
      )}
    </StaffPage>,
  );
}

interface SlipProps {
  readonly visit: Visit;
  readonly found: BatchPage;
  readonly sheet: PaperSheet;
}

function Slip({ visit, found: { occasion, batch }, sheet }: SlipProps): ReactNode {
  const { name, address } = sheet.entry.sender;
  return (
    <section className="card slip" aria-label={`整理番号${sheet.position}の控え`}>
      <p>
        整理番号 {batch.title}－{sheet.position}
      </p>
      {address && <p>{address}</p>}
      {name && <p>{name} 様</p>}
      <p className="mt-2">
        「{occasion.title}」へのご意見を、{warekiDate(sheet.receivedOn)}に受け付けました。
      </p>
      <p className="mt-2">
        受付番号 <b className="receipt text-[1.25rem]">{sheet.receipt}</b>
      </p>
      <p className="mt-2">
        この番号を {visit.url.origin}/receipts
        で入れると、ご意見がどう扱われたかをご覧になれます。番号は、ほかの人に知らせないでください。
      </p>
      <p className="mt-2">{visit.ctx.municipality.name}</p>
    </section>
  );
}
