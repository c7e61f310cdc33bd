import type { ReactNode } from "react";
import type { GateCheck, GateInspection } from "#domain/formulation/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Badge, TableFrame } from "#web/ui/parts.tsx";
import { checksPath } from "../checks/addresses.ts";
import { addressOf as manuscriptsAddress } from "../manuscripts/addresses.ts";
import { addressOf as voicesAddress } from "../voices/addresses.ts";

interface Props {
  readonly plan: Plan;
  readonly inspection: GateInspection;
}

/** The checklist of an open gate (関門の点検): each line says what it looks at, and as of which day. */
export function Checklist({ plan, inspection }: Props): ReactNode {
  const open = inspection.checks.filter(({ isFulfilled }) => !isFulfilled).length;
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title" className="mb-2 text-[1.25rem]">
        点検（{open === 0 ? "すべて満たしています" : `満たしていない項目 ${open}`}）
      </h2>
      <p className="mb-4 max-w-4xl">
        版についての点検は、この関門に置いた版の内容を見ます。原稿や施策を直しても、この版の点検は変わりません。直したときは、この関門を差し戻し、新しい版を凍結して開き直します。
      </p>
      <TableFrame label="関門の点検">
        <table className="table">
          <caption className="visually-hidden">関門の点検</caption>
          <thead>
            <tr>
              <th scope="col">項目</th>
              <th scope="col">いま</th>
              <th scope="col">内容</th>
              <th scope="col">見ているもの</th>
            </tr>
          </thead>
          <tbody>
            {inspection.checks.map((check, index) => (
              <tr key={index}>
                <th scope="row">{check.label}</th>
                <td>
                  <CheckBadge check={check} />
                </td>
                <td className="whitespace-pre-line">
                  <CheckWords plan={plan} inspection={inspection} check={check} />
                </td>
                <td>{seenWords(check)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function CheckWords({ plan, inspection, check }: Props & { readonly check: GateCheck }): ReactNode {
  const { key, isFulfilled, words } = check;
  if (isFulfilled) return words;
  if (key === "points") return <OwedPoints inspection={inspection} />;
  return (
    <>
      {words}
      {key === "sections" && (
        <a className="ml-2" href={`${manuscriptsAddress.manuscript(plan)}?state=unconfirmed`}>
          いまの原稿で確定していない節を見る
        </a>
      )}
      {placed.has(key) && (
        <a className="ml-2" href={checksPath.list(plan)}>
          いまの計画の点検を見る
        </a>
      )}
    </>
  );
}

function OwedPoints({ inspection: { findings } }: Pick<Props, "inspection">): ReactNode {
  return findings.owed
    .filter(({ openVoices, openTopics }) => openVoices + openTopics > 0)
    .map(({ occasionId, title, openVoices, openTopics }) => (
      <span key={occasionId} className="block">
        <a href={voicesAddress.occasion(occasionId)}>{title}</a>：仕分けの残る意見{openVoices}
        件、決定していない市の考え方{openTopics}件
      </span>
    ));
}

/** Checks whose like of the plan as it stands now is a page of its own. */
const placed: ReadonlySet<GateCheck["key"]> = new Set(["pages", "indicators", "period", "lineage"] as const);

/** What a check looked at, and as of when; "" where a gate was decided before that was kept. */
export function seenWords({ seen }: GateCheck): string {
  if (!seen) return "";
  if (seen.at === "gate") return "この関門の記録";
  return seen.at === "version" ? `この版（${warekiDate(seen.on)}に凍結）` : `いまの台帳（${warekiDate(seen.on)}現在）`;
}

export function CheckBadge({ check: { isFulfilled, isBlocking } }: { readonly check: GateCheck }): ReactNode {
  if (isFulfilled) return <Badge tone="good">✓ 満たす</Badge>;
  return isBlocking ? <Badge tone="bad">通せません</Badge> : <Badge tone="caution">まだ</Badge>;
}
