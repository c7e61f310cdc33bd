import type { ReactNode } from "react";
import { attemptsOnPage, listSignInAttempts, type AttemptLine } from "#domain/identity/index.ts";
import { isId } from "#kernel/id.ts";
import { page } from "#web/answer.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { AttemptTable } from "./attempt-table.tsx";
import { peopleCrumbs } from "./people.tsx";

function SignInsPage({
  visit,
  attempts,
}: {
  readonly visit: Visit;
  readonly attempts: readonly AttemptLine[];
}): ReactNode {
  const refusedOnly = isRefusedOnly(visit);
  const last = attempts.at(-1);
  const older = new URLSearchParams({ ...(refusedOnly && { show: "refused" }), before: last?.id ?? "" });
  return (
    <StaffPage visit={visit} title="サインインの記録" crumbs={peopleCrumbs} wide>
      <p className="prose mb-4">
        90日のあいだ残ります。同じ番地から拒否が続くときは、パスワードを探られているかもしれません。
      </p>
      <p className="mb-4">
        {refusedOnly ? (
          <a href="/staff/people/sign-ins">すべて見る</a>
        ) : (
          <a href="/staff/people/sign-ins?show=refused">拒否されたものだけ見る</a>
        )}
      </p>
      <AttemptTable attempts={attempts} withName />
      {attempts.length === attemptsOnPage && (
        <p className="mt-4">
          <a href={`/staff/people/sign-ins?${older}`}>前の{attemptsOnPage}件を見る</a>
        </p>
      )}
    </StaffPage>
  );
}

function isRefusedOnly(visit: Visit): boolean {
  return visit.query.get("show") === "refused";
}

export async function showSignIns(visit: Visit): Promise<Response> {
  const before = visit.query.get("before") ?? "";
  const filter = { refusedOnly: isRefusedOnly(visit), before: isId(before) ? before : undefined };
  return page(<SignInsPage visit={visit} attempts={await listSignInAttempts(visit.ctx, filter)} />);
}
