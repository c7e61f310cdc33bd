import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { Trouble } from "#platform/trouble.ts";

const mark = Buffer.from("TOMONI-SEALED-1\n");
const [saltLength, nonceLength, tagLength] = [16, 12, 16];
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** The fewest signs of a passphrase that seals personal data: the file may be tried against at leisure. */
export const shortestPassphrase = 12;

/**
 * Encrypts under a passphrase: scrypt (N = 2¹⁷, r = 8, p = 1) makes the key, AES-256-GCM encrypts and proves.
 * The file is the mark, the salt, the nonce, the proof and the encrypted bytes.
 */
export function sealed(content: Buffer, passphrase: string): Buffer {
  const [salt, nonce] = [randomBytes(saltLength), randomBytes(nonceLength)];
  const cipher = createCipheriv("aes-256-gcm", keyOf(passphrase, salt), nonce);
  const hidden = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([mark, salt, nonce, cipher.getAuthTag(), hidden]);
}

/** @throws Trouble when the passphrase is another one or the bytes were changed */
export function unsealed(file: Buffer, passphrase: string): Buffer {
  let at = 0;
  const next = (length: number) => file.subarray(at, (at += length));
  const [head, salt, nonce, tag] = [next(mark.length), next(saltLength), next(nonceLength), next(tagLength)];
  if (!head.equals(mark) || tag.length !== tagLength) throw wrongPassphrase();
  const decipher = createDecipheriv("aes-256-gcm", keyOf(passphrase, salt), nonce);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(file.subarray(at)), decipher.final()]);
  } catch {
    throw wrongPassphrase();
  }
}

function keyOf(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize("NFKC"), salt, 32, cost);
}

function wrongPassphrase(): Trouble {
  return new Trouble(
    "合言葉が違うため、個人情報の部分を開けません。書き出したときの合言葉を入れてください。",
    "Another passphrase was used for the part with personal data.",
  );
}
