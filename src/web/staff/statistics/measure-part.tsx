import type { ReactNode } from "react";
import type { NodePage } from "#domain/plan/index.ts";
import {
  backgroundOf,
  citedStatistics,
  mayCiteStatistics,
  mayReadStatistics,
  registers,
  registerShapes,
  type BackgroundEntry,
  type CitedStatistic,
} from "#domain/statistics/index.ts";
import type { Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { CitedFigure } from "./cited-figure.tsx";

/** What a measure rests on, on its staff page: the statistics cited and the entries of the registers that lead to it. */
export async function groundsPart({ ctx }: Visit, { node, plan }: NodePage): Promise<ReactNode> {
  if (!mayReadStatistics(ctx.actor)) return null;
  const cited = await citedStatistics(ctx, node.id);
  const entries = await backgroundOf(ctx, node.id);
  const citeHref = mayCiteStatistics(ctx.actor, node) ? addressOf.citations(plan.slug, node.id) : undefined;
  return (
    <>
      <Cited cited={cited} href={citeHref} />
      <Background entries={entries} />
    </>
  );
}

function Cited({
  cited,
  href,
}: {
  readonly cited: readonly CitedStatistic[];
  readonly href: string | undefined;
}): ReactNode {
  return (
    <section aria-labelledby="statistics" className="mt-12">
      <h2 id="statistics" className="text-[1.25rem]">
        根拠となる統計
      </h2>
      {cited.length === 0 ? (
        <p className="mt-2">まだ付いていません。</p>
      ) : (
        <ul className="list-plain mt-4 grid gap-4 md:grid-cols-2">
          {cited.map((each) => (
            <li key={each.citation.id} className="card">
              <CitedFigure cited={each} />
            </li>
          ))}
        </ul>
      )}
      {href !== undefined && (
        <p className="actions mt-4">
          <a className="button button-secondary" href={href}>
            統計を付ける・外す
          </a>
        </p>
      )}
    </section>
  );
}

function Background({ entries }: { readonly entries: readonly BackgroundEntry[] }): ReactNode {
  const found = registers.map((register) => ({ register, own: entries.filter((each) => each.register === register) }));
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="background" className="mt-12">
      <h2 id="background" className="text-[1.25rem]">
        計画の背景
      </h2>
      {found
        .filter(({ own }) => own.length > 0)
        .map(({ register, own }) => (
          <div key={register} className="mt-3">
            <h3 className="text-[1rem]">
              <a href={`/staff/statistics/background/${registerShapes[register].address}`}>
                {registerShapes[register].name}
              </a>
            </h3>
            <ul className="list-disc pl-6">
              {own.map(({ id, title, fields }) => (
                <li key={id}>
                  {title}
                  <span className="block text-solid-gray-700">{gistOf(fields)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

/** What an entry says in a line: the meaning of a trend, the issue itself, whose plan it is and when. */
function gistOf(fields: BackgroundEntry["fields"]): string {
  return fields["meaning"] ?? fields["issue"] ?? [fields["body"], fields["period"]].filter(Boolean).join("　");
}
