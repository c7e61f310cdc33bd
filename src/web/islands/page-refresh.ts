const reachable = "a[href], button, summary";

/**
 * Renews a page that shows progress: asks for it again every so many seconds and takes over its main part, so that neither the
 * place on the page nor the focus nor a form that somebody is filling in is lost. Ends when the page asks for no more, and goes
 * along when its address leads on to another page (the result). Without script the page reloads itself.
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
  if (fresh && main) {
    const focused = placeOfFocus(main);
    renewAround(main, fresh, [...main.querySelectorAll("form")].find(isInUse));
    main.dataset["refresh"] = fresh.dataset["refresh"] ?? "";
    if (focused >= 0) main.querySelectorAll<HTMLElement>(reachable).item(focused)?.focus();
  }
  keepFresh();
}

function mainOf(html: string): HTMLElement | null {
  return new DOMParser().parseFromString(html, "text/html").querySelector("main");
}

/** Takes over what is new, and leaves a form that is being filled in where it stands: moving it would break off an IME. */
function renewAround(old: Element, fresh: Element, kept: HTMLFormElement | undefined): void {
  const own = kept && [...old.children].find((child) => child.contains(kept));
  const other = kept && [...fresh.children].find((child) => holdsFormTo(child, kept.getAttribute("action")));
  if (!own || !other) return old.replaceChildren(...fresh.childNodes);
  for (const child of Array.from(old.childNodes)) if (child !== own) child.remove(); // a live list would skip
  const nodes = [...fresh.childNodes];
  const at = nodes.indexOf(other);
  own.before(...nodes.slice(0, at));
  own.after(...nodes.slice(at + 1));
  if (own !== kept) renewAround(own, other, kept);
}

function holdsFormTo(element: Element, action: string | null): boolean {
  const forms = element.matches("form") ? [element] : [...element.querySelectorAll("form")];
  return forms.some((form) => form.getAttribute("action") === action);
}

/** Somebody types in it, or has changed something in it. */
function isInUse(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLSelectElement) return control === document.activeElement || isChosenAnew(control);
    if (control instanceof HTMLTextAreaElement)
      return control === document.activeElement || control.value !== control.defaultValue;
    if (!(control instanceof HTMLInputElement) || control.type === "hidden") return false;
    const isChanged = control.value !== control.defaultValue || control.checked !== control.defaultChecked;
    return control === document.activeElement || isChanged;
  });
}

/** A browser chooses the first option where none is marked. */
function isChosenAnew({ options, selectedIndex }: HTMLSelectElement): boolean {
  const marked = [...options].findIndex(({ defaultSelected }) => defaultSelected);
  return selectedIndex !== Math.max(marked, 0);
}

/** Which of the reachable things of the page has the focus; −1 for none. */
function placeOfFocus(main: HTMLElement): number {
  return [...main.querySelectorAll(reachable)].findIndex((element) => element === document.activeElement);
}
