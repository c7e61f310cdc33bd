import type { ReactNode } from "react";
import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import {
  answerList,
  channelLabels,
  listOccasions,
  responseStateLabels,
  type ListedAnswer,
  type Occasion,
} from "#domain/voices/index.ts";
import { csvText } from "#export/csv.ts";
import { isId } from "#kernel/id.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { SelectField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

type State = "none" | "draft" | "submitted" | "decided";

const stateLabels: Readonly<Record<State, string>> = { none: "まだない", ...responseStateLabels };

interface Filter {
  readonly occasion: string;
  readonly division: string;
  readonly state: string;
  readonly sort: string;
}

interface Listed {
  readonly lines: readonly ListedAnswer[];
  readonly total: number;
  readonly filter: Filter;
  readonly occasions: readonly Occasion[];
  readonly divisions: ReadonlyMap<string, string>;
}

/** Every topic that is owed an answer, those of one's own division first when one comes from a division. */
export async function showList(visit: Visit): Promise<Response> {
  const listed = await listedAnswers(visit.ctx, visit.query);
  const { lines, total, occasions } = listed;
  return page(
    <StaffPage visit={visit} title="市の考え方" crumbs={[{ href: "/staff", label: "はじめに" }]} wide>
      <p className="prose mb-4">
        同じ趣旨の意見ごとに、市の考え方を書きます。担当の課が案を書いて提出し、企画が直し、表としてまとめて決定します。
      </p>
      <Occasions occasions={occasions} />
      {total === 0 ? (
        <Empty title="回答する意見がまだありません">
          <p>意見を論点に分けて同じ趣旨でまとめると、ここに並びます。</p>
        </Empty>
      ) : (
        <>
          <Filters listed={listed} query={visit.query} />
          <Answers listed={listed} today={visit.ctx.clock.today()} />
          {lines.length === 0 && <Empty title="当てはまるものはありません" />}
        </>
      )}
      <p className="actions mt-8">
        <a className="button button-secondary" href={addressOf.settings}>
          対応区分と定型文
        </a>
      </p>
    </StaffPage>,
  );
}

async function listedAnswers(ctx: Ctx, query: URLSearchParams): Promise<Listed> {
  const occasions = await listOccasions(ctx);
  const asked = query.get("occasion") ?? "";
  const occasion = occasions.some(({ id }) => id === asked) ? asked : "";
  const filter = {
    occasion,
    division: query.get("division") ?? ownDivision(ctx),
    state: query.get("state") ?? "",
    sort: query.get("sort") ?? "",
  };
  const all = await answerList(ctx, occasion ? { occasionId: occasion } : {});
  const divisions = new Map((await divisionsOn(ctx, ctx.clock.today())).map(({ id, name }) => [id, name]));
  return { lines: sorted(all.filter(fits(filter)), filter.sort), total: all.length, filter, occasions, divisions };
}

/** A clerk comes for what their division answers. */
function ownDivision({ actor }: Ctx): string {
  return actor.kind === "person" && !actor.roles.includes("planning") ? (actor.divisionIds[0] ?? "") : "";
}

function fits({ division, state }: Filter) {
  return ({ topic, response }: ListedAnswer): boolean =>
    (!isId(division) || topic.divisionId === division) && (state === "" || (response?.state ?? "none") === state);
}

function sorted(lines: readonly ListedAnswer[], by: string): readonly ListedAnswer[] {
  if (by === "points") return lines.toSorted((one, other) => other.topic.points - one.topic.points);
  if (by === "due")
    return lines.toSorted((one, other) => (one.topic.dueOn ?? "9999").localeCompare(other.topic.dueOn ?? "9999"));
  return lines;
}

