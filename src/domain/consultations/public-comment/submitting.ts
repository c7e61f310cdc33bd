import type { Ctx, Tx } from "#domain/audit/index.ts";
import { cameWith, receiveVoice, type GivenFile, type Received } from "#domain/voices/index.ts";
import { canonicalJson, sha256 } from "#kernel/canonical-json.ts";
import { refuse, type Refusal, type Result } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { consultationIn } from "../actions/consultations.ts";
import { announcementOf, type Announcement } from "../queries/phases.ts";
import { consultationsIn } from "../store/consultations.ts";
import { limitsIn } from "../store/intake-limits.ts";
import { attachmentFault, entryOf, opinionFault, senderFault, type Comment } from "./comment.ts";
import type { PublicCommentDetail } from "./detail.ts";
import { intakeRefusals } from "./labels.ts";

export interface CommentSending {
  readonly slug: string;
  /** The key of the form, known to its sender alone. */
  readonly formKey: string;
  readonly comment: Comment;
  readonly files: readonly GivenFile[];
}

/**
 * Receives a comment from the public form, if what is announced is open today. The same form with the same words is the same
 * comment, also after the last day: whoever sends it again because the line broke sees the receipt of the first time. Other words
 * under the same form are another comment, so that none is lost. So are the same words with a file that did not come before; without
 * one they are the first: a browser that loads the receipt again may send the words and not the file.
 */
export async function submitComment(ctx: Ctx, sending: CommentSending): Promise<Result<Received>> {
  const [found] = await consultationsIn(ctx.db, { slug: sending.slug });
  const announced = found && (await announcementOf(ctx, found));
  const detail = announced?.snapshot.detail;
  if (!found || !announced || detail?.kind !== "publicComment") return refuse(intakeRefusals.notPublic);
  const fault = await sendingFault(ctx, detail, sending);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const received = await receive(tx, ctx, { id: found.id, detail, sending });
    if (!received.ok || received.value.isRepeat) return received;
    const late = phaseFault(announced);
    return late ? refuse(late) : received; // a refusal takes the whole transaction back
  });
}

interface Receiving {
  readonly id: string;
  readonly detail: PublicCommentDetail;
  readonly sending: CommentSending;
}

async function receive(tx: Tx, ctx: Ctx, { id, detail, sending }: Receiving): Promise<Result<Received>> {
  const { occasion } = await consultationIn(tx, id);
  const { comment, formKey, files } = sending;
  const intake = { occasion, entry: entryOf(detail, comment), way: "web", attachments: files } as const;
  const sendingKey = `${formKey} ${sha256(canonicalJson({ ...comment }))}`;
  const received = await receiveVoice(tx, ctx, { ...intake, sendingKey });
  if (!received.ok || !received.value.isRepeat || files.length === 0) return received;
  if (await cameWith(tx, received.value.id, files)) return received;
  return receiveVoice(tx, ctx, { ...intake, sendingKey: `${sendingKey} ${hashOf(files)}` });
}

function hashOf(files: readonly GivenFile[]): string {
  return sha256(canonicalJson(files.map(({ name, bytes }) => ({ name, hash: sha256(Buffer.from(bytes)) }))));
}

async function sendingFault(
  ctx: Ctx,
  detail: PublicCommentDetail,
  { comment, files }: CommentSending,
): Promise<Refusal | undefined> {
  if (!detail.acceptsWeb) return intakeRefusals.notByWeb;
  if (files.length > 0 && !detail.acceptsFiles) return intakeRefusals.noFiles;
  return (
    opinionFault(detail.questions, comment) ??
    senderFault(detail.questions, comment) ??
    attachmentFault(files, await limitsIn(ctx.db))
  );
}

/** Why nothing may be sent on this day, in words that name the days. */
export function phaseFault({
  phase,
  opensOn,
  closesOn,
}: Pick<Announcement, "phase" | "opensOn" | "closesOn">): Refusal | undefined {
  if (phase === "open") return undefined;
  if (phase === "announced")
    return {
      code: "notOpenYet",
      message: `受付は、${warekiDate(opensOn)}に始まります。`,
      remedy: "始まってから、もう一度お送りください。",
    };
  return {
    code: "isClosed",
    message: `受付は、${closesOn === null ? "" : `${warekiDate(closesOn)}で`}終わりました。この意見は受け付けられません。`,
    remedy: "担当の課へお問い合わせください。",
  };
}
