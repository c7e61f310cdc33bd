import { readWordFile, type WordReading } from "#export/word-reader.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { atFile } from "../../import-parts/handed-in.ts";

/** A Word file that somebody handed in: as it came, and what was read of it. */
export interface HandedInFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading: WordReading;
}

const noFile: Refusal = {
  code: "noFile",
  message: "ファイルが選ばれていません。",
  remedy: "読み込む Word のファイル（.docx）を選んでください。",
  fields: { file: "ファイルを選んでください。" },
};

/** Reads the form's field `file` in a worker; what is refused stands at that field. */
export async function handedInWord(form: FormData): Promise<Result<HandedInFile>> {
  const file = form.get("file");
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return refuse(noFile); // an empty choice
  const bytes = new Uint8Array(await file.arrayBuffer());
  const reading = await readWordFile(bytes);
  return reading.ok ? accept({ name: file.name, bytes, reading: reading.value }) : refuse(atFile(reading.refusal));
}
