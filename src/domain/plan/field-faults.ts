import type { Refusal } from "#kernel/result.ts";

/** What is wrong, field by field, as one refusal; undefined when nothing is. */
export function fieldRefusal(fields: Readonly<Record<string, string>>): Refusal | undefined {
  if (Object.keys(fields).length === 0) return undefined;
  return {
    code: "invalid",
    message: "入力に直すところがあります。",
    remedy: "下の項目を直して、もう一度保存してください。",
    fields,
  };
}
