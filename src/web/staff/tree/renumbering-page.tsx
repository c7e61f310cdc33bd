import type { ReactNode } from "react";
import type { PlanWithLevels, RenumberingPreview } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";

interface RenumberingPageProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly preview: RenumberingPreview;
  readonly refusal: Refusal | undefined;
}

/** What renumbering would change, old beside new, before it is done. */
export function RenumberingPage({ visit, plan, preview, refusal }: RenumberingPageProps): ReactNode {
  const base = `/staff/plans/${plan.slug}`;
  const crumbs = [
    { href: base, label: plan.name },
    { href: `${base}/tree`, label: "施策体系" },
  ];
  const count = preview.changes.length;
  return (
    <StaffPage visit={visit} title="番号を付け直す" crumbs={crumbs}>
      {refusal && (
        <div className="mb-6">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      {count === 0 ? (
        <Empty title="番号は、すべて並び順のとおりです">
          <p>
            <a href={`${base}/tree`}>施策体系へ戻る</a>
          </p>
        </Empty>
      ) : (
        <>
          <p className="prose mb-4">
            並び順のとおりに番号を付けると、{count}件の番号が変わります。付け直したあとも「元に戻す」で戻せます。
          </p>
          <Form action={`${base}/tree/renumberings`} className="actions mb-6">
            <input type="hidden" name="codes" value={preview.codes} />
            <button className="button">{count}件の番号を付け直す</button>
            <a href={`${base}/tree`}>やめて戻る</a>
          </Form>
          <ChangeTable preview={preview} />
        </>
      )}
    </StaffPage>
  );
}

function ChangeTable({ preview }: { readonly preview: RenumberingPreview }): ReactNode {
  return (
    <TableFrame label="変わる番号">
      <table className="table">
        <caption>変わる番号</caption>
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col">いまの番号</th>
            <th scope="col">新しい番号</th>
          </tr>
        </thead>
        <tbody>
          {preview.changes.map(({ id, title, from, to }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{from || "（なし）"}</td>
              <td className="font-bold">{to || "（なし）"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
