import type { ReactNode } from "react";
import { peopleNames } from "#domain/identity/index.ts";
import {
  erasureReasons,
  isSameLinks,
  mayEditTexts,
  mayErase,
  nodeParts,
  nodeRevisions,
  partDiffers,
  restoreRevision,
  revisionActLabels,
  type NodeContent,
  type NodePage,
  type RevisionWithContent,
} from "#domain/plan/index.ts";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, type Option } from "#web/ui/forms.tsx";
import { MarkedText } from "#web/ui/marked-text.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { erasurePath } from "../erasures/addresses.ts";
import { addressOf, nodeName, planCrumbs } from "./addresses.ts";
import { divisionOptions } from "./division-options.ts";
import { nodeOf } from "./node-page.tsx";
import { partLabels } from "./part-labels.ts";
import { wordsOfLinks, wordsOfPart } from "./part-words.ts";

export async function showRevisions(visit: Visit): Promise<Response> {
  const found = await nodeOf(visit);
  const { plan, node } = found;
  const revisions = await nodeRevisions(visit.ctx, node.id);
  const divisions = await divisionOptions(visit.ctx);
  const names = await namesIn(visit, revisions);
  const reasons = await erasureReasons(visit.ctx, { planId: plan.id, targetId: node.id });
  return page(
    <StaffPage visit={visit} title="版歴" crumbs={crumbsOf(found)}>
      <p className="mb-6">保存するたびに、そのときの内容がすべて残ります。新しいものから並んでいます。</p>
      <ol className="list-plain space-y-6">
        {revisions.map((revision, index) => (
          <li key={revision.number} className="card">
            <h2 className="text-[1.125rem]">
              <a href={addressOf.revision(plan, node.id, revision.number)}>第{revision.number}版</a>
              <span className="ml-3 font-normal">{lineOf(revision, names)}</span>
            </h2>
            {revision.content ? (
              <Changes before={revisions[index + 1]} after={revision} divisions={divisions} />
            ) : (
              <ErasedWords reason={reasons.get(String(revision.number))} />
            )}
          </li>
        ))}
      </ol>
      {mayErase(visit.ctx.actor) && (
        <p className="mt-8">
          <a href={erasurePath(plan.slug, { kind: "revisions", targetId: node.id })}>漏れた情報を版歴から消去する</a>
        </p>
      )}
    </StaffPage>,
  );
}

function crumbsOf({ plan, node, above }: NodePage) {
  return planCrumbs(plan, [...above, node]);
}

async function namesIn({ ctx }: Visit, revisions: readonly RevisionWithContent[]): Promise<Map<string, string>> {
  return peopleNames(ctx, [...new Set(revisions.flatMap((revision) => revision.savedBy ?? []))]);
}

function lineOf(revision: RevisionWithContent, names: ReadonlyMap<string, string>): string {
  const when = `${warekiDate(tokyoDay(revision.savedAt))} ${tokyoTime(revision.savedAt)}`;
  const who = names.get(revision.savedBy ?? "") ?? "システム";
  return `${when}　${who}　${revisionActLabels[revision.act]}`;
}

/** Stands where the content of an erased revision stood. */
function ErasedWords({ reason = "" }: { readonly reason: string | undefined }): ReactNode {
  return <p className="mt-2 text-solid-gray-700">内容は消去しました（{reason}）</p>;
}

interface ChangesProps {
  readonly before: RevisionWithContent | undefined;
  readonly after: RevisionWithContent;
  readonly divisions: readonly Option[];
}

