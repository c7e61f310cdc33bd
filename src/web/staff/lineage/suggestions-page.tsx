import type { ReactNode } from "react";
import {
  lineageBoard,
  linkPairs,
  planBySlug,
  suggestionLabels,
  suggestPairs,
  type LineageBoard,
  type LineageNode,
  type Suggestion,
} from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { texts, type Visit } from "#web/visit.ts";
import { nodeName, planCrumbs } from "../plan/addresses.ts";
import { lineagePath } from "./addresses.ts";
import { openMeasures } from "./open-measures.ts";

/** Measures of the two plans that are named the same or alike, to be accepted together (対応の候補). */
export async function showSuggestions(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params, query } = visit;
  const board = await lineageBoard(ctx, await planBySlug(ctx, params["slug"] ?? ""));
  const pairs = suggestionsOn(board);
  const crumbs = [...planCrumbs(board.plan), { href: lineagePath.board(board.plan), label: "前の計画との対応" }];
  return page(
    <StaffPage visit={visit} title="対応の候補" crumbs={crumbs} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {pairs.length === 0 ? (
        <Empty title="名前の同じ施策、似た施策は残っていません。">
          <p>
            残りは<a href={`${lineagePath.board(board.plan)}?show=open`}>前の計画との対応</a>で選びます。
          </p>
        </Empty>
      ) : (
        <Pairs board={board} pairs={pairs} marksAll={query.get("mark") === "all"} />
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

/** Links the marked pairs as 継続. */
export async function acceptSuggestions(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const pairs = texts(form, "pair").map((pair) => {
    const [oldNodeId = "", newNodeId = ""] = pair.split(" ");
    return { oldNodeId, newNodeId };
  });
  if (pairs.length === 0) return showSuggestions(visit, nothingChosen);
  const result = await linkPairs(ctx, { planId: plan.id, pairs });
  if (!result.ok) return showSuggestions(visit, result.refusal);
  return onwards(`${lineagePath.board(plan)}?show=open`, "saved");
}

/** What is proposed of the measures that nothing is known of yet. */
export function suggestionsOn(board: LineageBoard): Suggestion<LineageNode>[] {
  return suggestPairs(openMeasures(board.old), openMeasures(board.new));
}

interface PairsProps {
  readonly board: LineageBoard;
  readonly pairs: readonly Suggestion<LineageNode>[];
  readonly marksAll: boolean;
}

function Pairs({ board: { plan, predecessor }, pairs, marksAll }: PairsProps): ReactNode {
  const same = pairs.filter(({ reason }) => reason === "sameTitle").length;
  return (
    <Form action={lineagePath.suggestions(plan)} className="">
      <p className="prose mb-4">
        まだ対応づけていない施策から、名前の同じ組{same}件と似た組{pairs.length - same}
        件を選びました。印の付いた組が「継続」になります。違う組は印を外してください。分割や統合、深化は、あとから直せます。
      </p>
      <TableFrame label="対応の候補">
        <table className="table">
          <caption>{pairs.length}件。前の計画の順に並んでいます。</caption>
          <thead>
            <tr>
              <th scope="col">継続</th>
              <th scope="col">前の計画：{predecessor?.name}</th>
              <th scope="col">この計画：{plan.name}</th>
              <th scope="col">理由</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ old, new: fresh, reason }) => (
              <tr key={old.id}>
                <td>
                  <input
                    type="checkbox"
                    name="pair"
                    value={`${old.id} ${fresh.id}`}
                    className="h-6 w-6"
                    defaultChecked={marksAll || reason === "sameTitle"}
                    aria-label={`「${nodeName(old)}」を「${nodeName(fresh)}」に対応づける`}
                  />
                </td>
                <td>{nodeName(old)}</td>
                <td>{nodeName(fresh)}</td>
                <td className="whitespace-nowrap">{suggestionLabels[reason]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className="save-bar mt-4">
        <p className="actions">
          <button className="button">印を付けた組を対応づける</button>
          <a href={`${lineagePath.suggestions(plan)}?mark=all`}>すべてに印を付ける</a>
          <a href={lineagePath.board(plan)}>やめて戻る</a>
        </p>
      </div>
    </Form>
  );
}

const nothingChosen: Refusal = {
  code: "nothingChosen",
  message: "対応づける組が選ばれていません。",
  remedy: "対応づける組に印を付けて、もう一度押してください。",
};
