import type { ReactNode } from "react";
import {
  handInWord,
  mayWorkOnManuscripts,
  originFault,
  wordImports,
  writingStates,
  type WordImportHead,
  type WordScope,
} from "#domain/documents/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import { wordLimits } from "#export/word-reader.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { FileField, Form } from "#web/ui/forms.tsx";
import { Badge, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { atFile } from "../../import-parts/handed-in.ts";
import { whenWords } from "../words.ts";
import { scopeName, wordAddressOf, wordCrumbs } from "./addresses.ts";
import { handedInWord } from "./handed-in-word.ts";
import { scopeAt } from "./word-file.ts";

/** Where a section, a chapter or the whole manuscript goes out as Word and comes back (Wordで直す). */
export async function showWordDesk(visit: Visit, refusal?: Refusal): Promise<Response> {
  const scope = await scopeAt(visit);
  const states = await writingStates(visit.ctx, scope.sections);
  const imports = await wordImports(visit.ctx, scope.plan.id);
  const mayHandIn = mayWorkOnManuscripts(visit.ctx.actor) && states.some(({ bar }) => bar !== "notMine");
  return page(
    <StaffPage visit={visit} title={`${scopeName(scope)}：Wordで直す`} crumbs={wordCrumbs(scope)}>
      <GoingOut scope={scope} />
      {mayHandIn && <ComingBack scope={scope} refusal={refusal} />}
      <Earlier visit={visit} scope={scope} imports={imports} names={await namesOf(visit, imports)} />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function namesOf({ ctx }: Visit, imports: readonly WordImportHead[]): Promise<ReadonlyMap<string, string>> {
  return peopleNames(ctx, [...new Set(imports.flatMap(({ startedBy }) => startedBy ?? []))]);
}

function GoingOut({ scope }: { readonly scope: WordScope }): ReactNode {
  const { root, sections } = scope;
  const below = sections.length - (root ? 1 : 0);
  return (
    <section aria-labelledby="out" className="mb-10">
      <h2 id="out">Wordで受け取る</h2>
      <p>
        {root ? `「${scopeName(scope)}」` : "すべての章と節"}
        {root && below > 0 ? `と、その下の${below}の節` : ""}
        を、いま原稿に載っている文章で1つのWordファイルにします。書きかけの写しは入りません。
      </p>
      <p className="actions mt-4">
        <a href={wordAddressOf.file(scope)} className="button button-secondary">
          Wordで受け取る
        </a>
        {!root && (
          <a href={wordAddressOf.printingSet(scope)} className="button button-secondary">
            印刷所への一式（ZIP）を受け取る
          </a>
        )}
      </p>
      <p className="mt-4 text-solid-gray-700">
        見出しの下の文章、表、箇条書きを、そのままWordで直せます。薄い枠のついた数値は原稿の参照です。直すと、ふつうの文字になります。
      </p>
    </section>
  );
}

function ComingBack({
  scope,
  refusal,
}: {
  readonly scope: WordScope;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <section aria-labelledby="in" className="mb-10">
      <h2 id="in">Wordを読み込む</h2>
      <p>直したところを一覧にします。1つずつ選んで取り入れるまで、原稿は変わりません。</p>
      <Form action={wordAddressOf.desk(scope)} upload refusal={refusal}>
        <FileField
          name="file"
          label="直したWordファイル"
          hint={`Word 文書（.docx）、${wordLimits.bytes / 1024 / 1024}MBまで。ここから受け取ったものでない文書も、文章の全体として読み込めます。`}
          accept=".docx"
          required
          refusal={refusal}
        />
        <div className="actions">
          <button className="button">読み込んで、変更を見る</button>
        </div>
      </Form>
    </section>
  );
}

const stateWords = { open: "確認中", applied: "取り入れた", abandoned: "やめた" } as const;

interface EarlierProps {
  readonly visit: Visit;
  readonly scope: WordScope;
  readonly imports: readonly WordImportHead[];
  readonly names: ReadonlyMap<string, string>;
}

function Earlier({ visit, scope, imports, names }: EarlierProps): ReactNode {
  const today = visit.ctx.clock.today();
  const ids = new Set(scope.sections.map(({ id }) => id));
  const own = imports.filter(({ sectionId }) => !scope.root || (sectionId !== null && ids.has(sectionId)));
  if (own.length === 0) return <Notice>ここに読み込まれたWordは、まだありません。</Notice>;
  return (
    <TableFrame label="読み込まれたWord">
      <table className="table">
        <caption>読み込まれたWord（{own.length}件）</caption>
        <thead>
          <tr>
            {["ファイル", "読み込んだ人", "日時", "状態", "取り入れた変更"].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.map((word) => (
            <tr key={word.id}>
              <th scope="row">
                <a href={wordAddressOf.import(scope, word.id)}>{word.fileName}</a>
              </th>
              <td>{names.get(word.startedBy ?? "") ?? "−"}</td>
              <td className="whitespace-nowrap">{whenWords(word.startedAt, today)}</td>
              <td className="whitespace-nowrap">
                <Badge tone={word.state === "open" ? "caution" : "plain"}>{stateWords[word.state]}</Badge>
                {word.isErased && " 消去済み"}
              </td>
              <td>{word.state === "applied" ? `${word.summary["taken"] ?? word.summary["sections"] ?? 0}件` : "−"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** Takes a Word file in; its changes are shown on the next page. */
export async function handIn(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const scope = await scopeAt(visit);
  const word = await handedInWord(form);
  if (!word.ok) return showWordDesk(visit, word.refusal);
  const { name, bytes, reading } = word.value;
  const fault = originFault(reading, { planId: scope.plan.id, scope: scope.sections });
  if (fault) return showWordDesk(visit, atFile(fault));
  const sectionId = scope.root?.id ?? null;
  const kept = await handInWord(ctx, { planId: scope.plan.id, sectionId, kind: "texts", name, bytes, reading });
  if (!kept.ok) return showWordDesk(visit, atFile(kept.refusal));
  return onwards(wordAddressOf.import(scope, kept.value.id));
}
