import { z } from "zod";
import { roles } from "#domain/audit/index.ts";

const id = z.string();
const day = z.string();
const post = z.object({
  id,
  personId: id,
  divisionId: id,
  title: z.string(),
  fromOn: day,
  untilOn: day.nullable(),
});
const grant = z.object({ id, personId: id, role: z.enum(roles), fromOn: day, untilOn: day.nullable() });
const facts = z.object({ name: z.string(), kana: z.string(), email: z.string(), employeeNumber: z.string() });

/** What a decided transfer did, step by step, with what was there before: enough to take it back. */
const step = z.discriminatedUnion("step", [
  z.object({ step: z.literal("joined"), personId: id }),
  z.object({ step: z.literal("returned"), personId: id, retiredOn: day }),
  z.object({ step: z.literal("retired"), personId: id }),
  z.object({ step: z.literal("facts"), personId: id, before: facts, after: facts }),
  z.object({ step: z.literal("postEnded"), personId: id, post }),
  z.object({ step: z.literal("postGiven"), personId: id, postId: id, divisionId: id, title: z.string() }),
  z.object({ step: z.literal("grantEnded"), personId: id, grant }),
  z.object({ step: z.literal("grantGiven"), personId: id, grantId: id, role: z.enum(roles) }),
]);

export const transferSteps = z.array(step);
export type TransferStep = z.infer<typeof step>;
