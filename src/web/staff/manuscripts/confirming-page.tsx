import type { ReactNode } from "react";
import type { Actor } from "#domain/audit/index.ts";
import {
  confirmSections,
  manuscriptOf,
  mayConfirmSections,
  mayFollow,
  sectionStateLabels,
  type ManuscriptLine,
  sectionName,
} from "#domain/documents/index.ts";
import { planBySlug, type PlanWithLevels } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, type Option } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { texts, type Visit } from "#web/visit.ts";
import { divisionOptions } from "../plan/division-options.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { stateTones } from "./state-tones.ts";
import { divisionWords } from "./words.ts";

/** The sections that this person may confirm as they stand; those on loan wait for their return. */
export function confirmableLines(lines: readonly ManuscriptLine[], actor: Actor): ManuscriptLine[] {
  return lines.filter(
    (line) => mayConfirmSections(actor, line) && mayFollow(line, "confirmed") && line.loan === undefined,
  );
}

/** Confirming many sections at once (まとめて確定する), each as it is shown here. */
export async function showConfirming(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const { plan, lines } = await manuscriptOf(ctx, (await planBySlug(ctx, params["slug"] ?? "")).id);
  const sections = confirmableLines(lines, ctx.actor);
  const divisions = await divisionOptions(ctx);
  return page(
    <StaffPage visit={visit} title="まとめて確定する" crumbs={manuscriptCrumbs(plan)} wide>
      {sections.length === 0 ? (
        <Empty title="確定できる節はありません。">
          <p>確定できるのは企画と、その節を担当する課の課長です。貸出中の節は、返却されてから確定できます。</p>
          <p className="mt-2">
            <a href={addressOf.manuscript(plan)}>原稿に戻る</a>
          </p>
        </Empty>
      ) : (
        <Sections visit={visit} list={{ plan, sections, divisions }} refusal={refusal} />
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface ConfirmableList {
  readonly plan: PlanWithLevels;
  readonly sections: readonly ManuscriptLine[];
  readonly divisions: readonly Option[];
}

interface SectionsProps {
  readonly visit: Visit;
  readonly list: ConfirmableList;
  readonly refusal: Refusal | undefined;
}

/** Those that ask for the check are marked at first; after a refusal the marks stay. */
function Sections({ visit, list, refusal }: SectionsProps): ReactNode {
  const { plan, sections } = list;
  const isMarked = (line: ManuscriptLine) =>
    refusal
      ? texts(visit.form, "section").includes(seenValue(line))
      : visit.query.get("mark") === "all" || line.state === "checking";
  return (
    <Form action={addressOf.confirming(plan)} refusal={refusal} className="">
      <p className="prose mb-4">
        印の付いた節を、いまの文章で確定します。はじめは、課長確認を求められた節に印が付いています。確定した節は、差替えにするまで書けません。
      </p>
      <TableFrame label="確定できる節">
        <table className="table">
          <caption>{sections.length}件。読む順に並んでいます。</caption>
          <thead>
            <tr>
              <th scope="col">確定</th>
              <th scope="col">章・節</th>
              <th scope="col">担当課</th>
              <th scope="col">状態</th>
            </tr>
          </thead>
          <tbody>
            {sections.map((line) => (
              <Row key={line.id} list={list} line={line} isMarked={isMarked(line)} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className="save-bar mt-4">
        <p className="actions">
          <button className="button">印を付けた節を確定する</button>
          <a href={`${addressOf.confirming(plan)}?mark=all`}>すべてに印を付ける</a>
          <a href={addressOf.manuscript(plan)}>やめて戻る</a>
        </p>
      </div>
    </Form>
  );
}

interface RowProps {
  readonly list: ConfirmableList;
  readonly line: ManuscriptLine;
  readonly isMarked: boolean;
}

function Row({ list: { plan, divisions }, line, isMarked }: RowProps): ReactNode {
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          name="section"
          value={seenValue(line)}
          className="h-6 w-6"
          defaultChecked={isMarked}
          aria-label={`「${sectionName(line)}」を確定する`}
        />
      </td>
      <th scope="row" className="min-w-60">
        <a href={addressOf.section(plan, line.id)}>{sectionName(line)}</a>
      </th>
      <td>{divisionWords(divisions, line) || "−"}</td>
      <td className="whitespace-nowrap">
        <Badge tone={stateTones[line.state]}>{sectionStateLabels[line.state]}</Badge>{" "}
        {line.isChangedSince && <Badge tone="bad">確定後に変わった</Badge>}
      </td>
    </tr>
  );
}

/** A section and the version of its texts that the person looks at. */
function seenValue({ id, textVersion }: ManuscriptLine): string {
  return `${id} ${textVersion}`;
}

export async function confirmChosen(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const seen = texts(visit.form, "section").map((value) => {
    const [sectionId = "", textVersion] = value.split(" ");
    return { sectionId, textVersion: Number(textVersion) };
  });
  const result = await confirmSections(visit.ctx, { planId: plan.id, seen });
  return result.ok ? onwards(addressOf.manuscript(plan), "confirmed") : showConfirming(visit, result.refusal);
}
