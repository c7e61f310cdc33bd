import type { ReactNode } from "react";
import {
  divisionsOn,
  listPeople,
  mayManagePeople,
  mayTransferPeople,
  roleLabels,
  stateLabels,
  type DivisionOnDay,
  type PeopleFilter,
  type PersonRow,
  type PersonState,
} from "#domain/identity/index.ts";
import { roles } from "#domain/audit/index.ts";
import { csvText } from "#export/csv.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { SelectField, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame, type Tone } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";

const crumbs = [{ href: "/staff", label: "はじめに" }];
export const peopleCrumbs = [...crumbs, { href: "/staff/people", label: "職員と権限" }];

const sorts = [
  { value: "kana", label: "ふりがな順" },
  { value: "division", label: "所属順" },
  { value: "lastSignIn", label: "最後のサインインが新しい順" },
] as const;
const states = [
  { value: "all", label: "利用終了も含む" },
  ...(["active", "invited", "locked", "retired"] as const).map((state) => ({
    value: state,
    label: stateLabels[state],
  })),
];
const tones: Readonly<Record<PersonState, Tone>> = {
  active: "good",
  invited: "caution",
  locked: "bad",
  retired: "plain",
};

export function StateBadge({ state }: { readonly state: PersonState }): ReactNode {
  return <Badge tone={tones[state]}>{stateLabels[state]}</Badge>;
}

function filterOf({ query }: Visit): PeopleFilter {
  const read = (name: string) => query.get(name) ?? "";
  const sort = sorts.find((each) => each.value === read("sort"))?.value ?? "kana";
  return { words: read("words"), role: read("role"), divisionId: read("divisionId"), state: read("state"), sort };
}

interface PeoplePageProps {
  readonly visit: Visit;
  readonly people: readonly PersonRow[];
  readonly divisions: readonly DivisionOnDay[];
}

function PeoplePage({ visit, people, divisions }: PeoplePageProps): ReactNode {
  const search = visit.url.searchParams.toString();
  return (
    <StaffPage visit={visit} title="職員と権限" crumbs={crumbs} wide>
      <div className="actions mb-6">
        {mayManagePeople(visit.ctx.actor) && (
          <a className="button" href="/staff/people/new">
            職員を招待する
          </a>
        )}
        {mayTransferPeople(visit.ctx.actor) && (
          <a className="button button-secondary" href="/staff/transfers">
            人事異動
          </a>
        )}
        <a className="button button-secondary" href="/staff/people/sign-ins">
          サインインの記録
        </a>
        <a className="button button-secondary" href="/staff/permissions">
          権限の表
        </a>
        {mayManagePeople(visit.ctx.actor) && (
          <a className="button button-secondary" href="/staff/people/sign-in-policy">
            確認コードの決まり
          </a>
        )}
        {mayManagePeople(visit.ctx.actor) && (
          <a className="button button-secondary" href="/staff/people/sign-in-ways">
            サインインの方法
          </a>
        )}
      </div>
      <PeopleSearch visit={visit} divisions={divisions} />
      {people.length > 0 ? <PeopleTable people={people} /> : <NobodyFits />}
      {people.length > 0 && (
        <p className="no-print mt-4">
          <a href={`/staff/people.csv${search && `?${search}`}`}>この一覧をCSVで保存する</a>
        </p>
      )}
    </StaffPage>
  );
}

function PeopleSearch({
  visit,
  divisions,
}: {
  readonly visit: Visit;
  readonly divisions: readonly DivisionOnDay[];
}): ReactNode {
  const filter = filterOf(visit);
  const roleOptions = roles.map((role) => ({ value: role, label: roleLabels[role] }));
  const divisionOptions = divisions.map((division) => ({ value: division.id, label: division.path }));
  return (
    <form className="card no-print mb-6" role="search" aria-label="職員をしぼりこむ">
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-5 [&_.field]:!mt-0">
        <TextField name="words" label="氏名・ふりがな・メール" type="search" value={filter.words} />
        <SelectField
          name="divisionId"
          label="所属"
          blank="すべて"
          options={divisionOptions}
          value={filter.divisionId}
        />
        <SelectField name="role" label="役割" blank="すべて" options={roleOptions} value={filter.role} />
        <SelectField name="state" label="状態" blank="利用終了を除く" options={states} value={filter.state} />
        <SelectField name="sort" label="並び順" options={sorts} value={filter.sort} />
      </div>
      <div className="actions mt-4">
        <button className="button button-secondary">しぼりこむ</button>
        <a href="/staff/people">条件を消す</a>
      </div>
    </form>
  );
}

function NobodyFits(): ReactNode {
  return (
    <Empty title="条件に合う職員がいません。">
      <p>
        条件を減らすか、<a href="/staff/people">すべての職員</a>
        から探してください。利用を終えた人は、状態で「利用終了も含む」を選ぶと出ます。
      </p>
    </Empty>
  );
}

function PeopleTable({ people }: { readonly people: readonly PersonRow[] }): ReactNode {
  return (
    <TableFrame label="職員の一覧">
      <table className="table">
        <caption>{people.length}人</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">所属</th>
            <th scope="col">役割</th>
            <th scope="col">状態</th>
            <th scope="col">確認コード</th>
            <th scope="col">最後のサインイン</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" className="font-normal">
                <a href={`/staff/people/${person.id}`}>{person.name}</a>
                <span className="block text-[0.875rem] text-solid-gray-700">{person.kana}</span>
              </th>
              <td>{person.posts.join("、") || "−"}</td>
              <td>{person.roles.map((role) => roleLabels[role]).join("、") || "−"}</td>
              <td>
                <StateBadge state={person.state} />
              </td>
              <td>{person.hasSecondFactor ? "使っている" : "−"}</td>
              <td>{person.lastSignInAt ? warekiDate(tokyoDay(person.lastSignInAt)) : "−"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export async function showPeople(visit: Visit): Promise<Response> {
  const divisions = await divisionsOn(visit.ctx, visit.ctx.clock.today());
  return page(<PeoplePage visit={visit} people={await listPeople(visit.ctx, filterOf(visit))} divisions={divisions} />);
}

export async function downloadPeople(visit: Visit): Promise<Response> {
  const people = await listPeople(visit.ctx, filterOf(visit));
  const head = ["氏名", "ふりがな", "メールアドレス", "所属", "役割", "状態", "確認コード", "最後のサインイン"];
  const rows = people.map((person) => [
    person.name,
    person.kana,
    person.email,
    person.posts.join("、"),
    person.roles.map((role) => roleLabels[role]).join("、"),
    stateLabels[person.state],
    person.hasSecondFactor ? "あり" : "なし",
    person.lastSignInAt ? tokyoDay(person.lastSignInAt) : "",
  ]);
  return download(csvText([head, ...rows]), `職員一覧_${visit.ctx.clock.today()}.csv`, "text/csv; charset=utf-8");
}
