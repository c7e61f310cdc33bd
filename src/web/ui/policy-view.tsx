import type { ReactNode } from "react";
import { policyLines, resolutionLabels, reviewLabels, type PolicyContent } from "#domain/formulation/published.ts";
import { periodLabel } from "#kernel/period.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { TableFrame } from "./parts.tsx";

interface Props {
  readonly content: PolicyContent;
  /** The level of its parts' headings. */
  readonly level: 3 | 4;
}

type Part = PolicyContent["parts"][number];

/** A 策定方針 as it is read on screen: its parts numbered, tables where a part has one. */
export function PolicyView({ content, level }: Props): ReactNode {
  const Title = level === 3 ? "h3" : "h4";
  return (
    <div className="policy">
      {content.parts.map((part, index) => (
        <section key={index}>
          <Title className="policy-title">
            {index + 1}　{part.title}
          </Title>
          {policyLines(part.text).map((line, place) => (
            <p key={place} className={line.depth === 0 ? undefined : `policy-item policy-item-${line.depth}`}>
              {line.depth > 0 && <span className="policy-sign">{line.sign}</span>}
              <span>{line.text}</span>
            </p>
          ))}
          <PartTable part={part} content={content} />
        </section>
      ))}
    </div>
  );
}

function PartTable({ part: { shows }, content }: { readonly part: Part; readonly content: PolicyContent }): ReactNode {
  if (shows === "nothing") return null;
  if (shows === "outline") return <Outline content={content} />;
  if (shows === "bodies")
    return (
      <Rows label="体制" heads={["会議・組織", "役割"]} rows={content.bodies.map(({ name, role }) => [name, role])} />
    );
  if (shows === "methods")
    return (
      <Rows
        label="市民参加の手法"
        heads={["手法", "時期", "内容"]}
        rows={content.methods.map(({ name, timing, detail }) => [name, timing, detail])}
      />
    );
  return (
    <Rows
      label="日程"
      heads={["段階", "予定"]}
      rows={content.stages.map((stage) => [stage.name, plannedWords(stage)])}
    />
  );
}

/** 「令和9年4月1日から令和9年6月30日まで」, as far as it is known. */
export function plannedWords({
  plannedFrom,
  plannedUntil,
}: {
  readonly plannedFrom: string;
  readonly plannedUntil: string;
}): string {
  const from = plannedFrom && `${warekiDate(plannedFrom)}から`;
  const until = plannedUntil && `${warekiDate(plannedUntil)}まで`;
  return `${from}${until}` || "未定";
}

function Outline({
  content: { plan, review, reviewReason, resolution, ordinance },
}: {
  readonly content: PolicyContent;
}): ReactNode {
  const rows = [
    { term: "計画の名称", words: plan.name },
    { term: "計画の期間", words: periodLabel(plan) },
    { term: "基本構想", words: [reviewLabels[review], reviewReason].filter(Boolean).join("\n") },
    {
      term: "議決",
      words: [resolutionLabels[resolution], ordinance && `根拠：${ordinance}`].filter(Boolean).join("\n"),
    },
  ];
  return (
    <dl className="policy-outline">
      {rows.map(({ term, words }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

interface RowsProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function Rows({ label, heads, rows }: RowsProps): ReactNode {
  if (rows.length === 0) return null;
  return (
    <TableFrame label={label}>
      <table className="table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) =>
                place === 0 ? (
                  <th key={place} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={place}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
