import type { ReactNode } from "react";
import {
  occasionById,
  startVoiceImport,
  voiceImportFile,
  voiceImportStateLabels,
  type Occasion,
  type VoiceImport,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { download, onwards } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import type { Tone } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { handedIn } from "../../import-parts/handed-in.ts";
import { ImportList } from "../../import-parts/import-list.tsx";
import { TableField } from "../../import-parts/table-field.tsx";
import { addressOf } from "../addresses.ts";

interface FilePartProps {
  readonly occasion: Occasion;
  readonly imports: readonly VoiceImport[];
  readonly names: ReadonlyMap<string, string>;
  readonly refusal: Refusal | undefined;
}

/** The way in for a table of voices, and the tables until now. */
export function FilePart({ occasion, imports, names, refusal }: FilePartProps): ReactNode {
  return (
    <section aria-labelledby="file-part" className="mt-12">
      <h2 id="file-part" className="mb-3 text-[1.25rem]">
        表を取り込む（Excel・CSV）
      </h2>
      <p className="prose">
        1行が1人の表を、届いたときの形のままで読みます。アンケートの自由記述の列も取り込めます。読めない値は、取り込む前に一つずつ確かめます。
      </p>
      {!occasion.settledAt && (
        <Form action={addressOf.imports(occasion.id)} upload refusal={refusal} className="form mt-4 max-w-2xl">
          <TableField label="取り込むファイル" refusal={refusal} />
          <p className="actions">
            <button className="button">読み込んで次へ</button>
          </p>
        </Form>
      )}
      <ImportList
        rows={imports.map((each) => ({
          id: each.id,
          startedAt: each.startedAt,
          by: names.get(each.startedBy ?? "") ?? "システム",
          original: <a href={addressOf.import(each.id, "file")}>{each.fileName}</a>,
          tone: tones[each.state],
          state: voiceImportStateLabels[each.state],
          outcome: <a href={addressOf.import(each.id)}>{outcome(each)}</a>,
        }))}
      />
    </section>
  );
}

const tones: Readonly<Record<VoiceImport["state"], Tone>> = {
  open: "caution",
  applying: "caution",
  applied: "good",
  abandoned: "plain",
};

function outcome({ state, summary }: VoiceImport): string {
  if (state === "open") return "続きから始める";
  if (state === "applying") return "進みぐあいを見る";
  return summary ? `意見${summary.voices}件` : "見る";
}

/** Reads the uploaded file in a worker, keeps it, and leads to the first step; `again` shows the page with what was refused. */
export function uploading(again: (visit: Visit, refusal: Refusal) => Promise<Response>) {
  return async (visit: Visit): Promise<Response> => {
    const { id: occasionId } = await occasionById(visit.ctx, visit.params["occasion"] ?? "");
    const file = await handedIn(visit.form, { isLenient: true });
    if (!file.ok) return again(visit, file.refusal);
    const started = await startVoiceImport(visit.ctx, { ...file.value, occasionId });
    return started.ok ? onwards(addressOf.import(started.value.id)) : again(visit, started.refusal);
  };
}

export async function sendOriginal({ ctx, params }: Visit): Promise<Response> {
  const { bytes, name, mediaType } = await voiceImportFile(ctx, params["import"] ?? "");
  return download(bytes, name, mediaType);
}
