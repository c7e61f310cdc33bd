import type { ReactNode } from "react";
import type { Refusal } from "#kernel/result.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";

/** A field of a form as it stands now and as the person wanted it. */
export interface ComparedField {
  readonly label: string;
  readonly now: string;
  readonly mine: string;
}

interface StaleComparisonProps {
  readonly refusal: Refusal | undefined;
  readonly fields: readonly ComparedField[];
}

/**
 * After a save that came second: both texts side by side. The form below holds the person's own and the present version, so
 * saving again puts it in place knowingly.
 */
export function StaleComparison({ refusal, fields }: StaleComparisonProps): ReactNode {
  if (refusal?.code !== "stale") return null;
  const different = fields.filter(({ now, mine }) => now !== mine);
  return (
    <section aria-labelledby="comparison">
      <h2 id="comparison" className="mb-2 text-[1.25rem]">
        2つの内容を見くらべる
      </h2>
      {different.length === 0 ? (
        <p>あなたの入力は、先に保存された内容と同じです。保存しなくてもかまいません。</p>
      ) : (
        <ComparisonTable fields={different} />
      )}
    </section>
  );
}

/**
 * The version that a form carries after a refusal: the one that was sent, so that what others saved meanwhile is not taken for
 * seen; the present one only beside both texts.
 */
export function carriedVersion({ form }: Pick<Visit, "form">, present: number, refusal: Refusal | undefined): number {
  return refusal && refusal.code !== "stale" && form.has("version") ? Number(text(form, "version")) : present;
}

function ComparisonTable({ fields }: { readonly fields: readonly ComparedField[] }): ReactNode {
  return (
    <>
      <p className="mb-4">
        下の欄には、あなたの入力が残っています。残したい内容に直してから、もう一度保存してください。
      </p>
      <TableFrame label="2つの内容">
        <table className="table">
          <caption className="visually-hidden">先に保存された内容と、あなたの入力</caption>
          <thead>
            <tr>
              <th scope="col">項目</th>
              <th scope="col">先に保存された内容</th>
              <th scope="col">あなたの入力</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ label, now, mine }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="whitespace-pre-wrap">{now || "（空）"}</td>
                <td className="whitespace-pre-wrap">{mine || "（空）"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}
