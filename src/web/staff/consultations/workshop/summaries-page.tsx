import { writeSummaries } from "#domain/consultations/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { StaleComparison } from "../../stale-comparison.tsx";
import { workshopAddress } from "./addresses.ts";
import { roundCrumbs, roundOf } from "./round-of.ts";

/** The summaries of a round and of its tables, for the newsletter and the public page. */
export async function showSummaries(visit: Visit): Promise<Response> {
  return summariesAnswer(visit);
}

export async function saveSummaries(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { state, consultation } = await roundOf(visit);
  const { round, tables } = state;
  const written = await writeSummaries(ctx, {
    roundId: round.id,
    version: Number(text(form, "version")),
    summary: text(form, "summary"),
    tables: tables.map(({ table }) => ({ id: table.id, summary: text(form, fieldOf(table.id)) })),
  });
  return written.ok
    ? onwards(`${workshopAddress.round(consultation.slug, round.id)}#summary-title`, "saved")
    : summariesAnswer(visit, written.refusal);
}

function fieldOf(tableId: string): string {
  return `summary-${tableId}`;
}

async function summariesAnswer(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { form } = visit;
  const scene = await roundOf(visit);
  const { round, tables } = scene.state;
  const typed = (name: string, saved: string) => (refusal ? text(form, name) : saved);
  const isStale = refusal?.code === "stale";
  const compared = [
    { label: "この回のまとめ", now: round.summary, mine: text(form, "summary") },
    ...tables.map(({ table }) => ({
      label: `${table.name}のまとめ`,
      now: table.summary,
      mine: text(form, fieldOf(table.id)),
    })),
  ];
  return page(
    <StaffPage visit={visit} title="回と班のまとめを書く" crumbs={roundCrumbs(scene)}>
      <StaleComparison refusal={refusal} fields={compared} />
      <Form action={workshopAddress.summaries(scene.consultation.slug, round.id)} refusal={refusal}>
        <input type="hidden" name="version" value={isStale ? round.version : text(form, "version") || round.version} />
        <TextArea
          name="summary"
          label="この回のまとめ"
          hint="何をして、どんな話が多かったかを書きます。だれが言ったかは書きません。"
          rows={6}
          value={typed("summary", round.summary)}
        />
        {tables.map(({ table }) => (
          <TextArea
            key={table.id}
            name={fieldOf(table.id)}
            label={`${table.name}のまとめ`}
            rows={4}
            value={typed(fieldOf(table.id), table.summary)}
          />
        ))}
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}
