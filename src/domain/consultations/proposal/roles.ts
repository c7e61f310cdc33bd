import type { Ctx } from "#domain/audit/index.ts";
import { editNode, nodePage } from "#domain/plan/index.ts";
import { addChange, topicOfVoice } from "#domain/voices/index.ts";
import { faultWords, richOf } from "#kernel/rich-notation.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { consultationIn } from "../actions/consultations.ts";
import { mayModerateProposals } from "../permissions.ts";
import { proposalRefusals } from "./labels.ts";
import { noteAct } from "./moderation.ts";
import { proposalIn, type StoredProposal } from "./store/proposals.ts";

export interface RoleTaking {
  readonly voiceId: string;
  readonly nodeId: string;
  /** The node's version that the person saw. */
  readonly version: number;
  /** The role's text as it shall stand, in plain notation. */
  readonly text: string;
}

/**
 * Takes a proposal over into the role text of a measure (役割分担) and ties the change to the proposal's topic. The plan and the ledger
 * each keep their own transaction: if the tie is refused the text stands, and the refusal says how to tie it.
 */
export async function takeOverRole(ctx: Ctx, { voiceId, nodeId, version, text }: RoleTaking): Promise<Result<null>> {
  const proposal = await proposalIn(ctx.db, voiceId);
  if (!proposal) throw new NotFound(`proposal ${voiceId}`);
  const { node } = await nodePage(ctx, nodeId);
  if (!proposal.roleField) return refuse(proposalRefusals.notARole);
  const { state, roleField } = proposal;
  if (state !== "public" && state !== "unlisted") return refuse(proposalRefusals.otherState);
  const { rich, faults } = richOf(text);
  if (faults.length > 0) return refuse({ code: "notation", message: faultWords(faults) });
  const fields = { ...node.fields, [roleField]: rich };
  const edited = await editNode(ctx, { id: nodeId, version, fields });
  if (!edited.ok) return refuse(plainRefusal(edited.refusal));
  const noted = await noteTaking(ctx, proposal);
  if (!noted.ok) return noted;
  const change = { topicId: noted.value, nodeId, field: roleField, note: "" };
  const tied = await addChange(ctx, { ...change, beforeNumber: version, afterNumber: edited.value.version });
  return tied.ok ? accept(null) : tied;
}

/** Notes in the proposal's log that it was taken over. @returns the topic that the change belongs to */
async function noteTaking(ctx: Ctx, { voiceId, callId }: StoredProposal): Promise<Result<string>> {
  return ctx.transaction(async (tx) => {
    const { occasion } = await consultationIn(tx, callId);
    permit(mayModerateProposals(ctx.actor, occasion), mayModerateProposals.sentence);
    const topicId = await topicOfVoice(tx, voiceId);
    if (topicId === undefined) return refuse(proposalRefusals.notARole);
    await noteAct(tx, ctx, { voiceId, act: "takenOver", reason: "" });
    return accept(topicId);
  });
}

function plainRefusal({ code, message, remedy, fields }: Refusal): Refusal {
  return { code, message, ...(remedy !== undefined && { remedy }), ...(fields && { fields }) };
}
