import type { ReactNode } from "react";
import {
  addStage,
  editStage,
  mayWriteFormulation,
  moveStage,
  removeStage,
  type FormulationPage,
  type Stage,
  type StageWords,
} from "#domain/formulation/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, RefusalNotice, TextArea, TextField } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { plannedWords } from "#web/ui/policy-view.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { carriedVersion, StaleComparison, type ComparedField } from "../stale-comparison.tsx";
import { addressOf, crumbsOf } from "./addresses.ts";
import { formulationOf } from "./found.ts";

const noStage: StageWords = {
  name: "",
  plannedFrom: "",
  plannedUntil: "",
  isFinal: false,
  needsConfirmation: false,
  manualItems: [],
};

/** The stages of a formulation in their order: moved here, corrected on pages of their own. */
export async function showStages(visit: Visit): Promise<Response> {
  return stagesPage(visit, await formulationOf(visit), { words: noStage });
}

interface Entered {
  readonly words: StageWords;
  readonly refusal?: Refusal | undefined;
}

function stagesPage(visit: Visit, { plan, stages }: FormulationPage, { words, refusal }: Entered): Response {
  const mayWrite = mayWriteFormulation(visit.ctx.actor);
  return page(
    <StaffPage visit={visit} title="段階の設定" crumbs={crumbsOf(plan)}>
      <p className="prose mb-6">
        段階ごとに関門を開き、決まった版を置いて確かめます。回答していない意見があるときに通せないのは、「最終案・議案」の印のある段階だけです。
      </p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {stages.length === 0 ? (
        <Empty title="段階は、まだありません">
          <p>下の欄から加えます。</p>
        </Empty>
      ) : (
        <StageTable slug={plan.slug} stages={stages} mayWrite={mayWrite} />
      )}
      {mayWrite && (
        <section className="mt-10 max-w-3xl" aria-labelledby="new-stage">
          <h2 id="new-stage" className="mb-2 text-[1.25rem]">
            段階を加える
          </h2>
          <Form action={addressOf.stages(plan.slug)}>
            <StageFields words={words} refusal={refusal} />
            <p className="actions">
              <button className="button">最後に加える</button>
            </p>
          </Form>
        </section>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface TableProps {
  readonly slug: string;
  readonly stages: readonly Stage[];
  readonly mayWrite: boolean;
}

function StageTable({ slug, stages, mayWrite }: TableProps): ReactNode {
  return (
    <TableFrame label="段階の一覧">
      <table className="table">
        <caption className="visually-hidden">段階の一覧</caption>
        <thead>
          <tr>
            {["順", "段階", "予定", "印", ...(mayWrite ? ["順番"] : [])].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => (
            <tr key={stage.id}>
              <td>{index + 1}</td>
              <th scope="row">
                {mayWrite ? <a href={addressOf.stageEdit(slug, stage.id)}>{stage.name}</a> : stage.name}
              </th>
              <td>{plannedWords(stage)}</td>
              <td>{marksOf(stage)}</td>
              {mayWrite && (
                <td>
                  <Form action={`${addressOf.stages(slug)}/order`} className="flex gap-2">
                    <input type="hidden" name="id" value={stage.id} />
                    <MoveButton by="up" label="上へ" name={stage.name} isOff={index === 0} />
                    <MoveButton by="down" label="下へ" name={stage.name} isOff={index === stages.length - 1} />
                  </Form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface MoveButtonProps {
  readonly by: string;
  readonly label: string;
  readonly name: string;
  readonly isOff: boolean;
}

function MoveButton({ by, label, name, isOff }: MoveButtonProps): ReactNode {
  return (
    <button
      className="button button-secondary button-small"
      name="by"
      value={by}
      disabled={isOff}
      aria-label={`「${name}」を${label}`}
    >
      {label}
    </button>
  );
}

function marksOf({ isFinal, needsConfirmation }: StageWords): string {
  return (
    [isFinal ? "最終案・議案" : "", needsConfirmation ? "将来都市像と目標の確認" : ""].filter(Boolean).join("、") || "−"
  );
}

function StageFields({ words, refusal }: Entered): ReactNode {
  const chosen = [words.isFinal ? "final" : "", words.needsConfirmation ? "confirmation" : ""];
  return (
    <>
      <TextField name="name" label="段階の名前" value={words.name} required refusal={refusal} />
      <div className="field-row">
        <TextField
          name="plannedFrom"
          label="予定の始まり"
          type="date"
          short
          value={words.plannedFrom}
          refusal={refusal}
        />
        <TextField
          name="plannedUntil"
          label="予定の終わり"
          type="date"
          short
          value={words.plannedUntil}
          refusal={refusal}
        />
      </div>
      <Choices
        name="marks"
        label="関門のきまり"
        kind="checkbox"
        options={[
          { value: "final", label: "最終案・議案", hint: "回答する意見がすべて決定するまで通せません。" },
          {
            value: "confirmation",
            label: "将来都市像と目標の確認が要る",
            hint: "2つの会議が同じ版で確かめるまで通せません。",
          },
        ]}
        chosen={chosen}
      />
      <TextArea
        name="manualItems"
        label="人が確かめる項目"
        hint="1行に1つ。関門を開いたときの項目になります。"
        rows={4}
        value={words.manualItems.join("\n")}
        refusal={refusal}
      />
    </>
  );
}

export async function makeStage(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  const words = stageIn(visit.form);
  const done = await addStage(visit.ctx, found.plan.id, words);
  return done.ok
    ? onwards(addressOf.stages(found.plan.slug), "created")
    : stagesPage(visit, found, { words, refusal: done.refusal });
}

export async function orderStage(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  const by = text(visit.form, "by") === "up" ? -1 : 1;
  const done = await moveStage(visit.ctx, { planId: found.plan.id, id: text(visit.form, "id"), by });
  return done.ok
    ? onwards(addressOf.stages(found.plan.slug), "moved")
    : stagesPage(visit, found, { words: noStage, refusal: done.refusal });
}

export async function showStageEdit(visit: Visit): Promise<Response> {
  const found = await formulationOf(visit);
  const stage = stageAt(visit, found);
  return stageEditPage(visit, found, { stage, words: stage });
}

function stageEditPage(
  visit: Visit,
  { plan }: FormulationPage,
  { stage, words, refusal }: Entered & { readonly stage: Stage },
): Response {
  const crumbs = [...crumbsOf(plan), { href: addressOf.stages(plan.slug), label: "段階の設定" }];
  return page(
    <StaffPage visit={visit} title={stage.name} crumbs={crumbs}>
      <StaleComparison refusal={refusal} fields={compared(stage, words)} />
      <Form action={addressOf.stageEdit(plan.slug, stage.id)} refusal={refusal}>
        <input type="hidden" name="version" value={carriedVersion(visit, stage.version, refusal)} />
        <StageFields words={words} refusal={refusal} />
        <p className="actions">
          <button className="button">保存する</button>
          <button className="button button-danger" name="act" value="remove">
            この段階を削除する
          </button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function compared(now: StageWords, mine: StageWords): ComparedField[] {
  return [
    { label: "段階の名前", now: now.name, mine: mine.name },
    { label: "予定の始まり", now: now.plannedFrom, mine: mine.plannedFrom },
    { label: "予定の終わり", now: now.plannedUntil, mine: mine.plannedUntil },
    { label: "関門のきまり", now: marksOf(now), mine: marksOf(mine) },
    { label: "人が確かめる項目", now: now.manualItems.join("\n"), mine: mine.manualItems.join("\n") },
  ];
}

export async function saveStageEdit(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const found = await formulationOf(visit);
  const stage = stageAt(visit, found);
  const seen = { planId: found.plan.id, id: stage.id, version: Number(text(form, "version")) };
  const words = stageIn(form);
  const done = text(form, "act") === "remove" ? await removeStage(ctx, seen) : await editStage(ctx, seen, words);
  return done.ok
    ? onwards(addressOf.stages(found.plan.slug), "saved")
    : stageEditPage(visit, found, { stage, words, refusal: done.refusal });
}

/** @throws NotFound where the plan has no such stage */
function stageAt({ params }: Visit, { stages }: FormulationPage): Stage {
  const stage = stages.find(({ id }) => id === params["stage"]);
  if (!stage) throw new NotFound(`stage ${params["stage"]}`);
  return stage;
}

function stageIn(form: FormData): StageWords {
  const marks = texts(form, "marks");
  return {
    name: text(form, "name"),
    plannedFrom: text(form, "plannedFrom"),
    plannedUntil: text(form, "plannedUntil"),
    isFinal: marks.includes("final"),
    needsConfirmation: marks.includes("confirmation"),
    manualItems: text(form, "manualItems")
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  };
}
