import { nobody, type Ctx } from "#domain/audit/index.ts";
import {
  acceptDeclaration,
  listDeclarations,
  publishableDeclarations,
  submitDeclaration,
  type Contact,
  type DeclarationEntry,
} from "#domain/declarations/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import { newId } from "#kernel/id.ts";
import { daysBefore } from "../../earlier.ts";
import { expectAccepted } from "../../outcome.ts";

const usual = { showsName: true, nodeIds: [], untilOn: "" } as const;

const declarations: readonly DeclarationEntry[] = [
  {
    ...usual,
    kind: "business",
    organisation: "みほん商店会（見本）",
    promise: "毎月第一日曜に、商店街の防災点検をします。",
    goals: [11],
  },
  {
    ...usual,
    kind: "group",
    organisation: "川西見守り隊（見本）",
    promise: "登校と下校の時間に、交差点に立って子どもを見守ります。",
    goals: [3, 11],
  },
];

const contact: Contact = { name: "見本 担当", phone: "", email: "contact@mihon.example" };

/** Two declarations: the first is public, the second waits for a look. */
export async function seedDeclarations(
  ctx: Ctx,
  plan: Plan,
  {
    asking,
    planner,
  }: {
    readonly asking: Pick<VersionWords, "divisionName" | "divisionContact">;
    readonly planner: (at: Ctx) => Ctx;
  },
): Promise<void> {
  const sender = { ...daysBefore(ctx, 9), actor: nobody };
  for (const entry of declarations)
    expectAccepted(
      await submitDeclaration(sender, { planSlug: plan.slug, formKey: newId(), entry, contact }),
      entry.organisation,
    );
  const looking = planner(daysBefore(ctx, 8));
  const first = (await listDeclarations(looking)).find(({ number }) => number === 1);
  const seen = { id: first?.id ?? "", version: first?.version ?? 0 };
  expectAccepted(await acceptDeclaration(looking, { ...seen, marks: [], words: [] }), "a look at a declaration");
  const version = { of: publishableDeclarations, reference: plan.slug, label: "宣言", openness: "decided" } as const;
  expectAccepted(await publishNow(daysBefore(ctx, 8), { ...version, note: "", ...asking }), "the declarations");
}
