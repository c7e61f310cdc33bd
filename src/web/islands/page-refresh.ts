const reachable = "a[href], button, summary";

/**
 * Renews a page that shows progress: asks for it again every so many seconds and takes over its main part, so that neither the
 * place on the page nor the focus is lost. Ends when the page asks for no more, and goes along when its address leads on to
 * another page (the result). Without script the page reloads itself.
 */
export function keepFresh(): void {
  const seconds = Number(document.querySelector("main")?.dataset["refresh"] ?? 0);
  if (seconds > 0) setTimeout(() => void renew(), seconds * 1000);
}

async function renew(): Promise<void> {
  const response = await fetch(location.href).catch(() => undefined);
  if (response?.redirected) return location.replace(response.url);
  const fresh = response?.ok ? mainOf(await response.text()) : null;
  const main = document.querySelector("main");
  if (fresh && main && !isTyping(main)) {
    const focused = placeOfFocus(main);
    main.replaceChildren(...fresh.childNodes);
    main.dataset["refresh"] = fresh.dataset["refresh"] ?? "";
    main.querySelectorAll<HTMLElement>(reachable).item(focused)?.focus();
  }
  keepFresh();
}

function mainOf(html: string): HTMLElement | null {
  return new DOMParser().parseFromString(html, "text/html").querySelector("main");
}

function isTyping(main: HTMLElement): boolean {
  return main.contains(document.activeElement) && document.activeElement?.matches("input, select, textarea") === true;
}

/** Which of the reachable things of the page has the focus; −1 for none. */
function placeOfFocus(main: HTMLElement): number {
  return [...main.querySelectorAll(reachable)].findIndex((element) => element === document.activeElement);
}
