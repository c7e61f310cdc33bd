import type { ReactNode } from "react";
import type { NodeFieldKey, NodeSnapshot } from "#domain/plan/published.ts";
import { isEmptyRichText, plainText } from "#kernel/rich-text.ts";
import { indicatorHref } from "#web/public/indicators/addresses.ts";
import { IndicatorFigure } from "#web/public/indicators/indicator-figure.tsx";
import { YearNote } from "#web/public/indicators/year-note.tsx";
import type { Together } from "#web/public/declarations/edition.ts";
import { isTogether, TogetherPart } from "#web/public/declarations/together-section.tsx";
import { CitedStatistics, isCiting } from "#web/public/statistics/cited-statistics.tsx";
import type { StatisticsEdition } from "#web/public/statistics/edition.ts";
import type { PublicLedger } from "#web/public/voices/ledger.ts";
import { hasVoices, MeasureVoices } from "#web/public/voices/measure-voices.tsx";
import { Rich } from "#web/ui/rich-text.tsx";
import type { Reading } from "./addresses.ts";
import { branchesOf, allOf, type Branch } from "./branches.ts";
import { BranchList } from "./branch-list.tsx";
import { RelatedPlans, SdgLinks, Terms } from "./measure-links.tsx";

/** A part of a measure's page with its own heading; empty parts do not exist. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

const prominentIndicators = 4;

/** What other publications say of a measure. */
export interface Beside {
  readonly statistics?: StatisticsEdition | undefined;
  readonly ledger?: PublicLedger | undefined;
  readonly together?: Together | undefined;
}

/** The parts of a measure's page, in reading order. */
export function sectionsOf(reading: Reading, branch: Branch, { statistics, ledger, together }: Beside): Section[] {
  const { node } = branch;
  const parts: (Section | undefined)[] = [
    node.indicators.length === 0
      ? undefined
      : { id: "indicators", title: "指標で見る", content: <Indicators reading={reading} node={node} /> },
    fieldSection(node, "currentState", { id: "state", title: "現状と課題" }),
    statisticsSection(reading, node, statistics),
    fieldSection(node, "direction", { id: "direction", title: "取組の方向" }),
    fieldSection(node, "initiatives", { id: "initiatives", title: "主な取組" }),
    childrenSection(reading, branch),
    rolesSection(node),
    togetherSection(reading, together),
    voicesSection(reading, branch, ledger),
    node.sdgs.length === 0
      ? undefined
      : { id: "sdgs", title: "SDGsとのつながり", content: <SdgLinks site={reading.site} node={node} /> },
    node.relatedPlans.length === 0
      ? undefined
      : { id: "plans", title: "関連する計画", content: <RelatedPlans node={node} /> },
    node.terms.length === 0 ? undefined : { id: "terms", title: "ことばの説明", content: <Terms node={node} /> },
  ];
  return parts.filter((part) => part !== undefined);
}

function statisticsSection(
  { site }: Reading,
  node: NodeSnapshot,
  edition: StatisticsEdition | undefined,
): Section | undefined {
  if (!edition || !isCiting(edition, node.id)) return undefined;
  const content = <CitedStatistics site={site} edition={edition} nodeId={node.id} />;
  return { id: "statistics", title: "根拠となる統計", content };
}

function togetherSection({ site }: Reading, together: Together | undefined): Section | undefined {
  if (!together || !isTogether(together)) return undefined;
  return { id: "together", title: "ともに進める人たち", content: <TogetherPart site={site} together={together} /> };
}

function voicesSection(
  { site }: Reading,
  { node, levelName }: Branch,
  ledger: PublicLedger | undefined,
): Section | undefined {
  if (!ledger || !hasVoices(ledger, lineOf(node))) return undefined;
  const isChanged = ledger.topics.some(({ changes }) => changes.some(({ nodeId }) => lineOf(node).includes(nodeId)));
  const content = <MeasureVoices site={site} ledger={ledger} nodeIds={lineOf(node)} />;
  return { id: "voices", title: isChanged ? `この${levelName}を変えた意見` : `この${levelName}への意見`, content };
}

/** A measure and those of the plan before that it goes on with. */
function lineOf({ id, origins }: NodeSnapshot): readonly string[] {
  return [id, ...origins.map(({ nodeId }) => nodeId)];
}

/** The aim (目指す姿): its first sentence leads the page, what follows stands below it in smaller type. */
export function aimOf(node: NodeSnapshot): { readonly lead: string; readonly rest: string } {
  const whole = node.fields.vision ? plainText(node.fields.vision) : "";
  const end = whole.indexOf("。") + 1;
  return end === 0 ? { lead: whole, rest: "" } : { lead: whole.slice(0, end), rest: whole.slice(end).trim() };
}

function fieldSection(
  node: NodeSnapshot,
  key: NodeFieldKey,
  { id, title }: { id: string; title: string },
): Section | undefined {
  const field = node.fields[key];
  if (!field || isEmptyRichText(field)) return undefined;
  const content = (
    <div className={`prose${key === "initiatives" ? " initiatives" : ""}`}>
      <Rich text={field} />
    </div>
  );
  return { id, title, content };
}

/** Indicators as pictures; beyond the first four the others unfold, so that the text is not pushed out of sight. */
function Indicators({ reading, node }: { readonly reading: Reading; readonly node: NodeSnapshot }): ReactNode {
  const { plan } = reading.edition.snapshot;
  const figures = node.indicators.map((indicator) => (
    <IndicatorFigure key={indicator.id} indicator={indicator} plan={plan} href={indicatorHref(reading, indicator)} />
  ));
  const others = figures.slice(prominentIndicators);
  return (
    <>
      <p className="section-note">
        図の
        <YearNote year={plan.endYear} />
      </p>
      <div className="indicator-grid">{figures.slice(0, prominentIndicators)}</div>
      {others.length > 0 && (
        <details className="fold">
          <summary>ほかの指標（{others.length}件）</summary>
          <div className="indicator-grid">{others}</div>
        </details>
      )}
    </>
  );
}

function childrenSection(reading: Reading, branch: Branch): Section | undefined {
  const repeated = allOf(branchesOf(reading.edition.snapshot)).filter(({ node }) =>
    branch.node.repeats.includes(node.id),
  );
  if (branch.children.length + repeated.length === 0) return undefined;
  const title = branch.children[0]?.levelName ?? "再掲";
  return {
    id: "children",
    title,
    content: <BranchList reading={reading} branches={branch.children} repeated={repeated} />,
  };
}

const roles: readonly { readonly key: NodeFieldKey; readonly who: string }[] = [
  { key: "citizenRole", who: "市民" },
  { key: "businessRole", who: "事業者・団体" },
  { key: "cityRole", who: "市" },
];

/** Who does what, side by side. */
function rolesSection(node: NodeSnapshot): Section | undefined {
  const filled = roles.flatMap(({ key, who }) => {
    const text = node.fields[key];
    return text && !isEmptyRichText(text) ? [{ who, text }] : [];
  });
  if (filled.length === 0) return undefined;
  const content = (
    <div className="roles">
      {filled.map(({ who, text }) => (
        <section key={who} className="role" aria-label={`${who}の役割`}>
          <h3>{who}</h3>
          <Rich text={text} />
        </section>
      ))}
    </div>
  );
  return { id: "roles", title: "それぞれの役割", content };
}
