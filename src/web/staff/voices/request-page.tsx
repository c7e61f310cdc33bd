import type { ReactNode } from "react";
import {
  decideRequest,
  requestKindLabels,
  requestOutcomeLabels,
  requestOutcomes,
  requestPage,
  type PersonalRequest,
  type VoicePage,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, ledgerCrumb } from "./addresses.ts";
import { voiceResponse } from "./voice-page.tsx";

/** A request of a person about the own voice, and its decision. */
export async function showRequest(visit: Visit): Promise<Response> {
  return requestResponse(visit);
}

async function requestResponse(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { request, page: shown } = await requestPage(visit.ctx, visit.params["request"] ?? "");
  const { number } = shown.voice;
  return page(
    <StaffPage
      visit={visit}
      title={`意見 ${number} の${requestKindLabels[request.kind]}`}
      crumbs={[ledgerCrumb, { href: addressOf.voice(number), label: `意見 ${number}` }]}
    >
      <p>受け付けた日：{dateWithBoth(request.receivedOn)}</p>
      {request.outcome === null ? (
        <DecisionForm visit={visit} request={request} shown={shown} refusal={refusal} />
      ) : (
        <Notice title={`決定：${requestOutcomeLabels[request.outcome]}`}>
          <p>
            {request.decidedOn && dateWithBoth(request.decidedOn)}　{request.reason}
          </p>
        </Notice>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface DecisionFormProps {
  readonly visit: Visit;
  readonly request: PersonalRequest;
  readonly shown: VoicePage;
  readonly refusal: Refusal | undefined;
}

function DecisionForm({ visit, request, shown, refusal }: DecisionFormProps): ReactNode {
  const { form, ctx } = visit;
  const isCorrection = request.kind === "correction";
  return (
    <Form action={addressOf.request(request.id)} refusal={refusal} className="form max-w-3xl">
      <Choices
        name="outcome"
        label="決定"
        options={requestOutcomes.map((outcome) => ({ value: outcome, label: requestOutcomeLabels[outcome] }))}
        chosen={[text(form, "outcome") || "granted"]}
        required
      />
      {isCorrection && (
        <TextArea
          name="text"
          label="訂正したあとの文章"
          hint="応じるときに直します。前の文章は残り、論点は新しい文章に付け直されます。"
          rows={10}
          value={text(form, "text") || (shown.voice.text ?? "")}
          refusal={refusal}
        />
      )}
      {!isCorrection && <p className="field-hint">応じると、公開しない扱いになり、次の公表から除かれます。</p>}
      <TextArea name="reason" label="理由" rows={2} value={text(form, "reason")} required refusal={refusal} />
      <TextField
        name="day"
        label="決定の日"
        type="date"
        value={text(form, "day") || ctx.clock.today()}
        short
        required
        refusal={refusal}
      />
      <button className="button">決定を登録する</button>
    </Form>
  );
}

export async function decide(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const { request, page: shown } = await requestPage(ctx, params["request"] ?? "");
  const outcome = requestOutcomes.find((each) => each === text(form, "outcome")) ?? "refused";
  const done = await decideRequest(ctx, {
    id: request.id,
    outcome,
    reason: text(form, "reason"),
    decidedOn: text(form, "day"),
    text: text(form, "text"),
  });
  if (!done.ok) return requestResponse(visit, done.refusal);
  const { number } = shown.voice;
  if (done.value.lost.length === 0) return onwards(addressOf.voice(number), "saved");
  return voiceResponse({ ...visit, params: { number: String(number) } }, { lost: done.value.lost });
}
