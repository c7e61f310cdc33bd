import { standingPolicy, writtenPolicy, type FormulationPage, type PolicyContent } from "#domain/formulation/index.ts";
import { divisionInCharge, templateBytes, templateInUse } from "#domain/plan/index.ts";
import { undecidedStamp } from "#domain/publication/index.ts";
import { officeFileTypes } from "#export/office-file.ts";
import { write } from "#export/paper-writer.ts";
import type { Paper } from "#export/paper/paper.ts";
import { policyPaper } from "#export/policy-paper/policy-paper.ts";
import { templateWords } from "#export/word-template/words.ts";
import { NotFound } from "#kernel/result.ts";
import { download } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import { formulationOf } from "./found.ts";

/** The 策定方針 as Word or PDF: a version by its number, or 「draft」 as it is written now. */
export async function policyFile(visit: Visit): Promise<Response> {
  const { ctx, params } = visit;
  const [name = "", ending = ""] = (params["paper"] ?? "").split(".");
  if (ending !== "pdf" && ending !== "docx") throw new NotFound();
  const { municipality } = ctx;
  const shown = await shownPolicy(visit, await formulationOf(visit), name);
  const marks = [...(municipality.notice.includes("見本") ? ["見本"] : []), ...shown.marks];
  const paper = policyPaper({ city: municipality.name, ...shown, marks });
  const { bytes } = await write(
    ending === "pdf"
      ? { form: "pdf", paper }
      : { form: "word", paper, template: await templateFor(visit, shown, paper) },
  );
  return download(bytes, `${paper.title.replaceAll(/[\\/:*?"<>|\s　]+/g, "_")}.${ending}`, officeFileTypes[ending]);
}

/** The city's template, where it has one in use. */
async function templateFor({ ctx }: Visit, { version, day, planId }: Shown, paper: Paper) {
  const used = await templateInUse(ctx);
  const bytes = used && (await templateBytes(ctx, used.id));
  if (!bytes) return undefined;
  const division = (await divisionInCharge(ctx, planId, day)).name;
  return { bytes, words: templateWords(paper, { versionName: version, versionNumber: null, day, division }) };
}

interface Shown {
  readonly planId: string;
  readonly version: string;
  readonly day: string;
  readonly marks: readonly string[];
  readonly content: PolicyContent;
}

async function shownPolicy({ ctx }: Visit, found: FormulationPage, name: string): Promise<Shown> {
  if (name === "draft")
    return {
      planId: found.plan.id,
      version: "",
      day: ctx.clock.today(),
      marks: [undecidedStamp],
      content: writtenPolicy(found),
    };
  const { version, content } = await standingPolicy(ctx, { planId: found.plan.id, number: Number(name) });
  const marks = version.openness === "decided" ? [] : [undecidedStamp];
  return { planId: found.plan.id, version: version.name, day: version.datedOn, marks, content };
}
