import type { ReactNode } from "react";
import {
  documentRoleLabels,
  type Consultation,
  type DocumentRole,
  type RoundDocument,
} from "#domain/consultations/index.ts";
import { storedPublications, stateOf, type PublicationHead } from "#domain/publication/index.ts";
import { listPlans } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, FileField, Form, SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { text } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import type { Scene } from "./overview-page.tsx";

interface Parts {
  readonly documents: readonly RoundDocument[];
  readonly refusal: Refusal | undefined;
  readonly title: string;
}

/** The documents of a consultation, whatever its kind, and the form that adds one. */
export async function documentParts(scene: Scene, { documents, refusal, title }: Parts): Promise<ReactNode> {
  const { consultation, visit, mayManage } = scene;
  const heads = await storedPublications(visit.ctx).heads();
  const plans = new Map((await listPlans(visit.ctx)).map(({ slug, name }) => [slug, name]));
  const versions = heads
    .filter((head) => head.subject === "plan" && stateOf(head) !== "withdrawn" && !head.purge)
    .map(({ id, label, reference }) => ({ value: id, label: `${plans.get(reference) ?? ""}　${label}` }));
  return (
    <>
      <Documents consultation={consultation} documents={documents} heads={heads} mayManage={mayManage} title={title} />
      {mayManage && <NewDocument scene={scene} versions={versions} refusal={refusal} />}
    </>
  );
}

interface DocumentsProps {
  readonly consultation: Consultation;
  readonly documents: readonly RoundDocument[];
  readonly heads: readonly PublicationHead[];
  readonly mayManage: boolean;
  readonly title: string;
}

function Documents({ consultation, documents, heads, mayManage, title }: DocumentsProps): ReactNode {
  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title" className="text-[1.25rem]">
        {title}
      </h2>
      {documents.length === 0 && (
        <Empty title="資料は、まだありません">
          <p>案や資料を、ファイルか、公開した計画の版で付けます。</p>
        </Empty>
      )}
      <ul className="list-plain mt-2">
        {documents.map((document) => (
          <li key={document.id} className="flex flex-wrap items-center gap-3 border-t border-solid-gray-200 py-2">
            <span className="badge">{documentRoleLabels[document.role]}</span>
            <span>
              {document.title}（{sourceWords(document, heads)}）
            </span>
            {mayManage && (
              <Form action={addressOf.documentRemoval(consultation.slug, document.id)} className="">
                <button className="button button-secondary button-small" aria-label={`${document.title}を外す`}>
                  外す
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sourceWords({ file, publicationId }: RoundDocument, heads: readonly PublicationHead[]): string {
  if (file) return file.name;
  return heads.find(({ id }) => id === publicationId)?.label ?? "公開した版";
}

interface NewDocumentProps {
  readonly scene: Scene;
  readonly versions: readonly Option[];
  readonly refusal: Refusal | undefined;
}

const roles: readonly DocumentRole[] = ["draft", "material"];

/** A file is chosen, or a published version; whichever is given is added. */
function NewDocument({ scene: { consultation, visit }, versions, refusal }: NewDocumentProps): ReactNode {
  const { form } = visit;
  return (
    <details className="mt-4" open={refusal !== undefined}>
      <summary>資料を加える</summary>
      <Form action={addressOf.documents(consultation.slug)} refusal={refusal} upload>
        <Choices
          name="role"
          label="資料の種類"
          options={roles.map((role) => ({ value: role, label: documentRoleLabels[role] }))}
          chosen={[text(form, "role") || "draft"]}
        />
        <TextField
          name="title"
          label="資料の名前"
          value={text(form, "title")}
          hint="書かなければ、ファイルや計画の名前になります。"
          refusal={refusal}
        />
        <FileField name="file" label="ファイル" accept=".pdf,.docx,.xlsx,.pptx" refusal={refusal} />
        <SelectField
          name="publicationId"
          label="または、公開した計画の版"
          blank="（ファイルを使う）"
          options={versions}
          value={text(form, "publicationId")}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button button-secondary">資料を加える</button>
        </p>
      </Form>
    </details>
  );
}
