import type { ReactNode } from "react";
import {
  mayLinkSdgs,
  sdgGoals,
  setSdgLinks,
  strengthLabels,
  strengthSigns,
  targetsOf,
  type NodePage,
  type SdgGoal,
  type SdgLink,
  type Strength,
} from "#domain/plan/index.ts";
import { permit, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, nodeName, planCrumbs } from "./addresses.ts";
import { nodeOf } from "./node-page.tsx";

export async function showNodeSdgs(visit: Visit): Promise<Response> {
  const found = await nodeOf(visit);
  permit(mayLinkSdgs(visit.ctx.actor, found.node), mayLinkSdgs.sentence);
  return sdgsAnswer(visit, found, found.sdgs);
}

export async function saveNodeSdgs(visit: Visit): Promise<Response> {
  const found = await nodeOf(visit);
  const links = sdgGoals.flatMap((goal) => linkInForm(visit.form, goal.number));
  const result = await setSdgLinks(visit.ctx, { nodeId: found.node.id, links });
  if (!result.ok) return sdgsAnswer(visit, found, links, result.refusal);
  return onwards(`${addressOf.node(found.plan, found.node.id)}#sdgs`, "saved");
}

function linkInForm(form: FormData, goal: number): SdgLink[] {
  const strength = text(form, `goal-${goal}`);
  if (strength !== "direct" && strength !== "related") return [];
  return [{ goal, strength, targets: texts(form, `targets-${goal}`), reason: text(form, `reason-${goal}`) }];
}

async function sdgsAnswer(
  visit: Visit,
  found: NodePage,
  links: readonly SdgLink[],
  refusal?: Refusal,
): Promise<Response> {
  const { plan, node, above } = found;
  return page(
    <StaffPage visit={visit} title="SDGsとの関係" crumbs={planCrumbs(plan, [...above, node])}>
      <p className="prose mb-6">
        「{nodeName(node)}
        」が、どのゴールにかかわるかを選びます。◎は、その施策がゴールのために直接働くときに付け、3つまでが目安です。
      </p>
      <Form action={addressOf.nodeSdgs(plan, node.id)} refusal={refusal}>
        {sdgGoals.map((goal) => (
          <GoalFields key={goal.number} goal={goal} link={links.find((each) => each.goal === goal.number)} />
        ))}
        <p className="actions save-bar">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

const choices: readonly { readonly value: Strength | ""; readonly label: string }[] = [
  { value: "", label: "―　なし" },
  { value: "related", label: `${strengthSigns.related}　${strengthLabels.related}` },
  { value: "direct", label: `${strengthSigns.direct}　${strengthLabels.direct}` },
];

function GoalFields({ goal, link }: { readonly goal: SdgGoal; readonly link: SdgLink | undefined }): ReactNode {
  const reasonId = `reason-${goal.number}`;
  return (
    <fieldset className="card !mt-4" id={`goal-${goal.number}`}>
      <legend className="px-2 font-bold">
        <Swatch goal={goal} />
        {goal.number} {goal.shortName}
      </legend>
      <p className="text-solid-gray-700">{goal.name}</p>
      <div className="flex flex-wrap gap-x-8">
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              name={`goal-${goal.number}`}
              value={choice.value}
              defaultChecked={(link?.strength ?? "") === choice.value}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <details open={link !== undefined}>
        <summary className="py-1">
          ターゲットと理由{link && link.targets.length > 0 && `（${link.targets.join("・")}）`}
        </summary>
        <fieldset>
          <legend className="field-label mt-2">ターゲット</legend>
          {targetsOf(goal.number).map((target) => (
            <label key={target.code} className="choice !min-h-8 !py-1">
              <input
                type="checkbox"
                name={`targets-${goal.number}`}
                value={target.code}
                defaultChecked={link?.targets.includes(target.code) ?? false}
              />
              <span>
                {target.code}　{target.title}
              </span>
            </label>
          ))}
        </fieldset>
        <label className="field-label mt-3 block" htmlFor={reasonId}>
          理由
        </label>
        <input className="input mt-1" id={reasonId} name={reasonId} defaultValue={link?.reason ?? ""} />
      </details>
    </fieldset>
  );
}

/** The goal's colour as a small mark beside its number and name; never alone. */
export function Swatch({
  goal,
  className = "mr-2 inline-block align-baseline",
}: {
  readonly goal: Pick<SdgGoal, "color">;
  readonly className?: string;
}): ReactNode {
  return (
    <svg width="24" height="10" viewBox="0 0 24 10" aria-hidden="true" className={className}>
      <rect width="24" height="10" rx="2" fill={goal.color} />
    </svg>
  );
}
