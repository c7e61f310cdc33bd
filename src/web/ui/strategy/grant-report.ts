import { effectLabels, policyLabels, verdictLabels, type GrantSnapshot } from "#domain/strategy/published.ts";
import { figure } from "#kernel/figures.ts";

/** A grant project in one fiscal year, as the state's report form has it. */
export interface ReportLine {
  readonly number: number;
  readonly grant: GrantSnapshot;
  readonly year: GrantSnapshot["years"][number];
}

/** The projects that ran in a fiscal year, numbered. */
export function reportLines(grants: readonly GrantSnapshot[], year: number): ReportLine[] {
  const running = grants.filter(({ startYear, endYear }) => startYear <= year && year <= endYear);
  return running.map((grant, index) => ({
    number: index + 1,
    grant,
    year: grant.years.find((each) => each.year === year) ?? {
      year,
      costYen: null,
      grantYen: null,
      spentYen: null,
      effect: null,
      verdict: null,
      opinion: "",
      policy: null,
      policyReason: "",
    },
  }));
}

/** The years in which at least one project ran, the newest first. */
export function reportYears(grants: readonly GrantSnapshot[]): number[] {
  const years = grants.flatMap(({ startYear, endYear }) =>
    Array.from({ length: endYear - startYear + 1 }, (_, index) => startYear + index),
  );
  return [...new Set(years)].toSorted((one, other) => other - one);
}

const kpiPlaces = ["①", "②", "③", "④", "⑤"] as const;

interface ReportColumn {
  readonly heading: string;
  readonly cell: (line: ReportLine) => string;
}

/** 「1,234円」; 「−」 where it is not known, which is not 0. */
export function yenWords(yen: number | null): string {
  return yen === null ? "−" : `${figure(yen, 0)}円`;
}

/** The columns of the state's report form (実施状況の報告様式); five KPI places, empty where a project has fewer. */
export const reportColumns: readonly ReportColumn[] = [
  { heading: "No", cell: ({ number }) => String(number) },
  { heading: "交付対象事業名", cell: ({ grant }) => grant.name },
  { heading: "交付金の種類", cell: ({ grant }) => grant.programme },
  { heading: "実績額（円）", cell: ({ year }) => (year.spentYen === null ? "" : String(year.spentYen)) },
  ...kpiPlaces.flatMap((sign, index): ReportColumn[] => {
    const kpiOf = ({ grant }: ReportLine) => grant.kpis[index];
    const stepOf = (line: ReportLine) => kpiOf(line)?.steps.find(({ year }) => year === line.year.year);
    const value = (line: ReportLine, amount: number | null | undefined) =>
      amount === null || amount === undefined ? "" : figure(amount, kpiOf(line)?.decimals ?? 0);
    return [
      { heading: `指標${sign}`, cell: (line) => kpiOf(line)?.name ?? "" },
      { heading: `指標${sign}の指標値`, cell: (line) => value(line, stepOf(line)?.target) },
      { heading: `指標${sign}の単位`, cell: (line) => kpiOf(line)?.unit ?? "" },
      { heading: `指標${sign}の目標年月`, cell: (line) => kpiOf(line)?.due ?? "" },
      { heading: `指標${sign}の実績値`, cell: (line) => value(line, stepOf(line)?.actual) },
    ];
  }),
  { heading: "事業効果", cell: ({ year }) => (year.effect ? effectLabels[year.effect] : "") },
  { heading: "外部有識者の評価", cell: ({ year }) => (year.verdict ? verdictLabels[year.verdict] : "") },
  { heading: "外部有識者の意見", cell: ({ year }) => year.opinion },
  { heading: "今後の方針", cell: ({ year }) => (year.policy ? policyLabels[year.policy] : "") },
  { heading: "今後の方針の理由", cell: ({ year }) => year.policyReason },
];

/** The report of a year as rows of texts, the head first. */
export function reportRows(grants: readonly GrantSnapshot[], year: number): string[][] {
  const lines = reportLines(grants, year).map((line) => reportColumns.map(({ cell }) => cell(line)));
  return [reportColumns.map(({ heading }) => heading), ...lines];
}
