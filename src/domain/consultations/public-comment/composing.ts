import type { Ctx } from "#domain/audit/index.ts";
import { storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { listDistricts } from "#domain/voices/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { accept, NotFound, refuse, type Result } from "#kernel/result.ts";
import type { Consultation } from "../consultation.ts";
import { consultationPayload } from "../payload.ts";
import type { PublicCommentDetail, PublishedDocument } from "./detail.ts";
import { lacksOfRound, periodFault, type RoundDocument, type RoundWords } from "./round.ts";
import { periodChangesOf } from "../store/consultations.ts";
import { documentsIn, roundIn } from "./store.ts";

/** The 実施要領 as it would go public now; refused while something is missing, or where the days left are too few and no reason is given. */
export async function roundDetail(
  ctx: Ctx,
  { id, slug, occasion }: Consultation,
): Promise<Result<PublicCommentDetail>> {
  const round = await roundIn(ctx.db, id);
  if (!round) throw new NotFound(`public comment round ${id}`);
  const documents = await documentsIn(ctx.db, id);
  const lacks = lacksOfRound(round, documents);
  if (lacks.length > 0)
    return refuse({
      code: "incomplete",
      message: `公示に必要なものが、まだありません：${lacks.join("、")}。`,
      remedy: "意見募集のページで書き足してから、公表してください。",
    });
  const heads = await storedPublications(ctx).heads();
  const opensOn = laterOf(occasion.opensOn, announcedOn(heads, slug) ?? ctx.clock.today());
  const fault = periodFault({ opensOn, closesOn: occasion.closesOn }, await shortReason(ctx, id, round));
  if (fault) return refuse(fault);
  const districts = (await listDistricts(ctx)).map(({ id: districtId, name }) => ({ id: districtId, name }));
  return accept({ kind: "publicComment", ...round, districts, documents: documents.map(published(heads)) });
}

/** Why fewer than 30 days: as it was said at first, or because the round was closed early. */
async function shortReason(ctx: Ctx, id: string, { shortPeriodReason }: RoundWords): Promise<string> {
  const changes = await periodChangesOf(ctx.db, id);
  return shortPeriodReason || (changes.findLast(({ kind }) => kind === "earlyClosing")?.reason ?? "");
}

/** The day on which citizens could first read it. */
function announcedOn(heads: readonly PublicationHead[], slug: string): string | undefined {
  const own = heads.filter(({ subject, reference }) => subject === consultationPayload.subject && reference === slug);
  const days = own.map(({ publishedAt }) => tokyoDay(publishedAt));
  return days.sort()[0];
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

export function published(heads: readonly PublicationHead[]) {
  return ({ role, title, file, publicationId }: RoundDocument): PublishedDocument => {
    const head = heads.find(({ id }) => id === publicationId);
    const version = head && {
      publicationId: head.id,
      planSlug: head.reference,
      label: head.label,
      hash: head.hash,
    };
    return { role, title, file, version: version ?? null };
  };
}
