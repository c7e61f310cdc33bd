import type { ReactNode } from "react";
import {
  groupById,
  keepGroup,
  listGroups,
  mayManageStatistics,
  municipalityDirectory,
  removeGroup,
  type GroupEntry,
  type MunicipalityGroup,
} from "#domain/statistics/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextArea, TextField } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";

const groupsCrumb = { href: addressOf.groups, label: "比べる団体のグループ" };

export async function showGroups(visit: Visit): Promise<Response> {
  const groups = await listGroups(visit.ctx);
  const mayManage = mayManageStatistics(visit.ctx.actor);
  return page(
    <StaffPage visit={visit} title="比べる団体のグループ" crumbs={[homeCrumb]}>
      <p className="prose mb-6">
        類似団体や近隣の市など、いつも比べる相手に名前を付けておきます。統計のページと施策のページで選べます。
      </p>
      {mayManage && (
        <p className="actions mb-6">
          <a className="button" href={addressOf.newGroup}>
            グループをつくる
          </a>
        </p>
      )}
      {groups.length === 0 ? (
        <Empty title="グループはまだありません">
          <p>「県内」と「全国」との比較は、グループがなくてもできます。</p>
        </Empty>
      ) : (
        <GroupTable groups={groups} mayManage={mayManage} />
      )}
    </StaffPage>,
  );
}

function GroupTable({
  groups,
  mayManage,
}: {
  readonly groups: readonly MunicipalityGroup[];
  readonly mayManage: boolean;
}): ReactNode {
  return (
    <TableFrame label="グループ">
      <table className="table">
        <caption className="visually-hidden">グループ</caption>
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col" className="number">
              団体の数
            </th>
            <th scope="col">説明</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id}>
              <th scope="row">{mayManage ? <a href={addressOf.group(group.id)}>{group.name}</a> : group.name}</th>
              <td className="number">{group.codes.length}</td>
              <td>{group.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface GroupForm {
  readonly action: string;
  readonly title: string;
  readonly entry: GroupEntry;
  readonly version?: number;
  readonly refusal?: Refusal | undefined;
  readonly removal?: ReactNode;
}

function groupPage(visit: Visit, { action, title, entry, version, refusal, removal }: GroupForm): Response {
  const element = (
    <StaffPage visit={visit} title={title} crumbs={[homeCrumb, groupsCrumb]}>
      <Form action={action} refusal={refusal} className="form max-w-2xl">
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        <TextField
          name="name"
          label="グループの名前"
          hint="例：類似団体（Ⅱ－1）、近隣市"
          value={entry.name}
          required
          refusal={refusal}
        />
        <TextArea
          name="note"
          label="説明"
          hint="選んだわけや、いつの分類か。市民のページにも出ます。"
          rows={2}
          value={entry.note}
          refusal={refusal}
        />
        <TextArea
          name="members"
          label="市区町村"
          hint="1行に一つ。名前か6桁の団体コードで入れます。同じ名前があるときは「長野県 坂城町」のように都道府県を付けます。"
          rows={12}
          value={entry.members}
          required
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">保存する</button>
          <a className="button button-quiet" href={addressOf.groups}>
            やめる
          </a>
        </p>
      </Form>
      {removal}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function sentEntry(form: FormData): GroupEntry {
  return { name: text(form, "name"), note: text(form, "note"), members: text(form, "members") };
}

export function showNewGroup(visit: Visit): Response {
  return groupPage(visit, { action: addressOf.newGroup, title: "グループをつくる", entry: sentEntry(visit.form) });
}

export async function makeGroup(visit: Visit): Promise<Response> {
  const entry = sentEntry(visit.form);
  const made = await keepGroup(visit.ctx, entry);
  if (made.ok) return onwards(addressOf.groups, "created");
  return groupPage(visit, { action: addressOf.newGroup, title: "グループをつくる", entry, refusal: made.refusal });
}

export async function showGroup(visit: Visit): Promise<Response> {
  return standingGroup(visit);
}

async function standingGroup(visit: Visit, refused?: { readonly refusal: Refusal; readonly entry?: GroupEntry }) {
  const group = await groupById(visit.ctx, visit.params["group"] ?? "");
  const directory = await municipalityDirectory(visit.ctx);
  const members = group.codes.map((code) => {
    const found = directory.byCode(code);
    return found ? `${found.prefecture} ${found.name}`.trim() : code;
  });
  const entry = refused?.entry ?? { name: group.name, note: group.note, members: members.join("\n") };
  return groupPage(visit, {
    action: addressOf.group(group.id),
    title: "グループを直す",
    entry,
    version: group.version,
    refusal: refused?.entry ? refused.refusal : undefined,
    removal: (
      <Form action={`${addressOf.group(group.id)}/removal`} className="mt-12 border-t border-solid-gray-200 pt-4">
        {refused && !refused.entry && <RefusalNotice refusal={refused.refusal} />}
        <button className="button button-quiet button-small">このグループを消す</button>
        <span className="ml-3 text-solid-gray-700">統計の値は変わりません。</span>
      </Form>
    ),
  });
}

export async function saveGroupEdit(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const entry = sentEntry(form);
  const { id } = await groupById(ctx, params["group"] ?? "");
  const saved = await keepGroup(ctx, entry, { id, version: Number(text(form, "version")) });
  return saved.ok ? onwards(addressOf.groups, "saved") : standingGroup(visit, { refusal: saved.refusal, entry });
}

export async function dropGroup(visit: Visit): Promise<Response> {
  const removed = await removeGroup(visit.ctx, visit.params["group"] ?? "");
  return removed.ok ? onwards(addressOf.groups, "saved") : standingGroup(visit, { refusal: removed.refusal });
}
