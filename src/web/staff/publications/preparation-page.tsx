import type { ReactNode } from "react";
import { divisionsOn, type DivisionOnDay } from "#domain/identity/index.ts";
import type { Refusal, Result } from "#kernel/result.ts";
import type { Published } from "#domain/publication/index.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, listCrumb } from "./addresses.ts";
import { offerAt, type Offer } from "./kinds/index.ts";
import { atVersionField, VersionFields, versionEntered, versionWordsIn, type EnteredVersion } from "./version-form.tsx";

/** What would go public, and the words of the version. */
export async function showPreparation(visit: Visit): Promise<Response> {
  const { ctx, query } = visit;
  const place = { subject: query.get("subject") ?? "", reference: query.get("reference") ?? "" };
  const offer = await offerAt(ctx, place);
  const { divisionId, version = { label: "", openness: "" } } = offer.thing;
  const entered = { ...version, divisionId, note: "" };
  return page(await preparationPage(visit, { offer, entered }));
}

/** Puts the thing aside as it stands now, and leads to the page where it is checked. */
export async function prepareCandidate(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const offer = await offerAt(ctx, { subject: text(form, "subject"), reference: text(form, "reference") });
  const prepared = await preparedFrom(visit, offer);
  if (prepared.ok) return onwards(addressOf.candidate(prepared.value.id));
  const refusal = atVersionField(prepared.refusal);
  return page(await preparationPage(visit, { offer, entered: versionEntered(form), refusal }), 422);
}

async function preparedFrom(visit: Visit, { kind, thing }: Offer): Promise<Result<Published>> {
  const words = await versionWordsIn(visit);
  return words.ok ? kind.prepare(visit.ctx, thing.reference, words.value) : words;
}

interface PreparationProps {
  readonly offer: Offer;
  readonly entered: EnteredVersion;
  readonly refusal?: Refusal;
}

async function preparationPage(visit: Visit, props: PreparationProps) {
  const { ctx } = visit;
  const { kind, thing } = props.offer;
  const missing = await kind.missing(ctx, thing.reference);
  return (
    <StaffPage visit={visit} title={`公開の準備：${thing.name}`} crumbs={[listCrumb]}>
      {missing ? (
        <Notice tone="caution" title={missing.message}>
          <p>{missing.remedy}</p>
          <p className="mt-2">
            <a href={thing.href}>{thing.name}のページへ</a>
          </p>
        </Notice>
      ) : (
        <>
          <p className="prose mb-6">
            次のページで、公開されるとおりの画面と、いま公開している版から変わるところを確かめられます。まだ公開はされません。
          </p>
          {await kind.contents(ctx, thing)}
          <VersionForm {...props} divisions={await divisionsOn(ctx, ctx.clock.today())} />
        </>
      )}
    </StaffPage>
  );
}

function VersionForm({
  offer: { kind, thing },
  entered,
  refusal,
  divisions,
}: PreparationProps & { readonly divisions: readonly DivisionOnDay[] }): ReactNode {
  return (
    <Form action={addressOf.candidates} refusal={refusal}>
      <input type="hidden" name="subject" value={kind.subject} />
      <input type="hidden" name="reference" value={thing.reference} />
      <VersionFields entered={entered} divisions={divisions} example={kind.example} refusal={refusal} />
      <p className="actions">
        <button className="button">公開前の確認へ進む</button>
        <a className="button button-quiet" href={thing.href}>
          やめる
        </a>
      </p>
    </Form>
  );
}
