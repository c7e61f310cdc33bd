const reachable = "a[href], button, summary";

/**
 * Renews a page that shows progress: asks for it again every so many seconds and takes over its main part, so that neither the
 * place on the page nor the focus is lost. Ends when the page asks for no more. Without script the page reloads itself.
 */
export function keepFresh(): void {
  const seconds = Number(document.querySelector("main")?.dataset["refresh"] ?? 0);
  if (seconds > 0) setTimeout(() => void renew(), seconds * 1000);
}

async function renew(): Promise<void> {
  const fresh = await fetchedMain();
  const main = document.querySelector("main");
  if (fresh && main && !isTyping(main)) {
    const focused = placeOfFocus(main);
    main.replaceChildren(...fresh.childNodes);
    main.dataset["refresh"] = fresh.dataset["refresh"] ?? "";
    main.querySelectorAll<HTMLElement>(reachable).item(focused)?.focus();
  }
  keepFresh();
}

async function fetchedMain(): Promise<HTMLElement | null> {
  const response = await fetch(location.href).catch(() => undefined);
  if (!response?.ok) return null;
  return new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
}

function isTyping(main: HTMLElement): boolean {
  return main.contains(document.activeElement) && document.activeElement?.matches("input, select, textarea") === true;
}

/** Which of the reachable things of the page has the focus; −1 for none. */
function placeOfFocus(main: HTMLElement): number {
  return [...main.querySelectorAll(reachable)].findIndex((element) => element === document.activeElement);
}
