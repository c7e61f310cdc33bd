import type { ReactNode } from "react";
import { planKindLabels, isKnownKind, isPlanYear, type Plan, type PlanEntry } from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { SelectField, TextArea, TextField, type Option } from "#web/ui/forms.tsx";
import { text } from "#web/visit.ts";

/** What the form of a plan holds, as text. */
export interface PlanWords {
  readonly name: string;
  readonly slug: string;
  readonly kind: string;
  readonly startYear: string;
  readonly endYear: string;
  readonly vision: string;
  readonly summary: string;
  readonly divisionId: string;
  readonly predecessorId: string;
}

export function wordsOfPlan(plan: Plan): PlanWords {
  return {
    name: plan.name,
    slug: plan.slug,
    kind: plan.kind,
    startYear: String(plan.startYear),
    endYear: String(plan.endYear),
    vision: plan.vision,
    summary: plan.summary,
    divisionId: plan.divisionId ?? "",
    predecessorId: plan.predecessorId ?? "",
  };
}

/** A new plan usually begins next year and runs for five. */
export function wordsForNewPlan(thisYear: number): PlanWords {
  const startYear = thisYear + 1;
  return {
    name: "",
    slug: String(startYear),
    kind: "basicPlan",
    startYear: String(startYear),
    endYear: String(startYear + 4),
    vision: "",
    summary: "",
    divisionId: "",
    predecessorId: "",
  };
}

export function wordsInForm(form: FormData): PlanWords {
  return {
    name: text(form, "name"),
    slug: text(form, "slug"),
    kind: text(form, "kind"),
    startYear: text(form, "startYear"),
    endYear: text(form, "endYear"),
    vision: text(form, "vision"),
    summary: text(form, "summary"),
    divisionId: text(form, "divisionId"),
    predecessorId: text(form, "predecessorId"),
  };
}

/** The words as a plan's entry; the rules judge what they say. */
export function entryOf(words: PlanWords): PlanEntry {
  return {
    name: words.name,
    slug: words.slug,
    kind: isKnownKind(words.kind) ? words.kind : "sectoralPlan",
    startYear: Number(words.startYear),
    endYear: Number(words.endYear),
    vision: words.vision,
    summary: words.summary,
    divisionId: words.divisionId || null,
    predecessorId: words.predecessorId || null,
  };
}

interface FieldsProps {
  readonly words: PlanWords;
  readonly refusal: Refusal | undefined;
  readonly divisions: readonly Option[];
  readonly otherPlans: readonly Plan[];
  /** The fiscal year we are in: years to choose from lie around it. */
  readonly thisYear: number;
}

export function PlanFields({ words, refusal, divisions, otherPlans, thisYear }: FieldsProps): ReactNode {
  const years = yearOptions(thisYear, [Number(words.startYear), Number(words.endYear)]);
  const kinds = Object.entries(planKindLabels).map(([value, label]) => ({ value, label }));
  const predecessors = otherPlans.map((plan) => ({ value: plan.id, label: plan.name }));
  const common = { refusal };
  return (
    <>
      <TextField
        {...common}
        name="name"
        label="計画名"
        value={words.name}
        required
        hint="例：第3次みほん市総合計画 前期基本計画"
      />
      <SelectField {...common} name="kind" label="種別" value={words.kind} options={kinds} required />
      <div className="field-row">
        <SelectField
          {...common}
          name="startYear"
          label="始まりの年度"
          value={words.startYear}
          options={years}
          required
        />
        <SelectField {...common} name="endYear" label="終わりの年度" value={words.endYear} options={years} required />
      </div>
      <TextField
        {...common}
        name="slug"
        label="アドレスの言葉"
        value={words.slug}
        required
        short
        hint="公開ページのアドレス（/plan/◯◯）になります。半角の英小文字・数字・ハイフンで入力します。"
      />
      <TextArea {...common} name="vision" label="将来都市像" value={words.vision} rows={2} />
      <TextArea
        {...common}
        name="summary"
        label="計画の概要"
        value={words.summary}
        rows={6}
        hint="公開ページの初めに載ります。"
      />
      <SelectField
        {...common}
        name="divisionId"
        label="担当課"
        value={words.divisionId}
        options={divisions}
        blank="（まだ決めない）"
      />
      <SelectField
        {...common}
        name="predecessorId"
        label="前の計画"
        value={words.predecessorId}
        options={predecessors}
        blank="（なし）"
      />
    </>
  );
}

function yearOptions(thisYear: number, chosen: readonly number[]): Option[] {
  const known = chosen.filter(isPlanYear);
  const first = Math.min(thisYear - 15, ...known);
  const last = Math.max(thisYear + 20, ...known);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => ({
    value: String(year),
    label: `${fiscalYearLabel(year)}（${year}年度）`,
  }));
}
