import type { ReactNode } from "react";
import { peopleNames } from "#domain/identity/index.ts";
import {
  actualStateLabels,
  erasureReasons,
  indicatorHistory,
  mayErase,
  revisionActLabels,
  type Actual,
  type IndicatorContent,
  type IndicatorHistory,
  type IndicatorRevision,
  type StoredIndicator,
} from "#domain/plan/index.ts";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import type { Option } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { MarkedText } from "#web/ui/marked-text.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { erasurePath } from "../../erasures/addresses.ts";
import { addressOf, planCrumbs } from "../addresses.ts";
import { divisionOptions, labelOf } from "../division-options.ts";
import { wordsOfIndicator } from "../indicator-form.ts";
import { indicatorOf } from "../indicator-page.tsx";
import { choiceWords, fieldLabel } from "../indicator-words.ts";
import { actualText, targetText } from "./value-words.ts";

type Names = ReadonlyMap<string, string>;

/** Everything that changed of an indicator: its definition, its targets, its actuals, each with who, when and why. */
export async function showIndicatorHistory(visit: Visit): Promise<Response> {
  const { measure, indicator } = await indicatorOf(visit);
  const { plan, node, above } = measure;
  const history = await indicatorHistory(visit.ctx, indicator);
  const names = await namesIn(visit, history);
  const reasons = await erasureReasons(visit.ctx, { planId: plan.id, targetId: indicator.id });
  const crumbs = [
    ...planCrumbs(plan, [...above, node]),
    { href: addressOf.indicator(plan, indicator.id), label: `指標 ${indicator.code} ${indicator.name}` },
  ];
  return page(
    <StaffPage visit={visit} title="変更の履歴" crumbs={crumbs} wide>
      <Actuals indicator={indicator} changes={history.actuals} names={names} />
      <Targets indicator={indicator} changes={history.targets} names={names} />
      {history.removals.length > 0 && <Removals removals={history.removals} names={names} />}
      <Definitions
        revisions={history.definitions}
        names={names}
        divisions={await divisionOptions(visit.ctx)}
        reasons={reasons}
      />
      {mayErase(visit.ctx.actor) && (
        <a href={erasurePath(plan.slug, { kind: "values", targetId: indicator.id })}>漏れた情報を履歴から消去する</a>
      )}
    </StaffPage>,
  );
}

async function namesIn({ ctx }: Visit, { removals, ...changes }: IndicatorHistory): Promise<Names> {
  const { definitions, targets, actuals } = changes;
  const savers = [...definitions, ...targets, ...actuals].flatMap(({ savedBy }) => savedBy ?? []);
  const people = [...savers, ...removals.flatMap(({ removedBy }) => removedBy ?? [])];
  return peopleNames(ctx, [...new Set(people)]);
}

function whenAndWho({ savedAt, savedBy }: Pick<IndicatorRevision, "savedAt" | "savedBy">, names: Names): string {
  return `${warekiDate(tokyoDay(savedAt))} ${tokyoTime(savedAt)}　${names.get(savedBy ?? "") ?? "システム"}`;
}

interface ActualsProps {
  readonly indicator: StoredIndicator;
  readonly changes: IndicatorHistory["actuals"];
  readonly names: Names;
}

/** 「13.1％（確定）」. */
function standing(indicator: StoredIndicator, actual: Actual | null): string {
  if (actual === null) return "（なし）";
  const note = actual.note === "" ? "" : `　${actual.note}`;
  return `${actualText(indicator, actual)}（${actualStateLabels[actual.state]}）${note}`;
}

