import type { ReactNode } from "react";
import { momentWords } from "#domain/identity/index.ts";
import { Badge, Empty, TableFrame, type Tone } from "#web/ui/parts.tsx";

/** An import as the list of its kind shows it. */
export interface ImportRow {
  readonly id: string;
  readonly startedAt: Date;
  /** Who handed the file in. */
  readonly by: string;
  readonly original: ReactNode;
  readonly tone: Tone;
  readonly state: string;
  /** The way on, or what came of it. */
  readonly outcome: ReactNode;
}

const heads = ["日時", "元のファイル", "取り込んだ人", "状態", "結果"] as const;

/** The imports until now, the newest first. */
export function ImportList({ rows }: { readonly rows: readonly ImportRow[] }): ReactNode {
  return (
    <>
      <h2 className="mt-12 mb-4 text-[1.25rem]">これまでの取込み</h2>
      {rows.length === 0 ? (
        <Empty title="まだ取り込んだ表はありません">
          <p>取り込むと、元のファイルと結果がここに残ります。</p>
        </Empty>
      ) : (
        <ImportTable rows={rows} />
      )}
    </>
  );
}

function ImportTable({ rows }: { readonly rows: readonly ImportRow[] }): ReactNode {
  return (
    <TableFrame label="これまでの取込み">
      <table className="table">
        <caption className="visually-hidden">これまでの取込み</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, startedAt, by, original, tone, state, outcome }) => (
            <tr key={id}>
              <td>{momentWords(startedAt)}</td>
              <td>{original}</td>
              <td>{by}</td>
              <td>
                <Badge tone={tone}>{state}</Badge>
              </td>
              <td>{outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
