import type { ReactNode } from "react";
import { consultationBySlug, publishableConsultation } from "#domain/consultations/index.ts";
import { issuesOf, type WorkshopSnapshot } from "#export/newsletter-paper/issue.ts";
import { newsletterFile, newsletterFileIn } from "#export/newsletter-paper/newsletter-file.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { accept, NotFound, type Result } from "#kernel/result.ts";
import { download } from "#web/answer.tsx";
import { publicationPath } from "#web/publication-address.ts";
import type { Visit } from "#web/visit.ts";
import { overviewPage } from "../overview-page.tsx";
import { workshopAddress } from "./addresses.ts";

/** A newsletter as it would be handed out now: of what may be public alone, the same paper that citizens get. */
export async function newsletterOf(visit: Visit): Promise<Response> {
  const { ctx, params } = visit;
  const asked = newsletterFileIn(params["file"] ?? "");
  const { slug } = await consultationBySlug(ctx, params["slug"] ?? "");
  const composed = await workshopSnapshot(ctx, slug);
  if (!asked) throw new NotFound();
  if (!composed.ok) return overviewPage(visit, composed.refusal);
  const issue = issuesOf(composed.value.detail).find(({ name }) => name === asked.name);
  if (!issue) throw new NotFound();
  const { municipality, clock } = ctx;
  const path = publicationPath({ subject: "consultation", reference: slug, id: "" });
  const made = await newsletterFile(asked.ending, {
    city: municipality.name,
    day: clock.today(),
    marks: municipality.notice.includes("見本") ? ["見本"] : [],
    address: `${visit.signInDesk.originOf(visit.request, municipality)}${path}`,
    issue,
    snapshot: composed.value,
  });
  return download(made.bytes, made.name, made.mediaType);
}

/** A workshop as it would go public now. @throws NotFound where the consultation is of another kind */
async function workshopSnapshot(ctx: Ctx, slug: string): Promise<Result<WorkshopSnapshot>> {
  const composed = await publishableConsultation.compose(ctx, slug);
  if (!composed.ok) return composed;
  const { detail } = composed.value;
  if (detail.kind !== "workshop") throw new NotFound();
  return accept({ ...composed.value, detail });
}

/** The newsletters that can be made now, with what stands in them. */
export async function newsletterLinks(ctx: Ctx, slug: string): Promise<ReactNode> {
  const composed = await workshopSnapshot(ctx, slug);
  const issues = composed.ok ? issuesOf(composed.value.detail) : [];
  return (
    <section aria-labelledby="newsletters-title" className="mb-8">
      <h2 id="newsletters-title" className="mb-2 text-[1.25rem]">
        かわら版
      </h2>
      {issues.length === 0 ? (
        <p>班の人数か、まとめか、公開を確かめた付箋がそろうと、ここから紙面を作れます。</p>
      ) : (
        <>
          <p>
            付箋の言葉は、公開を二人で確かめたものだけが載ります。公表すると、市民のページからも同じ紙面を受け取れます。
          </p>
          <ul className="list-plain">
            {issues.map(({ name, label, round }) => (
              <li key={name} className="flex flex-wrap gap-x-4">
                <span>{round ? `${label}（第${round.number}回　${round.theme}）` : label}</span>
                {(["pdf", "docx"] as const).map((ending) => (
                  <a key={ending} href={workshopAddress.newsletter(slug, `${name}.${ending}`)}>
                    {ending === "pdf" ? "PDF" : "Word"}
                    <span className="visually-hidden">（{label}）</span>
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
