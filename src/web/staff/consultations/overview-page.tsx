import type { ReactNode } from "react";
import {
  announcementOf,
  consultationBySlug,
  consultationKindLabels,
  listPeriodChanges,
  mayManageConsultation,
  periodChangeLabels,
  phaseLabels,
  publishableConsultation,
  type Announcement,
  type Consultation,
  type PeriodChange,
} from "#domain/consultations/index.ts";
import { mayPublish } from "#domain/publication/index.ts";
import { countVoicesByWay, wayLabels, ways, mayEnterVoices } from "#domain/voices/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { isClosedDay, nextOpenDay } from "#kernel/closed-days.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { publicationPath } from "#web/publication-address.ts";
import { Badge, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf as publicationAddress } from "../publications/addresses.ts";
import { addressOf, homeCrumb } from "./addresses.ts";
import { kindParts } from "./kinds.tsx";
import { phaseTone, spanWords } from "./words.ts";

/** One consultation: its state, what can be done now, what is its kind's own, what came in. */
export async function showConsultation(visit: Visit): Promise<Response> {
  return overviewPage(visit);
}

export async function overviewPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx } = visit;
  const consultation = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const announced = await announcementOf(ctx, consultation);
  const changes = await listPeriodChanges(ctx, consultation.id);
  const mayManage = mayManageConsultation(ctx.actor, consultation.occasion);
  const isComplete = (await publishableConsultation.compose(ctx, consultation.slug)).ok;
  const scene = { visit, consultation, announced, mayManage, isComplete };
  return page(
    <StaffPage visit={visit} title={consultation.occasion.title} crumbs={[homeCrumb]}>
      <State scene={scene} />
      <Warnings scene={scene} />
      <Acts scene={scene} />
      {await kindParts[consultation.kind]?.(scene, refusal)}
      <Changes changes={changes} />
      <Received counts={await countsByWay(visit, consultation.id)} id={consultation.id} />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

/** What the parts of a consultation's page are made from. */
export interface Scene {
  readonly visit: Visit;
  readonly consultation: Consultation;
  /** What citizens read now; undefined while it is not public. */
  readonly announced: Announcement | undefined;
  readonly mayManage: boolean;
  /** Whether nothing is missing that its announcement must say. */
  readonly isComplete: boolean;
}

interface SceneProps {
  readonly scene: Scene;
}

function State({ scene: { consultation, announced } }: SceneProps): ReactNode {
  const phase = announced?.phase ?? "preparing";
  return (
    <p className="mb-4 flex flex-wrap items-center gap-3">
      <Badge tone={phaseTone(phase)}>{phaseLabels[phase]}</Badge>
      <span>{consultationKindLabels[consultation.kind]}</span>
      <span>{spanWords(consultation.occasion)}</span>
      {announced && (
        <a href={publicationPath({ subject: "consultation", reference: consultation.slug, id: "" })}>公開ページ</a>
      )}
    </p>
  );
}

/** What must be seen: days that citizens read differently, and a last day on which the office is closed. */
function Warnings({ scene: { consultation, announced } }: SceneProps): ReactNode {
  const { closesOn } = consultation.occasion;
  const takesAtCounter = consultation.kind === "publicComment" || consultation.kind === "proposal"; // a meeting is held, not handed in
  return (
    <>
      {announced && announced.closesOn !== closesOn && (
        <div className="mb-4">
          <Notice title="変えた期間は、まだ公示されていません。" tone="caution">
            <p>
              公開ページと受付は、{announced.closesOn ? `${dateWithBoth(announced.closesOn)}まで` : "公示した期間"}
              のままです。「公示し直す」で公開してください。
            </p>
          </Notice>
        </div>
      )}
      {takesAtCounter && closesOn !== null && isClosedDay(closesOn) && announced?.phase !== "finished" && (
        <div className="mb-4">
          <Notice title="終わりの日が閉庁日です。" tone="caution">
            <p>窓口で受け取れない日です。次の開庁日（{dateWithBoth(nextOpenDay(closesOn))}）までにする市もあります。</p>
          </Notice>
        </div>
      )}
    </>
  );
}

/** What can be done now: one primary button, the others beside it. */
function Acts({ scene }: SceneProps): ReactNode {
  const { visit, consultation, announced, mayManage, isComplete } = scene;
  const { slug, id, kind } = consultation;
  const preparation = publicationAddress.preparation("consultation", slug);
  const isOver = announced?.phase === "closed" || announced?.phase === "finished";
  const mayWrite = mayManage && kind === "publicComment";
  const tellsAfterwards = kind === "townMeeting" || kind === "workshop"; // what was said there goes public once it is over
  const mayEnter = mayEnterVoices(visit.ctx.actor, consultation.occasion) && !consultation.occasion.settledAt;
  const takesPapers = mayEnter && kind !== "workshop"; // its notes come in at their tables
  return (
    <p className="actions mb-8">
      {mayWrite && !isComplete && !isOver && (
        <a className="button" href={addressOf.round(slug)}>
          実施要領を書く
        </a>
      )}
      {mayPublish(visit.ctx.actor) && (!isOver || tellsAfterwards) && (
        <a className={mayWrite && !isComplete ? "button button-secondary" : "button"} href={preparation}>
          {announceWords(announced)}
        </a>
      )}
      {isOver && (
        <a className={tellsAfterwards ? "button button-secondary" : "button"} href={`/staff/responses/occasions/${id}`}>
          市の考え方をまとめる
        </a>
      )}
      {takesPapers && (
        <a className="button button-secondary" href={`/staff/entry/occasions/${id}`}>
          紙・ファイルの意見を入れる
        </a>
      )}
      {mayWrite && (isComplete || isOver) && (
        <a className="button button-secondary" href={addressOf.round(slug)}>
          実施要領を書く
        </a>
      )}
      {mayManage && announced && !isOver && consultation.occasion.closesOn !== null && (
        <a className="button button-secondary" href={addressOf.period(slug)}>
          期間を変える
        </a>
      )}
    </p>
  );
}

function announceWords(announced: Announcement | undefined): string {
  if (!announced) return "公示する（公開の準備）";
  return announced.phase === "announced" || announced.phase === "open" ? "公示し直す" : "記録と結果を公開し直す";
}

function Changes({ changes }: { readonly changes: readonly PeriodChange[] }): ReactNode {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes-title" className="mt-8">
      <h2 id="changes-title" className="text-[1.25rem]">
        期間の変更
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {changes.map((change) => (
          <li key={change.id}>
            {dateWithBoth(tokyoDay(change.savedAt))} {periodChangeLabels[change.kind]}：
            {dateWithBoth(change.closesOnBefore)} → {dateWithBoth(change.closesOnAfter)}（{change.reason}）
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many voices came in, by way. */
async function countsByWay({ ctx }: Visit, occasionId: string) {
  const counts = await countVoicesByWay(ctx, { occasionId });
  return ways.flatMap((way) => {
    const count = counts.get(way) ?? 0;
    return count > 0 ? [{ label: wayLabels[way], count }] : [];
  });
}

function Received({
  counts,
  id,
}: {
  readonly counts: Awaited<ReturnType<typeof countsByWay>>;
  readonly id: string;
}): ReactNode {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="received-title" className="mt-8">
      <h2 id="received-title" className="text-[1.25rem]">
        届いた意見
      </h2>
      {total === 0 ? (
        <p className="mt-2">まだ届いていません。届くと、受付の方法ごとの数がここに出ます。</p>
      ) : (
        <>
          <p className="mt-2">
            {total}件（{counts.map(({ label, count }) => `${label} ${count}`).join("、")}）
          </p>
          <p className="mt-2">
            <a href={`/staff/desk?occasion=${id}`}>意見を仕分ける</a>
          </p>
          <p className="mt-2">
            <a href={`/staff/responses/occasions/${id}`}>市の考え方の一覧</a>
          </p>
        </>
      )}
    </section>
  );
}
