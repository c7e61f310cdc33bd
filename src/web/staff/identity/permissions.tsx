import type { ReactNode } from "react";
import { roles, type PersonActor, type Permission, type Role } from "#domain/audit/index.ts";
import { roleHints, roleLabels } from "#domain/identity/index.ts";
import { csvText } from "#export/csv.ts";
import { download, page } from "#web/answer.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";

const crumbs = [{ href: "/staff", label: "はじめに" }];

/** Someone with one role and no division, to ask a permission what the role alone may do. */
export function personWith(role: Role): PersonActor {
  return { kind: "person", id: "", name: "", roles: [role], divisionIds: [] };
}

/** Each permission of the routes once, in the order of the site's map. */
export function permissionsOf(routes: readonly StaffRoute[]): Permission[] {
  const all = routes.flatMap((route) => (route.may === "anyone" ? [] : [route.may]));
  return [...new Map(all.map((permission) => [permission.sentence, permission])).values()];
}

function mark(permission: Permission, role: Role): string {
  return permission(personWith(role)) ? "○" : "−";
}

function PermissionsPage({
  visit,
  permissions,
}: {
  readonly visit: Visit;
  readonly permissions: readonly Permission[];
}): ReactNode {
  return (
    <StaffPage visit={visit} title="権限の表" crumbs={crumbs} wide>
      <p className="prose mb-6">
        どの役割に何ができるかを、一つずつ文にしました。○はできること、−はできないことです。自分の課のものに限るときは、文に書いてあります。
      </p>
      <TableFrame label="権限の表">
        <table className="table">
          <caption>できることと役割（{permissions.length}項目）</caption>
          <thead>
            <tr>
              <th scope="col">できること</th>
              {roles.map((role) => (
                <th key={role} scope="col" className="min-w-20 !whitespace-normal text-center">
                  {roleLabels[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission.sentence}>
                <th scope="row" className="min-w-48 font-normal sm:min-w-80">
                  {permission.sentence}
                </th>
                {roles.map((role) => (
                  <PermissionCell key={role} allowed={permission(personWith(role))} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="no-print mt-4">
        <a href="/staff/permissions.csv">この表をCSVで保存する</a>
      </p>
      <h2 className="mt-10 mb-4 text-[1.25rem]">役割</h2>
      <dl className="grid max-w-[44rem] gap-2 sm:grid-cols-[12rem_1fr]">
        {roles.flatMap((role) => [
          <dt key={role} className="font-bold">
            {roleLabels[role]}
          </dt>,
          <dd key={`${role}-hint`}>{roleHints[role]}</dd>,
        ])}
      </dl>
    </StaffPage>
  );
}

function PermissionCell({ allowed }: { readonly allowed: boolean }): ReactNode {
  return (
    <td className="text-center">
      <span aria-hidden="true">{allowed ? "○" : "−"}</span>
      <span className="visually-hidden">{allowed ? "できる" : "できない"}</span>
    </td>
  );
}

export function showPermissions(routes: () => readonly StaffRoute[]) {
  return (visit: Visit): Response => page(<PermissionsPage visit={visit} permissions={permissionsOf(routes())} />);
}

export function downloadPermissions(routes: () => readonly StaffRoute[]) {
  return (visit: Visit): Response => {
    const head = ["できること", ...roles.map((role) => roleLabels[role])];
    const rows = permissionsOf(routes()).map((permission) => [
      permission.sentence,
      ...roles.map((role) => mark(permission, role)),
    ]);
    return download(csvText([head, ...rows]), `権限の表_${visit.ctx.clock.today()}.csv`, "text/csv; charset=utf-8");
  };
}
