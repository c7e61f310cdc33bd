import type { ReactNode } from "react";
import {
  remarkKindLabels,
  sectionKey,
  type DocumentContent,
  type Erratum,
  type VersionPage,
  type VersionRemark,
} from "#domain/documents/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { sectionTitle } from "#web/ui/documents/contents-list.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

interface Props {
  readonly visit: Visit;
  readonly seen: VersionPage;
  readonly mayWrite: boolean;
  readonly erratumRefusal?: Refusal | undefined;
  readonly remarkRefusal?: Refusal | undefined;
}

/** What is told beside a frozen version: typing errors, and what bodies and the assembly said of it. */
export function NoteSections(props: Props): ReactNode {
  return (
    <>
      <ErrataSection {...props} />
      <RemarksSection {...props} />
    </>
  );
}

function ErrataSection({ visit, seen, mayWrite, erratumRefusal }: Props): ReactNode {
  const { plan, version, errata } = seen;
  return (
    <section className="mt-12" aria-labelledby="errata-title">
      <h2 id="errata-title" className="text-[1.25rem]">
        正誤表
      </h2>
      <p className="mt-2">版の文章は変えずに、誤字を知らせます。公開中の版は、もう一度公表すると市民にも伝わります。</p>
      <div className="mt-3">{errata.length === 0 ? <p>まだありません。</p> : <ErrataTable errata={errata} />}</div>
      {mayWrite && (
        <details className="mt-4" open={erratumRefusal !== undefined}>
          <summary>誤りを加える</summary>
          <Form
            action={addressOf.errata(plan, version.number)}
            refusal={erratumRefusal}
            className="form mt-4 max-w-2xl"
          >
            <TextField name="place" label="箇所" hint="例：第2章 1-1 現状と課題" value={text(visit.form, "place")} />
            <TextField
              name="wrong"
              label="誤"
              value={text(visit.form, "wrong")}
              required
              refusal={erratumRefusal}
              hint="版の文章にあるとおりの言葉"
            />
            <TextField
              name="corrected"
              label="正"
              value={text(visit.form, "corrected")}
              required
              refusal={erratumRefusal}
            />
            <TextField name="reason" label="理由" value={text(visit.form, "reason")} />
            <p className="actions">
              <button className="button">正誤表に加える</button>
            </p>
          </Form>
        </details>
      )}
    </section>
  );
}

function ErrataTable({ errata }: { readonly errata: readonly Erratum[] }): ReactNode {
  return (
    <TableFrame label="正誤表">
      <table className="table">
        <caption className="visually-hidden">正誤表</caption>
        <thead>
          <tr>
            {["箇所", "誤", "正", "理由", "加えた日"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {errata.map(({ id, place, wrong, corrected, reason, addedAt }) => (
            <tr key={id}>
              <th scope="row">{place || "全体"}</th>
              <td>{wrong}</td>
              <td>{corrected}</td>
              <td>{reason}</td>
              <td className="whitespace-nowrap">{warekiDate(tokyoDay(addedAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function RemarksSection({ visit, seen, mayWrite, remarkRefusal }: Props): ReactNode {
  const { plan, version, content, remarks } = seen;
  return (
    <section className="mt-12" aria-labelledby="remarks-title">
      <h2 id="remarks-title" className="text-[1.25rem]">
        会議・議会の意見
      </h2>
      <p className="mt-2">この版について会議や議会で出た意見を残します。次の版との新旧対照表の「備考」に載ります。</p>
      {remarks.length === 0 ? (
        <p className="mt-3">まだありません。</p>
      ) : (
        <ul className="list-plain mt-3">
          {remarks.map((remark) => (
            <Remark key={remark.id} seen={seen} remark={remark} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && content && (
        <details className="mt-4" open={remarkRefusal !== undefined}>
          <summary>意見を加える</summary>
          <Form
            action={addressOf.remarks(plan, version.number)}
            refusal={remarkRefusal}
            className="form mt-4 max-w-2xl"
          >
            <RemarkFields visit={visit} content={content} refusal={remarkRefusal} />
            <p className="actions">
              <button className="button">意見を加える</button>
            </p>
          </Form>
        </details>
      )}
    </section>
  );
}

function Remark({
  seen,
  remark,
  mayWrite,
}: {
  readonly seen: VersionPage;
  readonly remark: VersionRemark;
  readonly mayWrite: boolean;
}): ReactNode {
  const { plan, version, content } = seen;
  // Behind 「/」 may stand which of the section's texts is meant.
  const section = content?.sections.find((each) => sectionKey(each) === remark.section.split("/")[0]);
  return (
    <li className="card mt-3">
      <p className="font-bold">
        {remarkKindLabels[remark.kind]}　{remark.speaker}（{warekiDate(remark.saidOn)}）
        {section && `　${sectionTitle(section)}`}
      </p>
      <p className="mt-1">{remark.words}</p>
      {remark.answer !== "" && <p className="mt-1">市の答え：{remark.answer}</p>}
      {mayWrite && (
        <Form action={addressOf.remarkRemoval(plan, version.number)} className="mt-2">
          <input type="hidden" name="id" value={remark.id} />
          <button className="button button-small button-secondary">取り消す</button>
        </Form>
      )}
    </li>
  );
}

interface FieldsProps {
  readonly visit: Visit;
  readonly content: DocumentContent;
  readonly refusal: Refusal | undefined;
}

function RemarkFields({ visit: { form }, content, refusal }: FieldsProps): ReactNode {
  const kinds = Object.entries(remarkKindLabels).map(([value, label]) => ({ value, label }));
  const sections = content.sections.map((section) => ({ value: sectionKey(section), label: sectionTitle(section) }));
  return (
    <>
      <SelectField name="kind" label="どこの意見か" options={kinds} value={text(form, "kind")} />
      <TextField
        name="speaker"
        label="会議・委員会の名前"
        hint="例：総合計画審議会、総務委員会。個人の名前は書きません。"
        value={text(form, "speaker")}
        required
        refusal={refusal}
      />
      <TextField name="saidOn" label="日付" type="date" value={text(form, "saidOn")} required short refusal={refusal} />
      <SelectField name="section" label="箇所" blank="版の全体" options={sections} value={text(form, "section")} />
      <TextArea name="words" label="意見" rows={3} value={text(form, "words")} required refusal={refusal} />
      <TextArea name="answer" label="市の答え" rows={2} value={text(form, "answer")} />
    </>
  );
}
