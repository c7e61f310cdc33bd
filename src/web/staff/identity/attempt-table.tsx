import type { ReactNode } from "react";
import { momentWords, outcomeLabels, wayLabels, type AttemptLine } from "#domain/identity/index.ts";
import { TableFrame } from "#web/ui/parts.tsx";

/** Attempts to sign in, from the newest. */
export function AttemptTable({
  attempts,
  withName,
}: {
  readonly attempts: readonly AttemptLine[];
  readonly withName: boolean;
}): ReactNode {
  if (attempts.length === 0) return <p>90日のあいだ、記録がありません。</p>;
  return (
    <TableFrame label="サインインの記録">
      <table className="table">
        <caption className="visually-hidden">サインインの記録</caption>
        <thead>
          <tr>
            <th scope="col">いつ</th>
            {withName && <th scope="col">だれ</th>}
            <th scope="col">方法</th>
            <th scope="col">結果</th>
            <th scope="col">端末</th>
            <th scope="col">ネットワークの番地</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.id}>
              <th scope="row" className="font-normal">
                {momentWords(attempt.at)}
              </th>
              {withName && (
                <td>
                  {attempt.personId ? (
                    <a href={`/staff/people/${attempt.personId}`}>{attempt.personName}</a>
                  ) : (
                    "（登録なし）"
                  )}
                </td>
              )}
              <td>{wayLabels[attempt.way]}</td>
              <td>{outcomeLabels[attempt.outcome]}</td>
              <td>{attempt.device || "−"}</td>
              <td>{attempt.address || "−"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
