import type { ReactNode } from "react";
import {
  assignPoints,
  createTopic,
  excludePoints,
  placePoints,
  pointsToAct,
  removePoints,
  restorePoints,
  tagPoints,
  topicByNumber,
  type SeenPoint,
} from "#domain/voices/index.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { figure } from "#kernel/figures.ts";
import { refuse, type Result } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import type { Option } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { pointChoice } from "./point-choice.ts";
import { showPoints } from "./points-page.tsx";
import { deskScene } from "./scene.ts";
import { seenPoints } from "./voice-acts.ts";

const mostAtOnce = 20_000;

interface PointActsProps {
  readonly planId: string;
  readonly total: number;
  readonly tags: readonly Option[];
  readonly measures: readonly Option[];
}

/** What can be done with the ticked points, or with all that were found. */
export function PointActs({ planId, total, tags, measures }: PointActsProps): ReactNode {
  return (
    <fieldset className="card mb-4 grid gap-x-8 gap-y-2 !py-3 lg:grid-cols-2">
      <legend className="font-bold">選んだ論点を</legend>
      <input type="hidden" name="plan" value={planId} />
      <label className="choice !m-0 lg:col-span-2">
        <input type="checkbox" name="all" value="yes" />
        <span>選んだものだけでなく、見つかった{figure(total, 0)}件すべてを対象にする</span>
      </label>
      <ActLine act="assign" button="この番号の同趣旨の意見にまとめる">
        <input
          name="number"
          className="input input-short !min-h-9 !py-1"
          placeholder="同趣旨の意見の番号"
          inputMode="numeric"
          aria-label="同趣旨の意見の番号"
        />
      </ActLine>
      <ActLine act="new" button="新しい同趣旨の意見にまとめる">
        <input
          name="title"
          placeholder="意見の概要"
          className="input max-w-xs !min-h-9 !py-1"
          aria-label="新しい同趣旨の意見の概要"
        />
      </ActLine>
      <ActLine act="exclude" button="対象外にする">
        <input
          name="exclusion"
          placeholder="対象外にする理由"
          className="input max-w-xs !min-h-9 !py-1"
          aria-label="対象外にする理由"
        />
      </ActLine>
      <ActLine act="place" button="施策を決める">
        <Choice name="node" label="施策" options={measures} />
      </ActLine>
      {tags.length > 0 && (
        <ActLine act="tag" button="印を付ける">
          <Choice name="tag" label="印" options={tags} />
          <button className="button button-secondary button-small" name="act" value="untag">
            印を外す
          </button>
        </ActLine>
      )}
      <p className="flex flex-wrap gap-3">
        {[
          ["unassign", "まとめ先を外す"],
          ["restore", "対象外をやめる"],
          ["remove", "論点を取り消す"],
        ].map(([value, label]) => (
          <button key={value} className="button button-secondary button-small" name="act" value={value}>
            {label}
          </button>
        ))}
      </p>
    </fieldset>
  );
}

interface ActLineProps {
  readonly act: string;
  readonly button: string;
  readonly children: ReactNode;
}

function ActLine({ act, button, children }: ActLineProps): ReactNode {
  return (
    <div className="flex flex-wrap items-center gap-3">
      {children}
      <button className="button button-secondary button-small" name="act" value={act}>
        {button}
      </button>
    </div>
  );
}

function Choice({
  name,
  label,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}): ReactNode {
  return (
    <select name={name} className="input max-w-xs !min-h-9 !py-1" aria-label={label}>
      <option value="">{label}を選ぶ</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Does with many points what the table's form asks. */
export async function actOnPoints(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const back = text(form, "back").startsWith(addressOf.points) ? text(form, "back") : addressOf.points;
  const query = new URL(back, visit.url).searchParams;
  const scene = await deskScene(ctx, query);
  const points =
    text(form, "all") === "yes" && scene
      ? await pointsToAct(ctx, pointChoice(scene, query), mostAtOnce)
      : seenPoints(form);
  const result = await sort(ctx, points, form);
  return result.ok ? onwards(back, "saved") : showPoints({ ...visit, query }, result.refusal);
}

async function sort(ctx: Ctx, points: readonly SeenPoint[], form: FormData): Promise<Result<unknown>> {
  const planId = text(form, "plan");
  const tag = { points, tagId: text(form, "tag") };
  switch (text(form, "act")) {
    case "new":
      return createTopic(ctx, { planId, points, title: text(form, "title"), place: "", nodeId: null });
    case "exclude":
      return excludePoints(ctx, { points, exclusion: text(form, "exclusion") });
    case "place":
      return placePoints(ctx, { points, nodeId: text(form, "node") || null });
    case "tag":
      return tagPoints(ctx, { ...tag, isOn: true });
    case "untag":
      return tagPoints(ctx, { ...tag, isOn: false });
    case "unassign":
      return assignPoints(ctx, { points, topicId: null });
    case "restore":
      return restorePoints(ctx, { points });
    case "remove":
      return removePoints(ctx, { points });
    default:
      return assignByNumber(ctx, points, { planId, number: text(form, "number") });
  }
}

async function assignByNumber(
  ctx: Ctx,
  points: readonly SeenPoint[],
  { planId, number }: { readonly planId: string; readonly number: string },
): Promise<Result<unknown>> {
  const topic = await topicByNumber(ctx, { planId, number: Number(number.normalize("NFKC")) });
  if (topic) return assignPoints(ctx, { points, topicId: topic.id });
  const message = `この計画に、番号「${number}」の同趣旨の意見はありません。`;
  return refuse({ code: "noSuchTopic", message, remedy: "「同趣旨の意見」の一覧で番号を確かめてください。" });
}
