import type { ReactNode } from "react";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import {
  acceptFinding,
  findingWords,
  listFindings,
  mayManageStrategy,
  reopenFinding,
  type FindingLine,
} from "#domain/strategy/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb, placeHref } from "./addresses.ts";

/** What the detector of double management (二重管理の点検) finds, each with what to do and where. */
export async function showChecks(visit: Visit): Promise<Response> {
  return checksPage(visit);
}

async function checksPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const lines = await listFindings(ctx);
  const open = lines.filter(({ acceptance }) => !acceptance);
  const accepted = lines.filter(({ acceptance }) => acceptance);
  const names = await peopleNames(
    ctx,
    accepted.flatMap(({ acceptance }) => acceptance?.acceptedBy ?? []),
  );
  const may = mayManageStrategy(ctx.actor);
  const refusalAt = (key: string) => (text(form, "finding") === key ? refusal : undefined);
  return page(
    <StaffPage visit={visit} title="二重管理の点検" crumbs={[homeCrumb]}>
      <p className="prose mb-6">
        計画・総合戦略・交付金の間で、同じ指標の目標値が違う、どの施策にも入らないKPIがある、位置づけのない交付金事業がある、期間が合わない、数値目標のない基本目標がある、を探します。
      </p>
      {open.length === 0 ? (
        <Notice tone="good" title="直すところは見つかりませんでした。" />
      ) : (
        <>
          <h2 className="mb-3 text-[1.25rem]">直すところ（{open.length}件）</h2>
          <ul className="list-plain">
            {open.map((line) => (
              <li key={line.finding.key} className="card mt-4" id={line.finding.key}>
                <Words line={line} />
                {may && <Accepting findingKey={line.finding.key} refusal={refusalAt(line.finding.key)} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {accepted.length > 0 && <Accepted lines={accepted} names={names} may={may} />}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function Words({ line: { finding } }: { readonly line: FindingLine }): ReactNode {
  const { title, remedy } = findingWords[finding.kind];
  return (
    <>
      <h3 className="text-[1.0625rem]">
        {title}：{finding.subject}
      </h3>
      <ul className="mt-2 list-disc pl-6">
        {finding.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p className="mt-2">{remedy}</p>
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {finding.places.map(({ label, place }) => (
          <a key={`${label}${placeHref(place)}`} href={placeHref(place)}>
            {label}
          </a>
        ))}
      </p>
    </>
  );
}

function Accepting({
  findingKey,
  refusal,
}: {
  readonly findingKey: string;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <details className="mt-3" open={refusal !== undefined}>
      <summary>理由を書いて認める</summary>
      <Form action={`${addressOf.checks}/acceptance`} refusal={refusal} className="mt-3">
        <input type="hidden" name="finding" value={findingKey} />
        <label htmlFor={`reason-${findingKey}`} className="field-label">
          認める理由
        </label>
        <p className="field-hint">公開はされません。内容が変わると、もう一度指摘します。</p>
        <input id={`reason-${findingKey}`} name="reason" className="input" />
        <p className="actions mt-3">
          <button className="button button-secondary">このまま認める</button>
        </p>
      </Form>
    </details>
  );
}

interface AcceptedProps {
  readonly lines: readonly FindingLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly may: boolean;
}

function Accepted({ lines, names, may }: AcceptedProps): ReactNode {
  return (
    <section className="mt-12" aria-labelledby="accepted">
      <h2 id="accepted" className="text-[1.25rem]">
        理由を付けて認めたもの（{lines.length}件）
      </h2>
      <ul className="list-plain">
        {lines.map((line) => (
          <li key={line.finding.key} className="card mt-4">
            <Words line={line} />
            {line.acceptance && (
              <p className="mt-2">
                <strong>認めた理由：</strong>
                {line.acceptance.reason}（{names.get(line.acceptance.acceptedBy ?? "") ?? "システム"}、
                {momentWords(line.acceptance.acceptedAt)}）
              </p>
            )}
            {may && (
              <Form action={`${addressOf.checks}/reopening`} className="actions mt-3">
                <input type="hidden" name="finding" value={line.finding.key} />
                <button className="button button-secondary button-small">認めたことを取り消す</button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export async function accept(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const done = await acceptFinding(ctx, { key: text(form, "finding"), reason: text(form, "reason") });
  return done.ok ? onwards(addressOf.checks, "saved") : checksPage(visit, done.refusal);
}

export async function reopen(visit: Visit): Promise<Response> {
  const done = await reopenFinding(visit.ctx, text(visit.form, "finding"));
  return done.ok ? onwards(addressOf.checks, "saved") : checksPage(visit, done.refusal);
}