/** What a save changed, part by part, with the words marked. */
function Changes({ before, after, divisions }: ChangesProps): ReactNode {
  if (!before || !after.content) return null;
  const [was, is] = [before.content, after.content];
  if (!was) return <p className="mt-2 text-solid-gray-700">前の版の内容は消去したので、変わったところは示せません。</p>;
  const changed = nodeParts.filter((part) => partDiffers(was, is, part));
  const changes = changed.map((part) => ({
    label: partLabels[part],
    was: wordsOfPart(was, part, divisions),
    is: wordsOfPart(is, part, divisions),
  }));
  if (before.sdgs && after.sdgs && !isSameLinks(before.sdgs, after.sdgs))
    changes.push({ label: sdgsLabel, was: wordsOfLinks(before.sdgs), is: wordsOfLinks(after.sdgs) });
  if (changes.length === 0) return <p className="mt-2 text-solid-gray-700">文章の変更はありません。</p>;
  return (
    <dl className="mt-3 space-y-3">
      {changes.map((change) => (
        <div key={change.label}>
          <dt className="font-bold">{change.label}</dt>
          <dd className="whitespace-pre-wrap">
            <Marked before={change.was} after={change.is} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const sdgsLabel = "SDGsとの関係";

function Marked({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  if (before === after) return <span className="text-solid-gray-700">書式だけが変わりました。</span>;
  return <MarkedText before={before} after={after} />;
}

export async function showRevision(visit: Visit): Promise<Response> {
  return revisionAnswer(visit, await nodeOf(visit));
}

export async function bringRevisionBack(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const found = await nodeOf(visit);
  const result = await restoreRevision(ctx, {
    nodeId: found.node.id,
    number: Number(params["number"]),
    version: Number(text(form, "version")),
  });
  return result.ok
    ? onwards(addressOf.node(found.plan, found.node.id), "restored")
    : revisionAnswer(visit, found, result.refusal);
}

async function revisionAnswer(visit: Visit, found: NodePage, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const { plan, node } = found;
  const revisions = await nodeRevisions(ctx, node.id);
  const revision = revisions.find((each) => String(each.number) === params["number"]);
  if (!revision) throw new NotFound();
  const divisions = await divisionOptions(ctx);
  const names = await namesIn(visit, [revision]);
  const isPresent = revision.number === node.version;
  const reasons = await erasureReasons(ctx, { planId: plan.id, targetId: node.id });
  return page(
    <StaffPage
      visit={visit}
      title={`第${revision.number}版`}
      crumbs={[...crumbsOf(found), { href: addressOf.revisions(plan, node.id), label: "版歴" }]}
    >
      <p className="mb-6">
        {lineOf(revision, names)}　{isPresent && "（今の内容）"}
      </p>
      {!isPresent && revision.content && mayEditTexts(ctx.actor, node) && (
        <Form
          action={`${addressOf.revision(plan, node.id, revision.number)}/restoration`}
          refusal={refusal}
          className="form mb-8"
        >
          <input type="hidden" name="version" value={node.version} />
          <p className="actions">
            <button className="button">この版の内容に戻す</button>
            <span className="text-solid-gray-700">今の内容（第{node.version}版）も版歴に残ります。</span>
          </p>
        </Form>
      )}
      {refusal && !revision.content && <RefusalNotice refusal={refusal} />}
      {revision.content ? (
        <Content content={revision.content} sdgs={revision.sdgs} divisions={divisions} />
      ) : (
        <ErasedWords reason={reasons.get(String(revision.number))} />
      )}
      <p className="mt-8">
        <a href={addressOf.node(plan, node.id)}>{nodeName(node)}へ戻る</a>
      </p>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface ContentProps {
  readonly content: NodeContent;
  readonly sdgs: RevisionWithContent["sdgs"];
  readonly divisions: readonly Option[];
}

/** All that a revision says, part by part. */
function Content({ content, sdgs, divisions }: ContentProps): ReactNode {
  const words = nodeParts
    .map((part) => ({ label: partLabels[part], is: wordsOfPart(content, part, divisions) }))
    .concat(sdgs && sdgs.length > 0 ? [{ label: sdgsLabel, is: wordsOfLinks(sdgs) }] : [])
    .filter(({ is }) => is !== "");
  return (
    <dl className="prose">
      {words.map(({ label, is }) => (
        <div key={label}>
          <dt className="font-bold">{label}</dt>
          <dd className="whitespace-pre-wrap">{is}</dd>
        </div>
      ))}
    </dl>
  );
}
