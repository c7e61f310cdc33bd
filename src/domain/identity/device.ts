const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, "iPhone・iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux/, "Linux"],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

/** What a person would call the device: 「Windows の Edge」. Browsers pretend to be others, so the order matters. */
export function deviceLabel(userAgent: string): string {
  const find = (names: typeof systems) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [system, browser] = [find(systems), find(browsers)];
  if (system && browser) return `${system} の ${browser}`;
  return system ?? browser ?? "不明な端末";
}
