import type { ReactNode } from "react";

/** What was entered in the other steps, carried along unseen. */
export function Carried({
  form,
  asked,
}: {
  readonly form: FormData;
  readonly asked: (name: string) => boolean;
}): ReactNode {
  const entries = [...form.entries()].filter(([name]) => !name.startsWith("_") && name !== "seal" && !asked(name));
  return entries.map(([name, value], index) =>
    typeof value === "string" ? <input key={index} type="hidden" name={name} value={value} /> : null,
  );
}

/** Whether a field belongs to the first step: the new plan's own words. */
export function isOfStart(name: string): boolean {
  return !isOfBranches(name);
}

/** Whether a field belongs to the second step: where the old branches go and what they take along. */
export function isOfBranches(name: string): boolean {
  return name.startsWith("fate-") || name === "takes" || name === "indicators";
}
