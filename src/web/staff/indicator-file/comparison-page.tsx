import type { ReactNode } from "react";
import {
  indicatorRegister,
  memoryOf,
  returnedFile,
  returnedValues,
  takeReturnedValues,
  type Move,
  type PlanWithLevels,
  type ReturnedValues,
} from "#domain/plan/index.ts";
import { readSheetFile } from "#export/sheet-reader.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "../plan/addresses.ts";
import { indicatorWordsIn, readGrounds } from "../plan/indicator-form.ts";
import { CorrectionReason, RevisionGrounds } from "../plan/value-grounds.tsx";
import { fileAddress } from "./addresses.ts";
import { conflictName, ConflictTable, IssueTable, MoveTable } from "./comparison-parts.tsx";
import { planOf } from "./upload-page.tsx";

interface Comparison {
  readonly plan: PlanWithLevels;
  readonly fileId: string;
  readonly fileName: string;
  readonly values: ReturnedValues;
}

/** The kept file, read again and compared with what is stored now. */
async function comparisonOf(visit: Visit): Promise<Comparison> {
  const { ctx, params } = visit;
  const plan = await planOf(visit);
  const fileId = params["file"] ?? "";
  const file = await returnedFile(ctx, fileId);
  const book = await readSheetFile(file);
  const memory = book.ok ? memoryOf(book.value) : undefined;
  if (!book.ok || memory?.planId !== plan.id) throw new NotFound();
  const lines = await indicatorRegister(ctx, plan);
  const thisYear = fiscalYearOf(ctx.clock.today());
  const values = returnedValues({ book: book.value, memory, lines, actor: ctx.actor, thisYear });
  return { plan, fileId, fileName: file.name, values };
}

/** What was shown, in few signs: what is taken must be what was seen. */
function sealOf({ moves }: ReturnedValues): string {
  return sha256(
    JSON.stringify(moves.map(({ sheet, row, column, stored, wanted }) => [sheet, row, column, stored, wanted])),
  );
}

export async function showComparison(visit: Visit): Promise<Response> {
  return comparisonPage(visit, await comparisonOf(visit));
}

export async function takeComparison(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const comparison = await comparisonOf(visit);
  const { plan, fileId, values } = comparison;
  if (text(form, "seal") !== sealOf(values)) return comparisonPage(visit, comparison, changedMeanwhile);
  if (values.issues.some(({ kind }) => kind === "fault")) return comparisonPage(visit, comparison, hasFaults);
  const open = values.moves.filter((move) => move.conflict && text(form, conflictName(move)) === "");
  if (open.length > 0) return comparisonPage(visit, comparison, undecided(open));
  const moves = values.moves.filter((move) => !move.conflict || text(form, conflictName(move)) === "file");
  const grounds = readGrounds(indicatorWordsIn(form));
  if (grounds.correctionReason === "" && moves.some(({ isCorrection }) => isCorrection))
    return comparisonPage(visit, comparison, needsReason);
  const result = await takeReturnedValues(ctx, { planId: plan.id, fileId, moves, grounds });
  if (!result.ok) return comparisonPage(visit, comparison, result.refusal);
  return onwards(addressOf.indicators(plan), "imported");
}

const changedMeanwhile: Refusal = {
  code: "stale",
  message: "確かめている間に、値が変わりました。何も反映していません。",
  remedy: "下の内容をもう一度確かめて、反映してください。",
};

const hasFaults: Refusal = {
  code: "faults",
  message: "直すところがあるため、何も反映していません。",
  remedy: "下の一覧のところをExcelで直し、もう一度読み込んでください。",
};

const needsReason: Refusal = {
  code: "needsReason",
  message: "確定した実績値が変わるため、訂正の理由が必要です。何も反映していません。",
  remedy: "理由を入力して、もう一度「反映する」を押してください。",
  fields: { correctionReason: "訂正の理由を入力してください。" },
};

function undecided(moves: readonly Move[]): Refusal {
  return {
    code: "undecided",
    message: `どちらの値にするかを選んでいない升目が${moves.length}か所あります。何も反映していません。`,
    remedy: "下の「ほかの人も変えた値」で、どちらにするかを選んでください。",
    fields: Object.fromEntries(
      moves.map((move) => [conflictName(move), `${move.sheet} ${move.column}${move.row}を選んでください。`]),
    ),
  };
}

function comparisonPage(visit: Visit, comparison: Comparison, refusal?: Refusal): Response {
  const { plan, fileName, values } = comparison;
  const faults = values.issues.filter(({ kind }) => kind === "fault");
  const notes = values.issues.filter(({ kind }) => kind === "note");
  return page(
    <StaffPage
      visit={visit}
      title="変わる値の確認"
      crumbs={[...planCrumbs(plan), { href: fileAddress.upload(plan), label: "指標の値をExcelで入力する" }]}
    >
      <p>
        {fileName}：{values.compared}の値を比べました。
      </p>
      {faults.length > 0 && (
        <section className="mt-6">
          <Notice tone="bad" title={`直すところが${faults.length}か所あります。`}>
            <p>
              Excelで直して、<a href={fileAddress.upload(plan)}>もう一度読み込んで</a>
              ください。1つでもあると、どの値も反映しません。
            </p>
          </Notice>
          <IssueTable label="直すところ" issues={faults} />
        </section>
      )}
      {notes.length > 0 && <IssueTable label="お知らせ" issues={notes} />}
      {values.moves.length === 0 && faults.length === 0 && (
        <div className="mt-6">
          <Notice tone="good" title="変わる値はありません。">
            ファイルの値は、書き出したときか、いまの値と同じです。
          </Notice>
        </div>
      )}
      {values.moves.length > 0 && (
        <MovesForm visit={visit} comparison={comparison} mayTake={faults.length === 0} refusal={refusal} />
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface MovesFormProps {
  readonly visit: Visit;
  readonly comparison: Comparison;
  readonly mayTake: boolean;
  readonly refusal: Refusal | undefined;
}

function MovesForm({ visit, comparison, mayTake, refusal }: MovesFormProps): ReactNode {
  const { plan, fileId, values } = comparison;
  const conflicts = values.moves.filter(({ conflict }) => conflict);
  const plain = values.moves.filter(({ conflict }) => !conflict);
  const chosen = new Map(conflicts.map((move) => [conflictName(move), text(visit.form, conflictName(move))]));
  return (
    <Form action={fileAddress.comparison(plan, fileId)} refusal={refusal} className="form mt-6">
      <input type="hidden" name="seal" value={sealOf(values)} />
      {conflicts.length > 0 && <ConflictTable moves={conflicts} chosen={chosen} />}
      {plain.length > 0 && <MoveTable moves={plain} />}
      {mayTake && (
        <>
          <Grounds form={visit.form} moves={values.moves} refusal={refusal} />
          <p className="actions">
            <button className="button">反映する</button>
            <a href={fileAddress.upload(plan)} className="button button-secondary">
              やめる
            </a>
          </p>
        </>
      )}
    </Form>
  );
}

/** What must be said with corrections of confirmed actuals, and with changes of published targets. */
function Grounds({
  form,
  moves,
  refusal,
}: {
  readonly form: FormData;
  readonly moves: readonly Move[];
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const words = indicatorWordsIn(form);
  return (
    <>
      {moves.some(({ isCorrection }) => isCorrection) && <CorrectionReason words={words} refusal={refusal} required />}
      {moves.some(({ kind }) => kind === "targets") && (
        <fieldset className="form">
          <legend className="font-bold">公表した目標値を変えるときに必要です</legend>
          <RevisionGrounds words={words} refusal={refusal} />
        </fieldset>
      )}
    </>
  );
}
