import type { ReactNode } from "react";
import type { PublishedDeclaration } from "#domain/declarations/published.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { nameOf } from "./together-section.tsx";

/** Who declared a part in one goal of the SDGs (共通の目標). */
export function GoalDeclarations({
  site,
  declarations,
}: {
  readonly site: Site;
  readonly declarations: readonly PublishedDeclaration[];
}): ReactNode {
  if (declarations.length === 0) return null;
  return (
    <>
      <p className="mt-4 font-bold">このゴールに取り組む事業者・団体（{declarations.length}）</p>
      <ul className="list-plain">
        {declarations.map((declaration) => (
          <li key={declaration.number}>
            <a href={`${hrefIn(site, "/declarations")}#declaration-${declaration.number}`}>{nameOf(declaration)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
