/**
 * A text as the patterns read it: full-width letters and signs as half-width ones, character for character, so that every place in it
 * is the same place in the original.
 */
export function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\t]/g, " ")
    .replace(/[‐‑‒–—―−ｰ]/g, "-")
    .replace(/(?<=\d)ー(?=\d)/g, "-");
}
