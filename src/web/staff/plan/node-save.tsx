import type { ReactNode } from "react";
import { peopleNames } from "#domain/identity/index.ts";
import {
  divergences,
  editNode,
  mayEditHeading,
  nodeContentAt,
  tidied,
  type Divergence,
  type NodeContent,
  type NodePage,
  type NodeRefusal,
  type StoredNode,
} from "#domain/plan/index.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, type Option } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, nodeName, planCrumbs } from "./addresses.ts";
import { divisionOptions } from "./division-options.ts";
import { nodeInForm } from "./node-form.ts";
import { nodeAnswer, nodeOf } from "./node-page.tsx";
import { partLabels } from "./part-labels.ts";
import { jsonOfPart, wordsOfPart } from "./part-words.ts";

/** Saves the page of a node; a save on an old version is answered with both texts side by side. */
export async function saveNode(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const found = await nodeOf(visit);
  const version = Number(text(form, "version"));
  const { content, faults, typed } = nodeInForm(form, (await nodeContentAt(ctx, found.node.id, version)) ?? found.node);
  const kept = tidied(mayEditHeading(ctx.actor) ? content : { ...content, ...headingOf(found.node) });
  const [fault] = Object.values(faults);
  if (fault)
    return nodeAnswer(visit, found, {
      content: kept,
      typed,
      refusal: { code: "invalid", message: fault, fields: faults },
    });
  const result = await editNode(ctx, { ...kept, id: found.node.id, version });
  if (result.ok) return onwards(addressOf.node(found.plan, found.node.id), "saved");
  if (result.refusal.current)
    return comparison(visit, found, { mine: kept, refusal: result.refusal, current: result.refusal.current, version });
  return nodeAnswer(visit, found, { content: kept, refusal: result.refusal });
}

/** What stands above the texts, as it is now: someone who may not change it agrees with it. */
function headingOf({ title, keyword, code, divisionId, relatedDivisionIds, isPriority }: StoredNode) {
  return { title, keyword, code, divisionId, relatedDivisionIds, isPriority };
}

interface Comparing {
  readonly mine: NodeContent;
  readonly current: StoredNode;
  readonly refusal: NodeRefusal;
  /** The version that the person began from. */
  readonly version: number;
}

async function comparison(
  visit: Visit,
  found: NodePage,
  { mine, current, refusal, version }: Comparing,
): Promise<Response> {
  const { ctx } = visit;
  const { plan, node, lastSave } = found;
  const base = (await nodeContentAt(ctx, node.id, version)) ?? current;
  const parts = divergences({ base, mine, theirs: current });
  if (parts.length === 0) return onwards(addressOf.node(plan, node.id), "saved");
  const names = await peopleNames(ctx, lastSave?.savedBy ? [lastSave.savedBy] : []);
  const other = names.get(lastSave?.savedBy ?? "") ?? "ほかの人";
  const divisions = await divisionOptions(ctx);
  return page(
    <StaffPage
      visit={visit}
      title={`${nodeName(node)}：2つの保存を見くらべる`}
      crumbs={planCrumbs(plan, found.above)}
      wide
    >
      <Form action={addressOf.node(plan, node.id)} refusal={refusal}>
        <input type="hidden" name="version" value={current.version} />
        {parts.map((part) => (
          <PartChoice
            key={part.part}
            divergence={part}
            mine={mine}
            theirs={current}
            other={other}
            divisions={divisions}
          />
        ))}
        <p className="actions">
          <button className="button">選んだ内容で保存する</button>
          <a href={addressOf.node(plan, node.id)} className="button button-secondary">
            自分の入力を捨てて、今の内容を開く
          </a>
        </p>
      </Form>
    </StaffPage>,
    422,
  );
}

interface PartChoiceProps {
  readonly divergence: Divergence;
  readonly mine: NodeContent;
  readonly theirs: NodeContent;
  /** Who saved first. */
  readonly other: string;
  readonly divisions: readonly Option[];
}

const changerWords = {
  both: "2人とも変えました。どちらかを選んでください。",
  mine: "変えたのはあなただけです。",
  theirs: "変えたのは相手だけです。",
} as const;

function PartChoice({ divergence, mine, theirs, other, divisions }: PartChoiceProps): ReactNode {
  const { part, changedBy } = divergence;
  const sides = [
    { key: "mine", label: "あなたの入力", content: mine, chosen: changedBy !== "theirs" },
    { key: "theirs", label: `先に保存された内容（${other}）`, content: theirs, chosen: changedBy === "theirs" },
  ];
  return (
    <fieldset className="card">
      <legend className="field-label px-2">{partLabels[part]}</legend>
      <p className="field-hint">{changerWords[changedBy]}</p>
      <div className="mt-2 grid gap-4 md:grid-cols-2">
        {sides.map(({ key, label, content, chosen }) => (
          <div key={key} className="rounded-lg border border-solid-gray-420 p-4">
            <label className="choice">
              <input type="radio" name={`${part}.json`} value={jsonOfPart(content, part)} defaultChecked={chosen} />
              <span className="font-bold">{label}</span>
            </label>
            <p className="whitespace-pre-wrap">{wordsOfPart(content, part, divisions) || "（空）"}</p>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
