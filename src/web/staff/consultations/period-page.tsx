import {
  changePeriod,
  consultationBySlug,
  periodChangeKinds,
  periodChangeLabels,
} from "#domain/consultations/index.ts";
import { isClosedDay } from "#kernel/closed-days.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, consultationCrumbs } from "./addresses.ts";
import { spanWords } from "./words.ts";

export async function showPeriod(visit: Visit): Promise<Response> {
  return periodPage(visit);
}

async function periodPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const { slug, occasion } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  return page(
    <StaffPage visit={visit} title="期間を変える" crumbs={consultationCrumbs({ slug, title: occasion.title })}>
      <p className="prose mb-6">
        いまの期間：{spanWords(occasion)}
        {occasion.closesOn !== null && isClosedDay(occasion.closesOn) && "（終わりの日は閉庁日です）"}
        。変えたあとで「公示し直す」と、市民のページと受付に反映されます。終わった受付を開き直すことはできません。
      </p>
      <Form action={addressOf.period(slug)} refusal={refusal}>
        <Choices
          name="kind"
          label="何をしますか"
          options={periodChangeKinds.map((kind) => ({ value: kind, label: periodChangeLabels[kind] }))}
          chosen={[text(form, "kind") || "extension"]}
        />
        <TextField
          name="closesOn"
          label="新しい終わりの日"
          type="date"
          short
          required
          value={text(form, "closesOn")}
          refusal={refusal}
        />
        <TextArea
          name="reason"
          label="理由"
          hint="公表されます。"
          rows={3}
          required
          value={text(form, "reason")}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">期間を変える</button>
          <a className="button button-quiet" href={addressOf.consultation(slug)}>
            やめる
          </a>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function savePeriod(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { id, slug } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const kind = text(form, "kind") === "earlyClosing" ? "earlyClosing" : "extension";
  const changed = await changePeriod(ctx, { id, kind, closesOn: text(form, "closesOn"), reason: text(form, "reason") });
  return changed.ok ? onwards(addressOf.consultation(slug), "saved") : periodPage(visit, changed.refusal);
}
