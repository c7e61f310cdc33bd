import type { ReactNode } from "react";
import { planVersions, type DraftVersion } from "#domain/documents/index.ts";
import {
  isFinished,
  isLate,
  nameOfVersion,
  stageLines,
  stageStateLabels,
  type FormulationPage,
  type StageLine,
} from "#domain/formulation/index.ts";
import { mayPublish } from "#domain/publication/index.ts";
import { periodLabel } from "#kernel/period.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { Badge, Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { plannedWords } from "#web/ui/policy-view.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf as documentsAddress } from "../documents/addresses.ts";
import { addressOf as publicationAddress } from "../publications/addresses.ts";
import { addressOf, homeCrumb } from "./addresses.ts";
import { formulationOf } from "./found.ts";
import { toneOf } from "./tones.ts";

/** Where a plan stands: its stages with their state, day and version, what comes next, what is late. */
export async function showOverview(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const found = await formulationOf(visit);
  const { plan } = found;
  const lines = await stageLines(ctx, plan.id);
  const versions = await planVersions(ctx, plan.id);
  const today = ctx.clock.today();
  return page(
    <StaffPage visit={visit} title={plan.name} crumbs={[homeCrumb]}>
      <p className="mb-4 text-solid-gray-700">{periodLabel(plan)}</p>
      <Now slug={plan.slug} lines={lines} today={today} />
      <p className="actions mt-6">
        <a className="button button-secondary" href={addressOf.policy(plan.slug)}>
          策定方針
        </a>
        <a className="button button-secondary" href={addressOf.stages(plan.slug)}>
          段階の設定
        </a>
        {mayPublish(ctx.actor) && (
          <a className="button button-secondary" href={publicationAddress.preparation("formulation", plan.slug)}>
            策定の状況を公表する
          </a>
        )}
      </p>
      <PolicyLine found={found} />
      {lines.length === 0 ? (
        <Empty title="段階は、まだありません">
          <p>「段階の設定」から加えます。</p>
        </Empty>
      ) : (
        <Timeline slug={plan.slug} lines={lines} versions={versions} today={today} />
      )}
    </StaffPage>,
  );
}

interface NowProps {
  readonly slug: string;
  readonly lines: readonly StageLine[];
  readonly today: string;
}

function Now({ slug, lines, today }: NowProps): ReactNode {
  const next = lines.find(({ state }) => !isFinished(state));
  const late = lines.filter(({ stage, state }) => isLate(stage, state, today));
  const open = lines.flatMap(({ stage, gates }) =>
    gates
      .flatMap(({ conditions }) => conditions)
      .filter(({ metOn }) => metOn === "")
      .map(() => stage),
  );
  return (
    <div className="grid max-w-4xl gap-3">
      {next ? (
        <p className="text-[1.25rem]">
          いまは「<a href={addressOf.stage(slug, next.stage.id)}>{next.stage.name}</a>」です。
          {next.state === "sentBack" && "差し戻されています。新しい版で関門を開いてください。"}
        </p>
      ) : (
        lines.length > 0 && <p className="text-[1.25rem]">すべての段階が終わりました。</p>
      )}
      {late.length > 0 && (
        <Notice tone="caution" title={`予定を過ぎた段階が${late.length}つあります。`}>
          <p>{late.map(({ stage }) => `「${stage.name}」（${warekiDate(stage.plannedUntil)}まで）`).join("、")}</p>
        </Notice>
      )}
      {open.length > 0 && (
        <Notice tone="caution" title={`済んでいない条件が${open.length}件あります。`}>
          <p>
            {[...new Set(open.map(({ name }) => `「${name}」`))].join("、")}のページで、済んだものを記録してください。
          </p>
        </Notice>
      )}
    </div>
  );
}

function PolicyLine({ found: { plan, versions } }: { readonly found: FormulationPage }): ReactNode {
  const [last] = versions;
  return (
    <p className="mt-6 mb-4">
      策定方針：
      {last ? (
        <a href={addressOf.version(plan.slug, last.number)}>
          {last.name}（第{last.number}号、{warekiDate(last.datedOn)}）
        </a>
      ) : (
        "版は、まだありません"
      )}
    </p>
  );
}

interface TimelineProps extends NowProps {
  readonly versions: readonly DraftVersion[];
}

function Timeline({ slug, lines, versions, today }: TimelineProps): ReactNode {
  return (
    <TableFrame label="段階の一覧">
      <table className="table">
        <caption className="visually-hidden">段階と、いまの状態</caption>
        <thead>
          <tr>
            {["段階", "いま", "版", "決定", "予定"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <StageRow key={line.stage.id} slug={slug} line={line} versions={versions} today={today} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function StageRow({
  slug,
  line: { stage, gates, state },
  versions,
  today,
}: Omit<TimelineProps, "lines"> & { readonly line: StageLine }): ReactNode {
  const last = gates.at(-1);
  const version = versions.find(({ id }) => id === last?.versionId);
  return (
    <tr>
      <th scope="row">
        <a href={addressOf.stage(slug, stage.id)}>{stage.name}</a>
      </th>
      <td>
        <Badge tone={toneOf(state)}>{stageStateLabels[state]}</Badge>
      </td>
      <td>
        {version ? <a href={documentsAddress.version({ slug }, version.number)}>{nameOfVersion(version)}</a> : "−"}
      </td>
      <td>{last?.decidedOn ? `${warekiDate(last.decidedOn)}　${last.decidedBody}` : "−"}</td>
      <td>
        {plannedWords(stage)}
        {isLate(stage, state, today) && <span className="block text-orange-900">予定を過ぎています</span>}
      </td>
    </tr>
  );
}
