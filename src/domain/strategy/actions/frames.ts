import { record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { frameFault, type FrameWords, type NationalFrame } from "../frame.ts";
import { knownFrames } from "../national.ts";
import { strategyRefusals } from "../labels.ts";
import { mayManageStrategy } from "../permissions.ts";
import { framesIn, insertFrame, saveFrame } from "../store/frames.ts";
import { goalsIn, strategiesIn } from "../store/strategies.ts";

/** Writes a national frame (国の枠組み), or changes one when its id and version are given. A goal in use is not taken away. */
export async function keepFrame(
  ctx: Ctx,
  words: FrameWords,
  standing?: Pick<NationalFrame, "id" | "version">,
): Promise<Result<{ code: string }>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  const fault = frameFault(words);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const frames = await framesIn(tx);
    if (frames.some(({ id, code }) => code === words.code && id !== standing?.id))
      return refuse(strategyRefusals.wordTaken);
    const before = frames.find(({ id }) => id === standing?.id);
    if (standing && !before) throw new NotFound();
    const keys = new Set(words.goals.map(({ key }) => key));
    const followers = (await strategiesIn(tx)).filter(({ frameId }) => frameId === standing?.id).map(({ id }) => id);
    const inUse = (await goalsIn(tx)).filter(({ strategyId }) => followers.includes(strategyId));
    if (inUse.some(({ frameGoals }) => frameGoals.some((key) => !keys.has(key))))
      return refuse(strategyRefusals.frameGoalsInUse);
    const { id, version } = standing ?? { id: newId(), version: 1 };
    const frame = { ...words, id, version, position: before?.position ?? frames.length + 1 };
    if (!standing) await insertFrame(tx, frame);
    else if (!(await saveFrame(tx, frame))) return refuse(strategyRefusals.stale);
    await record(tx, ctx, standing ? "strategy.frame.edited" : "strategy.frame.created", { frameId: id });
    return accept({ code: words.code });
  });
}

/** Takes over the national frames that the software knows and the city lacks. @returns how many */
export async function takeKnownFrames(ctx: Ctx): Promise<Result<{ added: number }>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  const codes = new Set((await framesIn(ctx.db)).map(({ code }) => code));
  const lacking = knownFrames.filter(({ code }) => !codes.has(code));
  for (const words of lacking) {
    const kept = await keepFrame(ctx, words);
    if (!kept.ok) return kept;
  }
  return accept({ added: lacking.length });
}
