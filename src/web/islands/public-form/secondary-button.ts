/** A button that stands at the foot of a notice. */
export function secondaryButton(words: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-secondary mt-2 flex";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}
