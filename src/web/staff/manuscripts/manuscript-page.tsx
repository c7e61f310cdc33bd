import type { ReactNode } from "react";
import { personId, type Actor } from "#domain/audit/index.ts";
import {
  loansOfGone,
  manuscriptOf,
  mayShapeManuscript,
  sectionStateLabels,
  sectionStates,
  type LoanOfGone,
  type Manuscript,
  type ManuscriptLine,
  sectionName,
} from "#domain/documents/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import { csvText } from "#export/csv.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { SelectField, type Option } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { divisionOptions } from "../plan/division-options.ts";
import { GoneNotice, LeftOutNotice, UnboundNotice } from "./manuscript-notices.tsx";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { confirmableLines } from "./confirming-page.tsx";
import {
  choiceAddress,
  chosenSections,
  isOverdue,
  sectionChoice,
  type SectionChoice,
  type SectionOrder,
} from "./section-list.ts";
import { stateTones } from "./state-tones.ts";
import { wordAddressOf } from "./word/addresses.ts";
import { divisionWords, whenWords } from "./words.ts";

interface SectionList {
  readonly manuscript: Manuscript;
  readonly gone: readonly Pick<LoanOfGone, "own" | "name">[];
  readonly choice: SectionChoice;
  readonly divisions: readonly Option[];
  readonly lines: readonly ManuscriptLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

async function readList({ ctx, params, query }: Visit): Promise<SectionList> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const manuscript = await manuscriptOf(ctx, plan.id);
  const choice = sectionChoice(query);
  return {
    manuscript,
    gone: await loansOfGone(ctx, plan.id),
    choice,
    divisions: await divisionOptions(ctx),
    lines: chosenSections(manuscript.lines, choice, personId(ctx.actor)),
    names: await peopleNames(
      ctx,
      manuscript.lines.flatMap(({ loan }) => loan?.takenBy ?? []),
    ),
    today: ctx.clock.today(),
  };
}

/** The manuscript (原稿) of a plan: its chapters and sections, who has which, what is late. */
export async function showManuscript(visit: Visit): Promise<Response> {
  const list = await readList(visit);
  const { plan, lines } = list.manuscript;
  const mayShape = mayShapeManuscript(visit.ctx.actor);
  return page(
    <StaffPage visit={visit} title={`${plan.name}の原稿`} crumbs={manuscriptCrumbs()} wide>
      <Ways list={list} mayShape={mayShape} actor={visit.ctx.actor} />
      <UnboundNotice manuscript={list.manuscript} mayShape={mayShape} />
      <GoneNotice manuscript={list.manuscript} gone={list.gone} />
      <LeftOutNotice manuscript={list.manuscript} mayShape={mayShape} />
      {lines.length === 0 ? <Beginning list={list} mayShape={mayShape} /> : <Sections list={list} />}
    </StaffPage>,
  );
}

interface PartProps {
  readonly list: SectionList;
  readonly mayShape: boolean;
}

