import { publicationById, withdraw, type PublicationRecord } from "#domain/publication/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, listCrumb } from "./addresses.ts";
import { ReasonForm } from "./reason-form.tsx";

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
      <ReasonForm
        visit={visit}
        publication={publication}
        refusal={refusal}
        action={addressOf.withdrawal(publication.id)}
        label="取り下げる理由"
        hint="個人の情報は書かないでください。"
        act="取り下げる"
      />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}
