import { z } from "zod";
import {
  correspondenceColumns,
  correspondenceRows,
  evolutionLabels,
  importCorrespondence,
  lineageBoard,
  lineageKindLabels,
  planBySlug,
  readCorrespondence,
  type CorrespondenceReading,
  type CorrespondenceRow,
  type LineageBoard,
} from "#domain/plan/index.ts";
import { legibleJson } from "#kernel/legible.ts";
import type { Refusal } from "#kernel/result.ts";
import type { Cell } from "#kernel/sheet.ts";
import { onwards, page } from "#web/answer.tsx";
import { FileField, Form } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { handedIn } from "../import-parts/handed-in.ts";
import { planCrumbs } from "../plan/addresses.ts";
import { lineagePath } from "./addresses.ts";

export async function showTable(visit: Visit): Promise<Response> {
  return tablePage(visit, {});
}

/** Reads the file and shows what it would do; nothing is changed yet. */
export async function previewTable(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const file = await handedIn(form);
  if (!file.ok) return tablePage(visit, { refusal: file.refusal });
  const table = (file.value.workbook.sheets[0]?.rows ?? []).map((row) => row.map(wordsIn));
  const rows = correspondenceRows(table);
  if (!rows) return tablePage(visit, { refusal: noHeads });
  const board = await lineageBoard(ctx, await planBySlug(ctx, params["slug"] ?? ""));
  return tablePage(visit, { rows: decided(rows), board });
}

/** A row that names a measure of one side and nothing else is one that is still open: it says nothing yet. */
function decided(rows: readonly CorrespondenceRow[]): CorrespondenceRow[] {
  return rows.filter((row) => row.kind !== "" || (row.oldCode !== "" && row.newCode !== ""));
}

const rowSchema = z.object({
  line: z.number().int(),
  oldCode: z.string(),
  newCode: z.string(),
  kind: z.string(),
  evolution: z.string(),
  note: z.string(),
});

export async function applyTable(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const rows = readRows(text(form, "rows"));
  if (!rows) return tablePage(visit, { refusal: noFile });
  const result = await importCorrespondence(ctx, { planId: plan.id, rows });
  if (result.ok) return onwards(lineagePath.board(plan), "imported");
  return tablePage(visit, { rows, board: await lineageBoard(ctx, plan), refusal: result.refusal });
}

function readRows(words: string): CorrespondenceRow[] | undefined {
  try {
    return z.array(rowSchema).parse(legibleJson(words));
  } catch {
    return undefined; // a form that was tampered with
  }
}

function wordsIn(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  return cell.text;
}

const noFile: Refusal = {
  code: "noFile",
  message: "ファイルが選ばれていません。",
  remedy: "対応表のCSVかExcelのファイルを選んでください。",
  fields: { file: "ファイルを選んでください。" },
};

const noHeads: Refusal = {
  code: "noHeads",
  message: "対応表の見出しが見つかりません。",
  remedy: `「${correspondenceColumns.oldCode}」「${correspondenceColumns.kind}」「${correspondenceColumns.newCode}」の列が要ります。「対応表をExcelで保存する」で形を確かめてください。`,
};

interface TableState {
  readonly rows?: readonly CorrespondenceRow[];
  readonly board?: LineageBoard;
  readonly refusal?: Refusal;
}

async function tablePage(visit: Visit, { rows, board, refusal }: TableState): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const crumbs = [...planCrumbs(plan), { href: lineagePath.board(plan), label: "前の計画との対応" }];
  const reading = rows && board && readCorrespondence(rows, board);
  return page(
    <StaffPage visit={visit} title="対応表を取り込む" crumbs={crumbs}>
      {reading && board ? (
        <Preview rows={rows} reading={reading} board={board} />
      ) : (
        <Form action={lineagePath.table(plan)} upload refusal={refusal} className="form max-w-2xl">
          <p className="prose">
            「対応表をExcelで保存する」で作ったファイルを直し、取り込みます。番号で項目を見つけます。ファイルにない対応は、そのまま残ります。
          </p>
          <FileField
            name="file"
            label="対応表のファイル"
            accept=".csv,.xlsx,.xls,.txt"
            hint="CSV（UTF-8・Shift_JIS）または Excel"
            required
            refusal={refusal}
          />
          <p className="actions">
            <button className="button">読み込んで確かめる</button>
            <a href={lineagePath.board(plan)}>やめて戻る</a>
          </p>
        </Form>
      )}
    </StaffPage>,
    refusal || (reading && reading.faults.length > 0) ? 422 : 200,
  );
}

interface PreviewProps {
  readonly rows: readonly CorrespondenceRow[];
  readonly reading: CorrespondenceReading;
  readonly board: LineageBoard;
}

function Preview({ rows, reading, board }: PreviewProps) {
  const { added, changed, unchanged, faults } = reading;
  const names = new Map([...board.old, ...board.new].map((node) => [node.id, `${node.code} ${node.title}`.trim()]));
  const isReady = faults.length === 0 && added.length + changed.length > 0;
  return (
    <>
      <p className="mb-4 text-[1.25rem] font-bold">
        加わる対応{added.length}件、変わる対応{changed.length}件、変わらない対応{unchanged}件
      </p>
      {faults.length > 0 && (
        <Notice
          tone="bad"
          title={`直すところが${faults.length}か所あります。ファイルを直して、もう一度選んでください。`}
        >
          <ul className="mt-2 list-disc pl-6">
            {faults.map((fault) => (
              <li key={`${fault.line}-${fault.message}`}>
                {fault.line}行目：{fault.message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form action={lineagePath.application(board.plan)} className="actions my-6">
        <input type="hidden" name="rows" value={JSON.stringify(rows)} />
        {isReady && <button className="button">この内容で取り込む</button>}
        <a href={lineagePath.table(board.plan)}>ほかのファイルを選ぶ</a>
      </Form>
      {added.length + changed.length > 0 && (
        <TableFrame label="取り込む対応">
          <table className="table">
            <caption>取り込む対応</caption>
            <thead>
              <tr>
                <th scope="col">変わり方</th>
                <th scope="col">前の計画</th>
                <th scope="col">区分</th>
                <th scope="col">この計画</th>
                <th scope="col">深化</th>
                <th scope="col">説明</th>
              </tr>
            </thead>
            <tbody>
              {[...added, ...changed].map((link) => (
                <tr key={link.id}>
                  <td className="whitespace-nowrap">{added.includes(link) ? "加わる" : "変わる"}</td>
                  <td>{names.get(link.oldNodeId ?? "") ?? "−"}</td>
                  <td className="whitespace-nowrap">{lineageKindLabels[link.kind]}</td>
                  <td>{names.get(link.newNodeId ?? "") ?? "−"}</td>
                  <td>{link.evolution === null ? "" : evolutionLabels[link.evolution]}</td>
                  <td>{link.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </>
  );
}
