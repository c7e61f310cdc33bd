import type { ReactNode } from "react";
import {
  mayFreezeVersions,
  versionOpennessLabels,
  planVersions,
  versionReference,
  type DraftVersion,
} from "#domain/documents/index.ts";
import { planBySlug, type PlanWithLevels } from "#domain/plan/index.ts";
import { headFor, mayPublish, stateOf, storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { publicationPath } from "#web/publication-address.ts";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { planCrumbs } from "../plan/addresses.ts";
import { addressOf as publications } from "../publications/addresses.ts";
import { addressOf } from "./addresses.ts";

/** The versions of a plan's document (版), the newest first. */
export async function showVersions(visit: Visit): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const versions = await planVersions(ctx, plan.id);
  const heads = await storedPublications(ctx).heads();
  return page(
    <StaffPage visit={visit} title="版" crumbs={planCrumbs(plan)}>
      <p className="prose mb-6">
        骨子案・素案・最終案などの節目に、計画と原稿の全体をそのまま凍結します。凍結した版は、だれも変えられません。変わっていないことは、内容のSHA-256（確認用の文字）で確かめられます。
      </p>
      {mayFreezeVersions(ctx.actor) && (
        <p className="actions mb-8">
          <a href={addressOf.freezing(plan)} className="button">
            いまの内容を版として凍結する
          </a>
        </p>
      )}
      {versions.length === 0 ? (
        <Empty title="版は、まだありません">
          <p>凍結すると、名前、日付、理由とともに、ここに並びます。</p>
        </Empty>
      ) : (
        <VersionTable visit={visit} plan={plan} versions={versions} heads={heads} />
      )}
    </StaffPage>,
  );
}

interface TableProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly versions: readonly DraftVersion[];
  readonly heads: readonly PublicationHead[];
}

function VersionTable({ visit, plan, versions, heads }: TableProps): ReactNode {
  return (
    <TableFrame label="版の一覧">
      <table className="table">
        <caption className="visually-hidden">版の一覧</caption>
        <thead>
          <tr>
            {["版", "名前", "凍結した日", "理由", "公開", "前の版との違い", "SHA-256"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((version, index) => {
            const before = versions[index + 1];
            return (
              <tr key={version.id}>
                <td>{version.number}</td>
                <th scope="row">
                  <a href={addressOf.version(plan, version.number)}>{version.name}</a>
                  {version.purgedAt && <span className="block font-normal">内容は完全に削除済み</span>}
                </th>
                <td className="whitespace-nowrap">{warekiDate(tokyoDay(version.frozenAt))}</td>
                <td>{version.reason}</td>
                <td>
                  <PublicState visit={visit} plan={plan} version={version} heads={heads} />
                </td>
                <td>
                  {before && !version.purgedAt && !before.purgedAt && (
                    <a href={addressOf.comparison(plan, before.number, version.number)}>
                      「{before.name}」（第{before.number}版）との新旧対照表
                    </a>
                  )}
                </td>
                <td>
                  <code>{version.hash.slice(0, 8)}…</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface StateProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly version: DraftVersion;
  readonly heads: readonly PublicationHead[];
}

/** Whether citizens read a version now, and the way to make it public. */
export function PublicState({ visit, plan, version, heads }: StateProps): ReactNode {
  const reference = versionReference(plan.slug, version.number);
  const head = headFor(heads, "document", reference);
  if (head && stateOf(head) === "current")
    return (
      <>
        <Badge tone="good">公開中</Badge> <a href={publicationPath(head)}>公開ページ</a>
      </>
    );
  if (version.openness === "closed") return <Badge>{versionOpennessLabels.closed}</Badge>;
  return (
    <>
      {head ? "取り下げ済み" : `まだ（${versionOpennessLabels[version.openness]}の予定）`}
      {mayPublish(visit.ctx.actor) && !version.purgedAt && (
        <a className="block" href={publications.preparation("document", reference)}>
          公表へ進む
        </a>
      )}
    </>
  );
}
