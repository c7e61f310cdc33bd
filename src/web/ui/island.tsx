import type { ComponentType, ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { islandScripts } from "./assets.ts";

export interface IslandProps<P> {
  /** File name in src/web/islands without ending. */
  readonly name: string;
  readonly component: ComponentType<P>;
  readonly props: P & Record<string, unknown>;
  /** Unique on the page. */
  readonly id: string;
}

/**
 * A part of a page that becomes alive in the browser. The server renders it fully (renderToString, since static markup
 * cannot be hydrated); its props travel as inert JSON, which the strict CSP allows.
 */
export function Island<P>({ name, component: Component, props, id }: IslandProps<P>): ReactNode {
  const markup = renderToString(<Component {...props} />, { identifierPrefix: `${id}-` });
  const [entry, ...shared] = islandScripts(name);
  return (
    <>
      {shared.map((script) => (
        <link key={script} rel="modulepreload" href={script} />
      ))}
      <div id={id} data-island={name} data-props={`${id}-props`} dangerouslySetInnerHTML={{ __html: markup }} />
      <script type="application/json" id={`${id}-props`} dangerouslySetInnerHTML={{ __html: inertJson(props) }} />
      <script type="module" src={entry} />
    </>
  );
}

/** JSON that cannot end its script element early. */
function inertJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
