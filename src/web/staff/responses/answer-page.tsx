import { divisionsOn, peopleNames } from "#domain/identity/index.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { nodeRevisions, revisionKey, revisionTexts, textFieldLabels } from "#domain/plan/index.ts";
import {
  answerPage,
  listBoilerplates,
  listCategories,
  reopenResponse,
  responseStateLabels,
  sendBackResponse,
  writeResponse,
  type AnswerPage,
} from "#domain/voices/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Badge, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { allMeasures, type MeasureName } from "../background/measures.ts";
import { addressOf, responsesCrumb } from "./addresses.ts";
import { Changes } from "./answer-changes.tsx";
import { AnswerForm, Decided, PlanningActs } from "./answer-forms.tsx";
import { Points, Revisions } from "./answer-parts.tsx";
import type { AnswerScene, Refused } from "./answer-scene.ts";

export async function showAnswer(visit: Visit): Promise<Response> {
  return answerAnswer(visit);
}

export async function saveAnswer(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const entered = { categoryId: text(form, "category"), content: text(form, "content") };
  const saved = await writeResponse(ctx, {
    topicId: params["topic"] ?? "",
    version: Number(text(form, "version")),
    categoryId: entered.categoryId || null,
    content: entered.content,
    isSubmitted: text(form, "act") === "submit",
  });
  if (saved.ok) return onwards(addressOf.answer(params["topic"] ?? ""), "saved");
  return answerAnswer(visit, { refusal: saved.refusal, form: "answer", entered });
}

export async function returnAnswer(visit: Visit): Promise<Response> {
  const returned = await sendBackResponse(visit.ctx, reasoned(visit));
  if (returned.ok) return onwards(addressOf.answer(visit.params["topic"] ?? ""), "saved");
  return answerAnswer(visit, { refusal: returned.refusal, form: "return" });
}

export async function reopenAnswer(visit: Visit): Promise<Response> {
  const reopened = await reopenResponse(visit.ctx, reasoned(visit));
  if (reopened.ok) return onwards(addressOf.answer(visit.params["topic"] ?? ""), "saved");
  return answerAnswer(visit, { refusal: reopened.refusal, form: "reopening" });
}

function reasoned({ form, params }: Visit) {
  return { topicId: params["topic"] ?? "", version: Number(text(form, "version")), reason: text(form, "reason") };
}

/** The page of one answer, with the form that was refused if one was. */
export async function answerAnswer(visit: Visit, refused?: Refused): Promise<Response> {
  const scene = await sceneOf(visit, refused);
  const { topic, response } = scene.found;
  const element = (
    <StaffPage visit={visit} title={`${topic.number}番　${topic.title}`} crumbs={[responsesCrumb]}>
      <p className="mb-4 flex flex-wrap gap-x-4">
        <Badge tone={response?.state === "decided" ? "good" : "plain"}>
          {response ? responseStateLabels[response.state] : "市の考え方はまだありません"}
        </Badge>
        <span>回答する課：{scene.divisions.get(topic.divisionId ?? "") ?? "まだ決まっていません"}</span>
        {topic.dueOn && <span>期限：{warekiDate(topic.dueOn)}</span>}
        {topic.place !== "" && <span>該当箇所：{topic.place}</span>}
      </p>
      {response?.state === "draft" && response.sendBack !== "" && (
        <Notice title="企画から差し戻されました" tone="caution">
          <p>{response.sendBack}</p>
        </Notice>
      )}
      <Points found={scene.found} />
      {response?.state === "decided" ? <Decided scene={scene} /> : <AnswerForm scene={scene} />}
      <Changes scene={scene} />
      <PlanningActs scene={scene} />
      <Revisions found={scene.found} names={scene.names} />
    </StaffPage>
  );
  return page(element, refused ? 422 : 200);
}

async function sceneOf(visit: Visit, refused: Refused | undefined): Promise<AnswerScene> {
  const { ctx, params } = visit;
  const found = await answerPage(ctx, params["topic"] ?? "");
  const divisions = await divisionsOn(ctx, ctx.clock.today());
  const measures = await allMeasures(ctx);
  const measure = measures.find(({ id }) => id === chosenMeasure(visit, found));
  return {
    visit,
    found,
    refused,
    categories: await listCategories(ctx),
    boilerplates: await listBoilerplates(ctx),
    divisions: new Map(divisions.map(({ id, name }) => [id, name])),
    names: await peopleNames(ctx, [...new Set(found.revisions.flatMap(({ savedBy }) => savedBy ?? []))]),
    measures,
    chosen: measure && (await chosenOf(ctx, measure)),
  };
}

/** A measure with its saves and the texts that the last one changed: those are what one comes to tie. */
async function chosenOf(ctx: Ctx, measure: MeasureName): Promise<NonNullable<AnswerScene["chosen"]>> {
  const revisions = await nodeRevisions(ctx, measure.id);
  const places = revisions.slice(0, 2).map(({ number }) => ({ nodeId: measure.id, number }));
  const texts = await revisionTexts(ctx, places);
  const [last, before] = places.map((place) => texts.get(revisionKey(place))?.fields);
  const changed = Object.keys(textFieldLabels).filter((field) => last && before && last[field] !== before[field]);
  return { measure, revisions, changed };
}

/** The measure that was chosen on the page, sent with a form, or that the topic is about. */
function chosenMeasure({ query, form }: Visit, { topic }: AnswerPage): string | null {
  return query.get("measure") ?? (text(form, "measure") || topic.nodeId);
}
