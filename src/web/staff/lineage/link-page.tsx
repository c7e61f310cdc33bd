import {
  describeLink,
  lineageBoard,
  planBySlug,
  unlinkNodes,
  type LineageBoard,
  type LineageLink,
} from "#domain/plan/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextArea } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { planCrumbs } from "../plan/addresses.ts";
import { lineagePath } from "./addresses.ts";
import { evolutionOf, evolutionOptions, kindOf, kindOptions } from "./words.ts";

/** One link: its kind, what was deepened, and the way to take it away. */
export async function showLink(visit: Visit): Promise<Response> {
  const { board, link } = await read(visit);
  return linkPage(visit, { board, link });
}

export async function saveLink(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { board, link } = await read(visit);
  const said = {
    kind: kindOf(text(form, "kind")),
    evolution: evolutionOf(text(form, "evolution")),
    note: text(form, "note"),
  };
  const result = await describeLink(ctx, { planId: board.plan.id, id: link.id, ...said });
  if (result.ok) return onwards(lineagePath.board(board.plan), "saved");
  return linkPage(visit, {
    board,
    link: { ...link, ...said, kind: said.kind ?? link.kind },
    refusal: result.refusal,
  });
}

export async function removeLink(visit: Visit): Promise<Response> {
  const { board, link } = await read(visit);
  const result = await unlinkNodes(visit.ctx, { planId: board.plan.id, id: link.id });
  return result.ok
    ? onwards(lineagePath.board(board.plan), "removed")
    : linkPage(visit, { board, link, refusal: result.refusal });
}

async function read({ ctx, params }: Visit): Promise<{ board: LineageBoard; link: LineageLink }> {
  const board = await lineageBoard(ctx, await planBySlug(ctx, params["slug"] ?? ""));
  const link = board.links.find((each) => each.id === params["link"]);
  if (!link) throw new NotFound();
  return { board, link };
}

interface LinkPageProps {
  readonly board: LineageBoard;
  readonly link: LineageLink;
  readonly refusal?: Refusal;
}

function linkPage(visit: Visit, { board, link, refusal }: LinkPageProps): Response {
  const { plan } = board;
  const crumbs = [...planCrumbs(plan), { href: lineagePath.board(plan), label: "前の計画との対応" }];
  const isLone = link.oldNodeId === null || link.newNodeId === null;
  return page(
    <StaffPage visit={visit} title="対応を直す" crumbs={crumbs}>
      <dl className="card mb-8 grid gap-4 md:grid-cols-2">
        <div>
          <dt className="text-solid-gray-700">前の計画</dt>
          <dd className="font-bold">{nameOf(board.old, link.oldNodeId)}</dd>
        </div>
        <div>
          <dt className="text-solid-gray-700">この計画</dt>
          <dd className="font-bold">{nameOf(board.new, link.newNodeId)}</dd>
        </div>
      </dl>
      <Form action={lineagePath.link(plan, link.id)} refusal={refusal}>
        {!isLone && (
          <>
            <SelectField
              name="kind"
              label="区分"
              blank="結んだ数から決める"
              options={kindOptions.filter(({ value }) => value !== "end" && value !== "new")}
              value={link.kind}
            />
            <SelectField
              name="evolution"
              label="深化"
              blank="（書かない）"
              options={evolutionOptions}
              value={link.evolution ?? ""}
            />
          </>
        )}
        <TextArea
          name="note"
          label={link.kind === "end" ? "終える理由" : "何を深めたか"}
          hint="公開ページに載ります。"
          rows={4}
          value={link.note}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">保存する</button>
          <a href={lineagePath.board(plan)}>やめて戻る</a>
        </p>
      </Form>
      <Form action={lineagePath.removal(plan, link.id)} className="mt-12">
        <button className="button button-secondary">この対応を外す</button>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function nameOf(nodes: LineageBoard["old"], id: string | null): string {
  const node = nodes.find((each) => each.id === id);
  return node ? `${node.code} ${node.title}`.trim() : "（なし）";
}
