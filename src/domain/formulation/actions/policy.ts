import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { planById } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import {
  headFault,
  partFault,
  rowsFault,
  type Formulation,
  type FormulationHead,
  type KeptPart,
  type PolicyBody,
  type PolicyMethod,
  type PolicyPart,
} from "../formulation.ts";
import { formulationRefusals } from "../labels.ts";
import { mayFreezePolicy, mayWriteFormulation } from "../permissions.ts";
import { contentOf, sealed, versionFault, type VersionWords } from "../policy-version.ts";
import {
  formulationOf,
  holdFormulation,
  insertFormulation,
  saveHead,
  touch,
  writeBodies,
  writeMethods,
  writeParts,
} from "../store/formulations.ts";
import { insertVersion, versionsOf } from "../store/policy-versions.ts";
import { insertStage, stagesOf } from "../store/stages.ts";
import { usualBodies, usualMethods, usualParts, usualStages } from "../usual.ts";

/** Begins the formulation of a plan (策定): with the parts, bodies, ways and stages that most cities have. */
export async function beginFormulation(ctx: Ctx, planId: string, head: FormulationHead): Promise<Result<null>> {
  permit(mayWriteFormulation(ctx.actor), mayWriteFormulation.sentence);
  const { id } = await planById(ctx, planId);
  const fault = headFault(head);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    if (!(await insertFormulation(tx, id, head, savingOf(ctx)))) return refuse(formulationRefusals.exists);
    await writeParts(tx, id, usualParts.map(withId));
    await writeBodies(tx, id, usualBodies);
    await writeMethods(tx, id, usualMethods);
    for (const [index, stage] of usualStages.entries())
      await insertStage(tx, { id: newId(), planId: id, position: index + 1, ...stage });
    await record(tx, ctx, "formulation.begun", { planId: id });
    return accept(null);
  });
}

/** A formulation as the person saw it. */
export interface SeenFormulation {
  readonly planId: string;
  readonly version: number;
}

export async function editHead(ctx: Ctx, seen: SeenFormulation, head: FormulationHead): Promise<Result<null>> {
  return save(ctx, seen, {
    act: "formulation.head.edited",
    fault: headFault(head),
    write: (tx) => saveHead(tx, seen, head, savingOf(ctx)),
  });
}

export async function editBodies(
  ctx: Ctx,
  seen: SeenFormulation,
  bodies: readonly PolicyBody[],
): Promise<Result<null>> {
  const named = bodies.filter(({ name }) => name !== "");
  return saveList(ctx, seen, {
    act: "formulation.bodies.edited",
    fault: rowsFault("bodies", named),
    write: (tx) => writeBodies(tx, seen.planId, named),
  });
}

export async function editMethods(
  ctx: Ctx,
  seen: SeenFormulation,
  methods: readonly PolicyMethod[],
): Promise<Result<null>> {
  const named = methods.filter(({ name }) => name !== "");
  return saveList(ctx, seen, {
    act: "formulation.methods.edited",
    fault: rowsFault("methods", named),
    write: (tx) => writeMethods(tx, seen.planId, named),
  });
}

/** Writes all parts of the 策定方針 in the order given: an edited one, a new one without an id, one less, or another order. */
export async function editParts(
  ctx: Ctx,
  seen: SeenFormulation,
  parts: readonly (PolicyPart & Partial<KeptPart>)[],
): Promise<Result<null>> {
  const fault = parts.map(partFault).find((each) => each !== undefined);
  return saveList(ctx, seen, {
    act: "formulation.parts.edited",
    fault,
    write: (tx) => writeParts(tx, seen.planId, parts.map(withId)),
  });
}

function withId({ id = newId(), ...part }: PolicyPart & Partial<KeptPart>): KeptPart {
  return { ...part, id };
}

interface Save<T> {
  readonly act: string;
  readonly fault: Refusal | undefined;
  readonly write: (tx: Tx) => Promise<T>;
}

async function saveList(ctx: Ctx, seen: SeenFormulation, { write, ...rest }: Save<void>): Promise<Result<null>> {
  return save(ctx, seen, {
    ...rest,
    write: async (tx) => {
      const isFresh = await touch(tx, seen, savingOf(ctx));
      if (isFresh) await write(tx);
      return isFresh;
    },
  });
}

async function save(
  ctx: Ctx,
  { planId }: SeenFormulation,
  { act, fault, write }: Save<boolean>,
): Promise<Result<null>> {
  permit(mayWriteFormulation(ctx.actor), mayWriteFormulation.sentence);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    if (!(await write(tx))) return refuse(formulationRefusals.stale);
    await record(tx, ctx, act, { planId });
    return accept(null);
  });
}

/** Freezes the 策定方針 as it is written now (版を作る). @returns the version's number */
export async function freezePolicy(ctx: Ctx, seen: SeenFormulation, words: VersionWords): Promise<Result<number>> {
  permit(mayFreezePolicy(ctx.actor), mayFreezePolicy.sentence);
  const plan = await planById(ctx, seen.planId);
  const fault = versionFault(words, ctx.clock.today());
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    await holdFormulation(tx, plan.id);
    const now = await formulationIn(tx, plan.id);
    if (now.version !== seen.version) return refuse(formulationRefusals.stale);
    if (now.parts.length === 0) return refuse(formulationRefusals.noParts);
    const { text, hash } = sealed(contentOf(now, plan, await stagesOf(tx, plan.id)));
    const [last] = await versionsOf(tx, plan.id);
    if (last?.hash === hash && last.name === words.name.trim()) return refuse(formulationRefusals.unchanged);
    const number = (last?.number ?? 0) + 1;
    await insertVersion(tx, { id: newId(), planId: plan.id, number, text, hash, ...words }, savingOf(ctx));
    await record(tx, ctx, "formulation.policy.frozen", { planId: plan.id, number, hash });
    return accept(number);
  });
}

async function formulationIn(tx: Tx, planId: string): Promise<Formulation> {
  const found = await formulationOf(tx, planId);
  if (!found) throw new NotFound(`formulation of ${planId}`);
  return found;
}

function savingOf(ctx: Ctx) {
  return { by: personId(ctx.actor), at: ctx.clock.now() };
}
