import type { ReactNode } from "react";
import { NotFound, type Refusal } from "#kernel/result.ts";
import {
  deskPage,
  findTopics,
  maySortPoints,
  suggestTopics,
  type DeskPage,
  type TopicSuggestion,
} from "#domain/voices/index.ts";
import { isId } from "#kernel/id.ts";
import { json, onwards, page } from "#web/answer.tsx";
import { DeskSplit } from "#web/islands/desk-split.tsx";
import type { DeskAnswer, DeskSplitProps } from "#web/islands/desk-split/protocol.ts";
import { Island } from "#web/ui/island.tsx";
import { Notice } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, withQuery } from "./addresses.ts";
import { inboxState } from "./inbox-page.tsx";
import { DeskFrame, UndoBar } from "./parts.tsx";
import { PlainSplit } from "./plain-split.tsx";
import { deskScene, type DeskScene } from "./scene.ts";
import { actOnVoice, deskState } from "./voice-acts.ts";

function readPage({ ctx, params, query }: Visit): Promise<DeskPage> {
  return deskPage(ctx, { voiceId: params["voice"] ?? "", state: inboxState(query) });
}

/** One voice to split: by an island, and without script by a form. */
export async function showVoice(visit: Visit, refusal?: Refusal): Promise<Response> {
  const desk = await readPage(visit);
  const { voice, occasion } = desk;
  const scene = await deskScene(visit.ctx, new URLSearchParams({ occasion: occasion.id }));
  if (!scene) throw new NotFound(`voice ${voice.id}`);
  const props = await islandProps(visit, desk);
  const suggestions = await suggestTopics(visit.ctx, { planId: voice.planId, words: voice.text ?? "" });
  return page(
    <DeskFrame visit={visit} title={`意見${voice.number}を分ける`} scene={scene} refusal={refusal}>
      <p className="mb-4">
        {occasion.title}
        {props.previous && (
          <a className="ml-6" href={props.previous} rel="prev">
            前の意見
          </a>
        )}
        {props.next && (
          <a className="ml-6" href={props.next} rel="next">
            次の意見
          </a>
        )}
        <a className="ml-6" href={addressOf.pointWords(voice.id)}>
          論点の言葉と要旨を直す
        </a>
      </p>
      {voice.text === null ? (
        <Notice title="この意見の文は、保存年限を過ぎて廃棄されています。" />
      ) : (
        <Workplace visit={visit} desk={desk} scene={scene} props={props} suggestions={suggestions} />
      )}
    </DeskFrame>,
    refusal ? 422 : 200,
  );
}

interface WorkplaceProps {
  readonly visit: Visit;
  readonly desk: DeskPage;
  readonly scene: DeskScene;
  readonly props: DeskSplitProps;
  readonly suggestions: readonly TopicSuggestion[];
}

function Workplace({ visit, desk, scene, props, suggestions }: WorkplaceProps): ReactNode {
  return (
    <>
      <Island name="desk-split" component={DeskSplit} id="desk-split" props={{ ...props }} />
      {props.maySort && (
        <noscript>
          <UndoBar scene={scene} back={`${visit.url.pathname}${visit.url.search}`} />
          <PlainSplit desk={desk} props={props} suggestions={suggestions} />
        </noscript>
      )}
    </>
  );
}

async function islandProps({ ctx, query }: Visit, desk: DeskPage): Promise<DeskSplitProps> {
  const { voice, occasion, previous, next } = desk;
  const state = query.get("state") ?? undefined;
  const addressTo = (id: string | null) => (id === null ? null : withQuery(addressOf.voice(id), { state }));
  return {
    text: voice.text ?? "",
    edition: voice.edition,
    state: await deskState(ctx, desk),
    acts: withQuery(addressOf.voiceActs(voice.id), { state }),
    suggestions: withQuery(addressOf.suggestions, { plan: voice.planId }),
    previous: addressTo(previous),
    next: addressTo(next),
    maySort: maySortPoints(ctx.actor, occasion) && occasion.settledAt === null,
  };
}

/** An act answers the island with how the voice stands now, and a plain form with its page. */
export async function changeVoice(visit: Visit): Promise<Response> {
  const { ctx, form, request, query } = visit;
  const desk = await readPage(visit);
  const result = await actOnVoice(ctx, desk, form);
  if (!request.headers.get("accept")?.includes("application/json")) {
    const state = query.get("state") ?? undefined;
    return result.ok
      ? onwards(withQuery(addressOf.voice(desk.voice.id), { state }), "saved")
      : showVoice(visit, result.refusal);
  }
  const { message, remedy = "" } = result.ok ? { message: "" } : result.refusal;
  const answer: DeskAnswer = {
    refusal: result.ok ? null : `${message}${remedy}`,
    state: await deskState(ctx, await readPage(visit)),
    made: result.ok ? madeIn(result.value) : [],
  };
  return json(answer, result.ok ? 200 : 422);
}

function madeIn(value: unknown): string[] {
  const ids: unknown = typeof value === "object" && value !== null && "ids" in value ? value.ids : [];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

/** Topics for words that were marked (`words`), or whose own words were typed (`find`). */
export async function tellSuggestions({ ctx, query }: Visit): Promise<Response> {
  const planId = query.get("plan") ?? "";
  const find = query.get("find") ?? "";
  if (!isId(planId)) return json([]);
  const words = query.get("words") ?? "";
  return json(await (find === "" ? suggestTopics(ctx, { planId, words }) : findTopics(ctx, { planId, words: find })));
}
