import type { ReactNode } from "react";
import type { Refusal } from "#kernel/result.ts";

/** An input of a table: its label says row and column, its id lets a refusal lead to it. */
export function Cell({
  name,
  label,
  value,
  refusal,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const fault = refusal?.fields?.[name] ? true : undefined;
  return <input className="input" id={name} name={name} aria-label={label} aria-invalid={fault} defaultValue={value} />;
}
