/** A name as it is typed in the tree: 「防災【減災】」 is the title 防災 with the keyword (キーワード) 減災. */
export function nameParts(text: string): { readonly title: string; readonly keyword: string } {
  const [, title, keyword] = /^(.*\S)\s*【([^【】]*)】$/su.exec(text.trim()) ?? [];
  return { title: (title ?? text).trim(), keyword: (keyword ?? "").trim() };
}