function Actuals({ indicator, changes, names }: ActualsProps): ReactNode {
  return (
    <Part title="実績値の変更と訂正" isEmpty={changes.length === 0}>
      <TableFrame label="実績値の変更と訂正">
        <table className="table">
          <caption>新しいものから並んでいます。確定した値の変更は、訂正の理由とともに残ります。</caption>
          <Head columns={["年度", "前の値", "後の値", "理由", "いつ・だれが"]} />
          <tbody>
            {changes.map((change, index) => (
              <tr key={index}>
                <th scope="row" className="whitespace-nowrap">
                  {fiscalYearLabel(change.year)}
                </th>
                <td>{standing(indicator, change.before)}</td>
                <td>{standing(indicator, change.after)}</td>
                <td>{change.isErased ? erasedWords : change.reason}</td>
                <td>{whenAndWho(change, names)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Part>
  );
}

interface RemovalsProps {
  readonly removals: IndicatorHistory["removals"];
  readonly names: Names;
}

/** Removals that were taken back. */
function Removals({ removals, names }: RemovalsProps): ReactNode {
  return (
    <Part title="削除" isEmpty={false}>
      <TableFrame label="削除">
        <table className="table">
          <caption>新しいものから並んでいます。どれも、そのあと元に戻しました。</caption>
          <Head columns={["理由", "決めた会議・役職", "決めた日", "いつ・だれが"]} />
          <tbody>
            {removals.map(({ id, reason, decidedBy, decidedOn, isErased, removedAt: savedAt, removedBy: savedBy }) => (
              <tr key={id}>
                <td>{isErased ? erasedWords : reason || "（なし）"}</td>
                <td>{decidedBy}</td>
                <td>{decidedOn === "" ? "" : warekiDate(decidedOn)}</td>
                <td>{whenAndWho({ savedAt, savedBy }, names)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Part>
  );
}

interface TargetsProps {
  readonly indicator: StoredIndicator;
  readonly changes: IndicatorHistory["targets"];
  readonly names: Names;
}

function Targets({ indicator, changes, names }: TargetsProps): ReactNode {
  const say = (target: TargetsProps["changes"][number]["before"]) =>
    target === null ? "（なし）" : targetText(indicator, target);
  return (
    <Part title="目標値の変更" isEmpty={changes.length === 0}>
      <TableFrame label="目標値の変更">
        <table className="table">
          <caption>新しいものから並んでいます。</caption>
          <Head columns={["年度", "目標の組", "前の値", "後の値", "理由", "決めた会議・役職", "いつ・だれが"]} />
          <tbody>
            {changes.map((change, index) => (
              <tr key={index}>
                <th scope="row" className="whitespace-nowrap">
                  {fiscalYearLabel(change.year)}
                </th>
                <td>{change.setName}</td>
                <td>{say(change.before)}</td>
                <td>{say(change.after)}</td>
                <td>{change.isErased ? erasedWords : change.reason}</td>
                <td>
                  {change.decidedBy}
                  {change.decidedOn !== null && `（${warekiDate(change.decidedOn)}）`}
                </td>
                <td>{whenAndWho(change, names)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Part>
  );
}

interface DefinitionsProps {
  readonly revisions: readonly IndicatorRevision[];
  readonly names: Names;
  readonly divisions: readonly Option[];
  /** Why a definition was erased, by the key of its part. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** Stands where the words of a change stood. */
const erasedWords = "（ことばは消去しました）";

function Definitions({ revisions, names, divisions, reasons }: DefinitionsProps): ReactNode {
  return (
    <Part title="定義の変更" isEmpty={revisions.length === 0}>
      <ol className="list-plain space-y-4">
        {revisions.map((revision, index) => (
          <li key={revision.number} className="card">
            <h3 className="text-[1.125rem]">
              第{revision.number}版<span className="ml-3 font-normal">{whenAndWho(revision, names)}</span>
            </h3>
            {revision.content ? (
              <DefinitionChanges before={revisions[index + 1]} after={revision} divisions={divisions} />
            ) : (
              <p className="mt-2">内容は消去しました（{reasons.get(`definition:${revision.number}`)}）</p>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

interface DefinitionChangesProps {
  readonly before: IndicatorRevision | undefined;
  readonly after: IndicatorRevision;
  readonly divisions: readonly Option[];
}

/** The fields that a save changed, with the words marked; values have their own tables. */
function DefinitionChanges({ before, after, divisions }: DefinitionChangesProps): ReactNode {
  if (!before) return <p className="mt-2">{actWords(after.act)}</p>;
  if (!before.content || !after.content)
    return <p className="mt-2">前の版の内容は消去したので、変わったところは示せません。</p>;
  const [was, is] = [definitionWords(before.content), definitionWords(after.content)];
  const names = Object.keys(is).filter((name) => was[name] !== is[name]);
  if (names.length === 0) return <p className="mt-2 text-solid-gray-700">値だけの変更です。</p>;
  const shown = (name: string, value: string) =>
    name === "divisionId" ? labelOf(divisions, value) : choiceWords(name, value);
  return (
    <dl className="mt-3 space-y-3">
      {names.map((name) => (
        <div key={name}>
          <dt className="font-bold">{fieldLabel(name)}</dt>
          <dd className="whitespace-pre-wrap">
            <MarkedText before={shown(name, was[name] ?? "")} after={shown(name, is[name] ?? "")} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function actWords(act: string): string {
  return Object.entries(revisionActLabels).find(([key]) => key === act)?.[1] ?? act;
}

function definitionWords(content: IndicatorContent): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(wordsOfIndicator(content)).filter(([name]) => !/-\d{4}$/.test(name)));
}

interface PartProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Part({ title, isEmpty, children }: PartProps): ReactNode {
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-[1.25rem]">{title}</h2>
      {isEmpty ? <p>まだありません。</p> : children}
    </section>
  );
}

function Head({ columns }: { readonly columns: readonly string[] }): ReactNode {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
