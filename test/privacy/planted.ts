import { unzipSync } from "fflate";

/** Invented people, each planted in one kind of place, so that a find tells which place leaks. */
export const sender = {
  name: "植木見本太郎",
  organisation: "植木見本花店",
  address: "みほん市植木町9-8-7",
  phone: "0999-88-7766",
  email: "uekisan@planted.example",
};

export const inText = ["種田見本子", "0888-77-6655", "みほん市種町5-6-7", "taneda@planted.example"] as const;

export const plantedText = `私は${inText[0]}です。電話は${inText[1]}、住所は${inText[2]}、メールは${inText[3]}です。訓練を休日にしてほしい。`;

/** Of one who does not wish the words to be public, and of one whose voice is hidden. */
export const keptBack = ["苗場見本江", "枝野見本也"] as const;

export const attached = { name: "根本見本夫の手紙.txt", words: "根本見本夫 0777-66-5544" } as const;

/** What colleagues write for each other only. */
export const noted = ["葉山見本代", "0666-55-4433"] as const;

export const planted: readonly string[] = [
  ...Object.values(sender),
  ...inText,
  ...keptBack,
  attached.name,
  attached.words,
  ...noted,
];

/** Those planted words that stand in a text, also where its signs were escaped for an address or as bytes of a column. */
export function plantedIn(text: string): string[] {
  return planted.filter((words) => formsOf(words).some((form) => text.includes(form)));
}

function formsOf(words: string): string[] {
  const plain = [words, words.replaceAll("-", ""), encodeURIComponent(words)];
  return [...new Set([...plain, Buffer.from(words).toString("hex"), JSON.stringify(words).slice(1, -1)])];
}

/** What can be read in a file that is sent: the parts of an office file, else its text. */
export function readableIn(bytes: Uint8Array): string {
  const decoder = new TextDecoder();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return decoder.decode(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => decoder.decode(part))
    .join("\n");
}
