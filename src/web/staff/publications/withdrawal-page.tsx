import { publicationById, withdraw, type PublicationRecord } from "#domain/publication/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, listCrumb } from "./addresses.ts";

export async function showWithdrawal(visit: Visit): Promise<Response> {
  return withdrawalPage(visit, await publicationById(visit.ctx, visit.params["publication"] ?? ""));
}

export async function withdrawPublication(visit: Visit): Promise<Response> {
  const publication = await publicationById(visit.ctx, visit.params["publication"] ?? "");
  const result = await withdraw(visit.ctx, { id: publication.id, reason: text(visit.form, "reason") });
  return result.ok
    ? onwards(addressOf.publication(publication.id), "withdrawn")
    : withdrawalPage(visit, publication, result.refusal);
}

/** Before a withdrawal: what citizens will see, and the reason that they will read. */
function withdrawalPage(visit: Visit, publication: PublicationRecord, refusal?: Refusal): Response {
  const crumbs = [listCrumb, { href: addressOf.publication(publication.id), label: publication.label }];
  return page(
    <StaffPage visit={visit} title={`${publication.label}を取り下げる`} crumbs={crumbs}>
      <p className="prose mb-6">
        市民のページには「取り下げました」と、日付と理由が出ます。前の版は、自動では戻りません。戻すときは、もう一度公開の準備をしてください。
      </p>
      <Form action={addressOf.withdrawal(publication.id)} refusal={refusal}>
        <TextArea
          name="reason"
          label="取り下げる理由"
          hint="市民に公開されます。個人の情報は書かないでください。"
          rows={3}
          value={text(visit.form, "reason")}
          required
          refusal={refusal}
        />
        <p className="actions">
          <button className="button button-danger">取り下げる</button>
          <a className="button button-quiet" href={addressOf.publication(publication.id)}>
            やめる
          </a>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}
