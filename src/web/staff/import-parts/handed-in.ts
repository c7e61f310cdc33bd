import { readSheetFile } from "#export/sheet-reader.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { Workbook } from "#kernel/sheet.ts";

/** A table that somebody handed in: the file as it came, and what was read of it. */
export interface HandedIn {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly workbook: Workbook;
}

const noFile: Refusal = {
  code: "noFile",
  message: "ファイルが選ばれていません。",
  remedy: "読み込む Excel または CSV のファイルを選んでください。",
  fields: { file: "ファイルを選んでください。" },
};

/** Reads the form's field `file` in a worker; what is refused stands at that field. */
export async function handedIn(
  form: FormData,
  reading: { readonly isLenient?: boolean } = {},
): Promise<Result<HandedIn>> {
  const file = form.get("file");
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return refuse(noFile); // an empty choice
  const bytes = new Uint8Array(await file.arrayBuffer());
  const workbook = await readSheetFile({ name: file.name, bytes, ...reading });
  if (!workbook.ok) return refuse(atFile(workbook.refusal));
  const mediaType = file.type || "application/octet-stream";
  return accept({ name: file.name, mediaType, bytes, workbook: workbook.value });
}

/** A refusal of the file, shown beside its field. */
export function atFile(refusal: Refusal): Refusal {
  return { ...refusal, fields: { file: refusal.message } };
}