function Ways({ list, mayShape, actor }: PartProps & { readonly actor: Actor }): ReactNode {
  const { plan, lines } = list.manuscript;
  const confirmable = confirmableLines(lines, actor).length;
  const ways = [
    ...(mayShape ? [{ href: addressOf.outline(plan), label: "章と節を組む" }] : []),
    ...(confirmable > 0 ? [{ href: addressOf.confirming(plan), label: `まとめて確定する（${confirmable}件）` }] : []),
    { href: addressOf.figures(plan), label: "数値の変わった箇所" },
    { href: addressOf.remarks(plan), label: "意見と修正案" },
    { href: addressOf.glossary(plan), label: "用語" },
    { href: wordAddressOf.desk({ plan, root: undefined }), label: "Wordで受け取る・読み込む" },
  ];
  return (
    <ul className="no-print list-plain mb-6 flex flex-wrap gap-x-6 gap-y-2">
      {ways.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

function Beginning({ list, mayShape }: PartProps): ReactNode {
  const { plan } = list.manuscript;
  return (
    <Empty title="原稿の章と節は、まだありません。">
      {mayShape ? (
        <p className="mt-2">
          <a href={addressOf.outline(plan)} className="button">
            章と節を組む
          </a>
        </p>
      ) : (
        <p>企画の担当者が章と節を組むと、ここに並びます。</p>
      )}
    </Empty>
  );
}

function Sections({ list }: { readonly list: SectionList }): ReactNode {
  return (
    <>
      <Filter list={list} />
      {list.lines.length === 0 ? (
        <Empty title="当てはまる節はありません。">
          <p>課・状態・貸出を「すべて」にすると、すべての節が並びます。</p>
        </Empty>
      ) : (
        <SectionTable list={list} />
      )}
    </>
  );
}

const loanLabels: readonly Option[] = [
  { value: "lent", label: "貸出中のもの" },
  { value: "own", label: "自分が借りているもの" },
];

function Filter({ list }: { readonly list: SectionList }): ReactNode {
  const { choice, divisions, manuscript } = list;
  const address = addressOf.manuscript(manuscript.plan);
  return (
    <form action={address} className="no-print mb-6 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <SelectField
        name="division"
        label="担当課"
        blank="すべて"
        options={[{ value: "none", label: "担当課が決まっていない節" }, ...divisions]}
        value={choice.division}
      />
      <SelectField
        name="state"
        label="状態"
        blank="すべて"
        options={[
          { value: "unconfirmed", label: "確定していないもの" },
          ...sectionStates.map((value) => ({ value, label: sectionStateLabels[value] })),
        ]}
        value={choice.state}
      />
      <SelectField name="loan" label="貸出" blank="すべて" options={loanLabels} value={choice.loan} />
      {choice.order !== "reading" && <input type="hidden" name="order" value={choice.order} />}
      <button className="button">絞り込む</button>
      <a href={choiceAddress(addressOf.file(manuscript.plan), choice)} className="button button-secondary">
        CSVで保存する
      </a>
    </form>
  );
}

const columns: readonly { readonly label: string; readonly order?: SectionOrder }[] = [
  { label: "章・節", order: "reading" },
  { label: "担当課" },
  { label: "期限", order: "due" },
  { label: "状態", order: "state" },
  { label: "書いている人" },
  { label: "控え" },
];

function SectionTable({ list }: { readonly list: SectionList }): ReactNode {
  const { choice, lines, manuscript } = list;
  return (
    <TableFrame label="章と節の一覧">
      <table className="table">
        <caption>
          {lines.length === manuscript.lines.length
            ? `${lines.length}件`
            : `${manuscript.lines.length}件のうち${lines.length}件`}
          。「章・節」「期限」「状態」の見出しを押すと、並べ替わります。
        </caption>
        <thead>
          <tr>
            {columns.map(({ label, order }) => (
              <th key={label} scope="col" aria-sort={order === choice.order ? "ascending" : undefined}>
                {order ? (
                  <a href={choiceAddress(addressOf.manuscript(manuscript.plan), { ...choice, order })}>{label}</a>
                ) : (
                  label
                )}
                {order === choice.order && <span aria-hidden="true"> ▲</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <SectionRow key={line.id} line={line} list={list} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const indents = ["", "pl-6", "pl-12", "pl-16"] as const;

function SectionRow({ line, list }: { readonly line: ManuscriptLine; readonly list: SectionList }): ReactNode {
  const { manuscript, divisions, names, today, choice } = list;
  const indent = choice.order === "reading" ? indents[Math.min(line.depth, indents.length) - 1] : "";
  return (
    <tr>
      <th scope="row" className="min-w-60">
        <span className={`block ${indent}`}>
          <a href={addressOf.section(manuscript.plan, line.id)}>{sectionName(line)}</a>
        </span>
      </th>
      <td>{divisionWords(divisions, line) || "−"}</td>
      <td className="whitespace-nowrap">
        {line.dueOn === null ? "−" : warekiDate(line.dueOn)}
        {isOverdue(line, today) && (
          <>
            {" "}
            <Badge tone="bad">期限切れ</Badge>
          </>
        )}
      </td>
      <td className="whitespace-nowrap">
        <Badge tone={stateTones[line.state]}>{sectionStateLabels[line.state]}</Badge>
        {line.isChangedSince && (
          <span className="block">
            <Badge tone="bad">確定後に変わった</Badge>
          </span>
        )}
      </td>
      <td>
        {line.loan ? `${names.get(line.loan.takenBy) ?? "−"}（${whenWords(line.loan.takenAt, today)}から）` : "−"}
      </td>
      <td>{line.copies > 0 ? <Badge tone="caution">{line.copies}件</Badge> : "−"}</td>
    </tr>
  );
}

export async function saveSectionsFile(visit: Visit): Promise<Response> {
  const { manuscript, lines, divisions, names, today } = await readList(visit);
  const head = [
    "番号",
    "章・節",
    "階層",
    "担当課",
    "期限",
    "期限切れ",
    "状態",
    "確定後の変更",
    "借りている人",
    "貸出日時",
    "控え",
  ];
  const rows = lines.map((line) => [
    line.number,
    line.name,
    line.depth,
    divisionWords(divisions, line),
    line.dueOn ?? "",
    isOverdue(line, today) ? "期限切れ" : "",
    sectionStateLabels[line.state],
    line.isChangedSince ? "あり" : "",
    line.loan ? (names.get(line.loan.takenBy) ?? "") : "",
    line.loan ? whenWords(line.loan.takenAt, "") : "",
    line.copies,
  ]);
  return download(csvText([head, ...rows]), `${manuscript.plan.name}_原稿の節.csv`, "text/csv; charset=utf-8");
}
