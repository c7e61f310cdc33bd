import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import {
  mayEraseWordImports,
  scopeOfImport,
  textKeysOf,
  wordImport,
  type WordImport,
  type WordScope,
  sectionName,
} from "#domain/documents/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, RefusalNotice, SelectField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { textLabel, whenWords } from "../words.ts";
import { wordAddressOf, wordCrumbs } from "./addresses.ts";
import { SectionChanges } from "./change-list.tsx";
import { seenName, wordChanges, type WordChanges } from "./changes.ts";

/** An import of the address with what it is compared with. */
export interface ImportScene {
  readonly visit: Visit;
  readonly scope: WordScope;
  readonly word: WordImport;
  readonly changes: WordChanges;
  /** Whether this person goes on with it, or ends it. */
  readonly isOpen: boolean;
  /** Its section was taken out of the document: nothing of it can be taken. */
  readonly isGone: boolean;
  /** Something of it can be taken by this person. */
  readonly isTakable: boolean;
}

/** @throws NotFound */
export async function importAt(visit: Visit): Promise<Pick<ImportScene, "scope" | "word" | "isGone">> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const word = await wordImport(ctx, plan.id, params["import"] ?? "");
  const scope = await scopeOfImport(ctx, word);
  return { word, scope: scope ?? { plan, root: undefined, sections: [] }, isGone: !scope };
}

export async function sceneOf(visit: Visit): Promise<ImportScene> {
  const { scope, word, isGone } = await importAt(visit);
  const isOpen = word.state === "open" && !word.isErased && word.startedBy === personId(visit.ctx.actor);
  const place = text(visit.form, "place") || (visit.query.get("place") ?? "");
  const isTakable = isOpen && !isGone && word.reading !== undefined;
  return { visit, scope, word, isOpen, isGone, isTakable, changes: await wordChanges(visit, scope, word, place) };
}

/** What a Word file would change, each to be taken or left. */
export async function showTexts(visit: Visit, refusal?: Refusal): Promise<Response> {
  const scene = await sceneOf(visit);
  return page(
    <StaffPage visit={visit} title={`「${scene.word.fileName}」の変更`} crumbs={wordCrumbs(scene.scope, true)}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Standing scene={scene} />
      <Told told={scene.changes.told} />
      {scene.isTakable && scene.changes.places.length > 0 && <PlaceChoice scene={scene} />}
      {scene.isTakable && <Changes scene={scene} />}
      <Ways scene={scene} />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

/** Where the import stands, for those who do not go on with it. */
export function Standing({ scene }: { readonly scene: Omit<ImportScene, "changes"> }): ReactNode {
  const { word, visit, isOpen, isGone } = scene;
  const today = visit.ctx.clock.today();
  if (!word.reading && !word.isErased)
    return <Notice tone="caution" title="この文書は読み取れません。消去してください。" />;
  if (isOpen && isGone)
    return (
      <Notice tone="caution" title="この読み込みの節は、原稿から外されました。変更は取り入れられません。">
        <p>読み込みをやめるか、ファイルを消去してください。ほかの節に入れるときは、その節でもう一度読み込みます。</p>
      </Notice>
    );
  if (isOpen) return null;
  if (word.state === "open") return <Notice title="読み込んだ人が、変更を確かめているところです。" />;
  const ended = word.endedAt ? whenWords(word.endedAt, today) : "";
  if (word.state === "abandoned")
    return <Notice title={`この読み込みは、${ended}にやめました。何も取り入れていません。`} />;
  const { taken = 0, left = 0, sections } = word.summary;
  return (
    <Notice
      tone="good"
      title={
        sections === undefined
          ? `${ended}に、${taken}件の変更を取り入れました。${left}件は取り入れていません。`
          : `${ended}に、${sections}の章と節を作りました。`
      }
    />
  );
}

export function Told({ told }: { readonly told: readonly string[] }): ReactNode {
  if (told.length === 0) return null;
  return (
    <div className="mb-8">
      <Notice tone="caution" title={`読み取れなかったところ、取り込まないところが${told.length}件あります。`}>
        <ul className="mt-2 list-disc pl-6">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

interface SceneProps {
  readonly scene: ImportScene;
}

/** A file without marks is the whole of one text; which, the person says. */
function PlaceChoice({ scene }: SceneProps): ReactNode {
  const { scope, word, changes } = scene;
  const options = changes.places.flatMap(({ section }) =>
    textKeysOf(section).map((key) => ({
      value: `${section.id}/${key}`,
      label: section.nodeId === null ? sectionName(section) : `${sectionName(section)}：${textLabel(key)}`,
    })),
  );
  return (
    <form action={wordAddressOf.import(scope, word.id)} className="form mb-8">
      <Notice>この文書は、原稿から受け取ったWordではありません。文書の全体を、1つの文章として読み込みます。</Notice>
      <SelectField
        name="place"
        label="どの文章として読み込みますか"
        blank="選んでください"
        options={options}
        value={changes.place}
      />
      <div className="actions">
        <button className="button button-secondary">この文章と比べる</button>
      </div>
    </form>
  );
}

function Changes({ scene }: SceneProps): ReactNode {
  const { scope, word, changes } = scene;
  const { sections, places, place } = changes;
  if (places.length > 0 && place === "") return null;
  if (sections.length === 0) return <Notice title="文書と原稿の文章は同じです。取り入れる変更はありません。" />;
  const count = sections.flatMap(({ texts }) => texts.flatMap((each) => each.changes)).length;
  return (
    <Form action={wordAddressOf.import(scope, word.id)} className="mb-8">
      <input type="hidden" name="place" value={place} />
      {sections.map(({ state }) => (
        <input key={state.section.id} type="hidden" name="seen" value={seenName(state)} />
      ))}
      <p>
        {count}件の変更があります。取り入れないものは、印を外してください。
        <del className="change-removed">なくなる言葉</del>と<ins className="change-added">加わる言葉</ins>
        に印を付けています。
      </p>
      {sections.map((section) => (
        <SectionChanges key={section.state.section.id} section={section} />
      ))}
      <div className="actions mt-8">
        <button className="button">選んだ変更を取り入れる</button>
      </div>
      <p className="mt-2 text-solid-gray-700">
        変更は、あなたが借りている節の写しに入ります。借りていない節は、借りてから入れます。返却するまで、原稿は変わりません。
      </p>
    </Form>
  );
}

/** Ending the import, and taking the file away. */
export function Ways({ scene }: { readonly scene: Omit<ImportScene, "changes"> }): ReactNode {
  const { visit, scope, word, isOpen } = scene;
  const address = wordAddressOf.import(scope, word.id);
  const mayErase = !word.isErased && mayEraseWordImports(visit.ctx.actor, word);
  return (
    <div className="no-print mt-10 flex flex-wrap items-start gap-x-8 gap-y-4">
      <a href={scope.root ? addressOf.section(scope.plan, scope.root.id) : addressOf.manuscript(scope.plan)}>
        {scope.root ? "節のページへ" : "原稿へ"}
      </a>
      {isOpen && (
        <Form action={`${address}/abandonment`} className="">
          <button className="button button-secondary">読み込みをやめる</button>
        </Form>
      )}
      {mayErase && (
        <details>
          <summary>読み込んだファイルを消去する</summary>
          <p className="mt-2">
            ファイルの中身と読み取った内容を、もとに戻せないように消します。だれがいつ読み込んだかは残ります。
          </p>
          <Form action={`${address}/erasure`} className="mt-2">
            <button className="button button-secondary">消去する</button>
          </Form>
        </details>
      )}
    </div>
  );
}
