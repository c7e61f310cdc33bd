import type { ReactNode } from "react";
import {
  effectLabels,
  effects,
  emptyYear,
  policies,
  policyLabels,
  projectById,
  saveGrantYears,
  verdictLabels,
  verdicts,
  type GrantProject,
  type GrantYear,
} from "#domain/strategy/index.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { yearsOf } from "#kernel/period.ts";
import type { Refusal, Result } from "#kernel/result.ts";
import { Form } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { numberIn, oneOf } from "./entered.ts";
import { Cell } from "./table-cell.tsx";

interface FormProps {
  readonly visit: Visit;
  readonly project: GrantProject;
  readonly refusal: Refusal | undefined;
}

function Choice<T extends string>({
  name,
  label,
  labels,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly labels: Readonly<Record<T, string>>;
  readonly value: string;
}): ReactNode {
  return (
    <select className="input" id={name} name={name} aria-label={label} defaultValue={value}>
      <option value="">−</option>
      {Object.entries<string>(labels).map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** Money (whole yen) and the yearly check (効果検証), one row a year. */
export function YearsForm({ visit: { form }, project, refusal }: FormProps): ReactNode {
  const shown = (name: string, value: string | number | null) => (refusal ? text(form, name) : String(value ?? ""));
  return (
    <section className="mt-12" aria-labelledby="years">
      <h2 id="years" className="text-[1.25rem]">
        事業費と効果検証
      </h2>
      <p className="prose mt-2">金額は円単位です。分からないところは空欄にします（0円とは区別します）。</p>
      <Form action={`${addressOf.grant(project.id)}/years`} refusal={refusal} className="mt-4">
        <input type="hidden" name="version" value={project.version} />
        <TableFrame label="事業費と効果検証の表">
          <table className="table">
            <caption className="visually-hidden">事業費と効果検証の表</caption>
            <thead>
              <tr>
                {["年度", "事業費（円）", "交付金額（円）", "実績額（円）", ...checkHeads].map((heading) => (
                  <th key={heading} scope="col" className="min-w-36">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {yearsOf(project).map((year) => {
                const each = project.years.find((one) => one.year === year) ?? emptyYear(year);
                const label = fiscalYearLabel(year);
                const amounts = {
                  cost: grouped(each.costYen),
                  grant: grouped(each.grantYen),
                  spent: grouped(each.spentYen),
                };
                const words = { opinion: each.opinion, policyReason: each.policyReason };
                const field = (name: string, heading: string, value: string | number | null) => (
                  <Cell
                    name={`${name}-${year}`}
                    label={`${label}の${heading}`}
                    value={shown(`${name}-${year}`, value)}
                    refusal={refusal}
                  />
                );
                return (
                  <tr key={year}>
                    <th scope="row">{label}</th>
                    <td>{field("cost", "事業費", amounts.cost)}</td>
                    <td>{field("grant", "交付金額", amounts.grant)}</td>
                    <td>{field("spent", "実績額", amounts.spent)}</td>
                    <td>
                      <Choice
                        name={`effect-${year}`}
                        label={`${label}の事業効果`}
                        labels={effectLabels}
                        value={shown(`effect-${year}`, each.effect)}
                      />
                    </td>
                    <td>
                      <Choice
                        name={`verdict-${year}`}
                        label={`${label}の外部有識者の評価`}
                        labels={verdictLabels}
                        value={shown(`verdict-${year}`, each.verdict)}
                      />
                    </td>
                    <td>{field("opinion", "外部有識者の意見", words.opinion)}</td>
                    <td>
                      <Choice
                        name={`policy-${year}`}
                        label={`${label}の今後の方針`}
                        labels={policyLabels}
                        value={shown(`policy-${year}`, each.policy)}
                      />
                    </td>
                    <td>{field("policyReason", "今後の方針の理由", words.policyReason)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
        <p className="actions mt-4">
          <button className="button">事業費と効果検証を保存する</button>
        </p>
      </Form>
    </section>
  );
}

/** 「18,400,000」, as offices write it; a form reads it back. */
function grouped(yen: number | null): string | null {
  return yen === null ? null : figure(yen, 0);
}

const checkHeads = ["事業効果", "外部有識者の評価", "外部有識者の意見", "今後の方針", "今後の方針の理由"];

/** Saves money and checks as they were sent. */
export async function saveYearsOf({ ctx, form, params }: Visit): Promise<Result<null>> {
  const project = await projectById(ctx, params["id"] ?? "");
  const years = yearsOf(project).map((year): GrantYear => ({
    year,
    costYen: numberIn(form, `cost-${year}`),
    grantYen: numberIn(form, `grant-${year}`),
    spentYen: numberIn(form, `spent-${year}`),
    effect: oneOf(effects, text(form, `effect-${year}`)),
    verdict: oneOf(verdicts, text(form, `verdict-${year}`)),
    opinion: text(form, `opinion-${year}`),
    policy: oneOf(policies, text(form, `policy-${year}`)),
    policyReason: text(form, `policyReason-${year}`),
  }));
  return saveGrantYears(ctx, { id: project.id, version: Number(text(form, "version")), years });
}
