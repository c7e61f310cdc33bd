import type { ReactNode } from "react";
import { sheetLimits } from "#export/sheet-reader.ts";
import type { Refusal } from "#kernel/result.ts";
import { FileField } from "#web/ui/forms.tsx";

interface TableFieldProps {
  readonly label: string;
  /** What else is good to know before choosing. */
  readonly hint?: string;
  readonly refusal: Refusal | undefined;
}

/** The field `file` for an office's table, with what may be handed in. */
export function TableField({ label, hint = "", refusal }: TableFieldProps): ReactNode {
  const limits = `${sheetLimits.bytes / 1024 / 1024}MB・${sheetLimits.rows / 10_000}万行まで。`;
  return (
    <FileField
      name="file"
      label={label}
      hint={`Excel（.xlsx・.xls）または CSV（UTF-8・Shift_JIS）。${limits}${hint}`}
      accept=".xlsx,.xlsm,.xls,.csv,.txt"
      required
      refusal={refusal}
    />
  );
}
