import type { ComponentType } from "react";
import { hydrateRoot } from "react-dom/client";

/** Brings every place of this island on the page to life with the props the server wrote beside it. */
export function hydrate<P extends object>(name: string, Component: ComponentType<P>): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    const source = document.getElementById(place.dataset["props"] ?? "");
    const props = JSON.parse(source?.textContent ?? "{}") as P; // written by the server for this very component
    hydrateRoot(place, <Component {...props} />, { identifierPrefix: `${place.id}-` });
  }
}
