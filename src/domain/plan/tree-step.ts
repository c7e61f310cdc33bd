import { z } from "zod";

/**
 * What one act did to the tree (操作), kept so that the person can take it back. A step holds what was before and after, and
 * is only undone while the tree still stands as the step left it.
 */
export type TreeStep =
  | { readonly kind: "added"; readonly id: string }
  | { readonly kind: "removed"; readonly id: string }
  | { readonly kind: "renamed"; readonly id: string; readonly from: NodeName; readonly to: NodeName }
  | { readonly kind: "moved"; readonly id: string; readonly from: StepPlace; readonly to: StepPlace }
  | {
      readonly kind: "renumbered";
      readonly changes: readonly { readonly id: string; readonly from: string; readonly to: string }[];
    };

export interface NodeName {
  readonly title: string;
  readonly keyword: string;
}

interface StepPlace {
  readonly parentId: string | null;
  readonly position: number;
}

const name = z.object({ title: z.string(), keyword: z.string() });
const place = z.object({ parentId: z.string().nullable(), position: z.number().int() });

export const treeStepSchema: z.ZodType<TreeStep> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("added"), id: z.string() }),
  z.object({ kind: z.literal("removed"), id: z.string() }),
  z.object({ kind: z.literal("renamed"), id: z.string(), from: name, to: name }),
  z.object({ kind: z.literal("moved"), id: z.string(), from: place, to: place }),
  z.object({
    kind: z.literal("renumbered"),
    changes: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
  }),
]);
