import type { Refusal } from "#kernel/result.ts";

/** A file as a sender gives it. What it is, its bytes say; its name may not say another thing. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const attachmentLimits = { count: 5, fileBytes: 10 * 1024 * 1024, totalBytes: 20 * 1024 * 1024 } as const;

/** What is wrong with what came with a voice; the file is named. */
export function attachmentsFault(files: readonly GivenFile[]): Refusal | undefined {
  if (files.length > attachmentLimits.count) return fault(`ファイルは${attachmentLimits.count}個までです。`);
  for (const file of files) {
    if (file.bytes.length === 0) return fault(`「${file.name}」は空です。`);
    if (file.bytes.length > attachmentLimits.fileBytes) return fault(`「${file.name}」は10MBより大きいファイルです。`);
    if (!isWelcome(file))
      return fault(`「${file.name}」は受け付けられない種類のファイルです。マクロの入ったものも受け付けられません。`);
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return total > attachmentLimits.totalBytes ? fault("ファイルの大きさの合計が20MBを超えています。") : undefined;
}

function fault(message: string): Refusal {
  const remedy = "PDF、画像（PNG・JPEG）、Word・Excel・PowerPoint（docx・xlsx・pptx）、テキストを付けられます。";
  return { code: "attachments", message, remedy, fields: { attachments: message } };
}

const office: readonly (readonly [string, string])[] = [
  ["word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
];

/** The endings of a kind that is taken in: by its ending a computer decides what it does with a file. */
const endings: Readonly<Record<string, RegExp>> = {
  "application/pdf": /^pdf$/,
  "image/png": /^png$/,
  "image/jpeg": /^(jpe?g|jfif)$/,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": /^docx$/,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": /^xlsx$/,
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": /^pptx$/,
  "text/plain": /^(txt|text|csv|md)$/,
};

/** A script is a text, and a page that runs may begin as a PDF: content and name must both be welcome. A name without ending runs nowhere. */
function isWelcome({ name, bytes }: GivenFile): boolean {
  const mediaType = mediaTypeOf(bytes);
  const [, ending] = /\.([^.]*)$/.exec(name.normalize("NFKC").trim().toLowerCase()) ?? [];
  return mediaType !== undefined && (ending === undefined || endings[mediaType]?.test(ending) === true);
}

/** The kind of a file by its content; undefined for what is not taken in. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "application/pdf";
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)) return "image/png";
  if (begins(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeType(bytes);
  return isText(bytes) ? "text/plain" : undefined;
}

function begins(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Names in a zip stand in it uncompressed, so that reading them opens nothing. */
function officeType(bytes: Uint8Array): string | undefined {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!names.includes("[Content_Types].xml") || names.includes("vbaProject.bin")) return undefined;
  return office.find(([folder]) => names.includes(folder))?.[1];
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 27))) return false; // control signs stand in no text
  return ["utf-8", "shift_jis"].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false; // not in this encoding
    }
  });
}
