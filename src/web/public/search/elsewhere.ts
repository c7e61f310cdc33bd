import { sectionPlaces } from "#domain/documents/published.ts";
import { folded, wordsOf } from "#kernel/folding.ts";
import { plainText } from "#kernel/rich-text.ts";
import type { ConsultationEdition } from "#web/public/consultations/edition.ts";
import { kindLabel } from "#web/public/consultations/words.ts";
import { editionName } from "#web/public/documents/addresses.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import type { FormulationEdition } from "#web/public/formulation/edition.ts";
import type { StatisticsEdition } from "#web/public/statistics/edition.ts";
import type { StrategyEdition } from "#web/public/strategy/edition.ts";

/** What is published beside the plans. */
export interface Published {
  readonly statistics: StatisticsEdition | undefined;
  readonly strategies: readonly StrategyEdition[];
  readonly consultations: readonly Pick<ConsultationEdition, "head" | "snapshot">[];
  readonly formulations: readonly FormulationEdition[];
  /** Versions of documents, the newest first. */
  readonly documents: readonly DocumentEdition[];
}

/** Something found outside the plans: an item of the statistics, a part of a strategy (総合戦略), a consultation (意見募集). */
export interface OtherHit {
  readonly kind: string;
  readonly title: string;
  /** The address on the site, without the site's own part. */
  readonly path: string;
  /** The text in which the words stand, where it is not the title. */
  readonly text: string;
}

interface Candidate extends OtherHit {
  readonly texts: readonly string[];
}

/** What holds every word of a query, the items and names first whose title holds them. */
export function searchElsewhere(published: Published, query: string): OtherHit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const found = candidatesOf(published).flatMap((candidate) => hitIn(candidate, words) ?? []);
  const isText = ({ text }: OtherHit) => (text === "" ? 0 : 1);
  return found.sort((one, other) => isText(one) - isText(other));
}

function hitIn({ texts, ...hit }: Candidate, words: readonly string[]): OtherHit | undefined {
  const all = [hit.title, ...texts];
  if (!words.every((word) => all.some((text) => isIn(text)(word)))) return undefined;
  if (words.every(isIn(hit.title))) return hit;
  return { ...hit, text: texts.find((text) => words.some(isIn(text))) ?? "" };
}

function isIn(text: string): (word: string) => boolean {
  return (word) => folded(text).includes(word);
}

function candidatesOf({ statistics, strategies, consultations, formulations, documents }: Published): Candidate[] {
  return [
    ...consultations.map(consultationOf),
    ...documents.map(versionOf),
    ...newestOfEach(documents).flatMap(sectionsOf),
    ...formulations.flatMap(policyOf),
    ...itemsOf(statistics),
    ...strategies.flatMap(partsOf),
  ];
}

function versionOf(edition: DocumentEdition): Candidate {
  const { version } = edition.snapshot;
  const path = `/documents/${edition.head.reference}`;
  return { kind: "計画書の案と版", title: editionName(edition), path, text: "", texts: [version.reason] };
}

/** Of a plan's versions the newest alone, so that the same section is not found in each. */
function newestOfEach(documents: readonly DocumentEdition[]): DocumentEdition[] {
  const plans = documents.map(({ snapshot }) => snapshot.content.plan.plan.id);
  return documents.filter((_, index) => plans.indexOf(plans[index] ?? "") === index);
}

/** Chapters and sections of their own words; what is bound to the tree is found in the plan. */
function sectionsOf(edition: DocumentEdition): Candidate[] {
  const { content, version } = edition.snapshot;
  const places = sectionPlaces(content);
  return content.sections
    .filter(({ nodeId }) => nodeId === null)
    .map(({ id, number, name, body }) => ({
      kind: `計画書「${version.name}」`,
      title: `${number}　${name}`.trim(),
      path: `/documents/${edition.head.reference}/${places.get(id) ?? ""}`,
      text: "",
      texts: body ? plainText(body).split("\n") : [],
    }));
}

/** The parts of a published 策定方針. */
function policyOf({ snapshot: { plan, policy } }: FormulationEdition): Candidate[] {
  return (policy?.content.parts ?? []).map(({ title, text }) => ({
    kind: `策定方針（${plan.name}）`,
    title,
    path: "/formulation",
    text: "",
    texts: text.split("\n"),
  }));
}

function consultationOf({ head, snapshot }: Published["consultations"][number]): Candidate {
  const { title, summary, plan } = snapshot;
  const path = `/consultations/${head.reference}`;
  return { kind: kindLabel(snapshot), title, path, text: "", texts: [summary, plan.name] };
}

function itemsOf(statistics: StatisticsEdition | undefined): Candidate[] {
  if (!statistics) return [];
  const { items, dataSets } = statistics.snapshot;
  const sources = new Map(dataSets.map(({ code, name, source }) => [code, [name, source]]));
  return items.map(({ code, name, description, dataSet }) => ({
    kind: "統計",
    title: name,
    path: `/statistics/${code}`,
    text: "",
    texts: [description, ...(sources.get(dataSet) ?? [])],
  }));
}

function partsOf({ head, snapshot }: StrategyEdition): Candidate[] {
  const path = `/strategy/${head.reference}`;
  const part = (kind: string, title: string, texts: readonly string[]): Candidate => ({
    kind: `${kind}（${snapshot.strategy.name}）`,
    title,
    path,
    text: "",
    texts,
  });
  return snapshot.goals.flatMap((goal) => [
    part("総合戦略の基本目標", `${goal.code}　${goal.name}`.trim(), [
      goal.description,
      ...goal.figures.map(({ name }) => name),
    ]),
    ...goal.measures.map((measure) =>
      part(
        "総合戦略の施策",
        `${measure.code}　${measure.title}`.trim(),
        measure.kpis.map(({ name }) => name),
      ),
    ),
  ]);
}