function Occasions({ occasions }: Pick<Listed, "occasions">): ReactNode {
  if (occasions.length === 0) return null;
  return (
    <details className="card mb-6" open={occasions.length <= 5}>
      <summary className="font-bold">まとめと決定（聴取の機会ごと）</summary>
      <ul className="mt-2 list-disc pl-6">
        {occasions.map(({ id, title, channel, settledAt }) => (
          <li key={id}>
            <a href={addressOf.occasion(id)}>{title}</a>（{channelLabels[channel]}）
            {settledAt && <Badge tone="good">結果を確定</Badge>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Filters({ listed, query }: { readonly listed: Listed; readonly query: URLSearchParams }): ReactNode {
  const { filter, occasions, divisions, lines, total } = listed;
  const chosen = new URLSearchParams(query);
  chosen.set("division", filter.division);
  return (
    <form action={addressOf.list} className="mb-4 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <SelectField
        name="occasion"
        label="聴取の機会"
        blank="すべて"
        options={occasions.map(({ id, title }) => ({ value: id, label: title }))}
        value={filter.occasion}
      />
      <SelectField
        name="division"
        label="回答する課"
        blank="すべて"
        options={[...divisions].map(([value, label]) => ({ value, label }))}
        value={filter.division}
      />
      <SelectField
        name="state"
        label="進みぐあい"
        blank="すべて"
        options={Object.entries(stateLabels).map(([value, label]) => ({ value, label }))}
        value={filter.state}
      />
      <SelectField
        name="sort"
        label="並べ方"
        blank="番号の順"
        options={[
          { value: "points", label: "件数の多い順" },
          { value: "due", label: "期限の順" },
        ]}
        value={filter.sort}
      />
      <button className="button button-secondary">表示する</button>
      <p className="m-0">{lines.length === total ? `${total}件` : `${total}件のうち${lines.length}件`}</p>
      <a className="button button-secondary" href={`${addressOf.list}.csv?${chosen}`}>
        CSVで保存する
      </a>
    </form>
  );
}

function Answers({ listed, today }: { readonly listed: Listed; readonly today: string }): ReactNode {
  if (listed.lines.length === 0) return null;
  return (
    <TableFrame label="市の考え方の一覧">
      <table className="table">
        <caption className="visually-hidden">市の考え方の一覧</caption>
        <thead>
          <tr>
            {["番号", "意見の概要", "件数", "回答する課", "期限", "進みぐあい", "対応区分"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.lines.map((line) => (
            <AnswerRow key={line.topic.id} line={line} divisions={listed.divisions} today={today} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface RowProps {
  readonly line: ListedAnswer;
  readonly divisions: Listed["divisions"];
  readonly today: string;
}

function AnswerRow({ line: { topic, response, category }, divisions, today }: RowProps): ReactNode {
  const isLate = topic.dueOn !== null && topic.dueOn < today && (response?.state ?? "draft") === "draft";
  return (
    <tr>
      <td className="number">{topic.number}</td>
      <th scope="row" className="min-w-64">
        <a href={addressOf.answer(topic.id)}>{topic.title}</a>
      </th>
      <td className="number">{topic.points}</td>
      <td>{divisions.get(topic.divisionId ?? "") ?? "まだ決まっていません"}</td>
      <td className="whitespace-nowrap">
        {topic.dueOn && warekiDate(topic.dueOn)} {isLate && <Badge tone="bad">期限を過ぎました</Badge>}
      </td>
      <td>
        {stateLabels[response?.state ?? "none"]}
        {response?.state === "draft" && response.sendBack !== "" && <Badge tone="caution">差戻し</Badge>}
      </td>
      <td>{category && `${category.symbol} ${category.name}`}</td>
    </tr>
  );
}

/** What is seen, as a file for Excel. */
export async function saveList({ ctx, query }: Visit): Promise<Response> {
  const { lines, divisions } = await listedAnswers(ctx, query);
  const head = ["番号", "意見の概要", "該当箇所", "件数", "回答する課", "期限", "進みぐあい", "対応区分", "市の考え方"];
  const rows = lines.map(({ topic, response, category }) => [
    topic.number,
    topic.title,
    topic.place,
    topic.points,
    divisions.get(topic.divisionId ?? "") ?? "",
    topic.dueOn ?? "",
    stateLabels[response?.state ?? "none"],
    category ? `${category.symbol} ${category.name}` : "",
    response?.content ?? "",
  ]);
  return download(csvText([head, ...rows]), "市の考え方の一覧.csv", "text/csv; charset=utf-8");
}
