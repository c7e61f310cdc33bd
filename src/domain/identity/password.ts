import { refuse, accept, type Result } from "#kernel/result.ts";
import { passwordRefusals } from "./labels.ts";

export const shortestPassword = 12;
const longestPassword = 128;
const fewestKinds = 5;

/** The same password whichever width the input method typed it in (NIST SP 800-63B asks for one Unicode form). */
export function plainPassword(typed: string): string {
  return typed.normalize("NFKC");
}

export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

const known = ["password", "qwertyuiop", "123456789", "abcdefgh", "passw0rd", "iloveyou", "tomoni"];

/** Whether a new password is hard enough to guess: length before everything, nothing of the person, no known beginning. */
export function checkPassword(typed: string, again: string, owner: PasswordOwner): Result<string> {
  const password = plainPassword(typed);
  const length = [...password].length;
  if (length < shortestPassword) return refuse(passwordRefusals.tooShort);
  if (length > longestPassword) return refuse(passwordRefusals.tooLong);
  if (new Set(password).size < fewestKinds) return refuse(passwordRefusals.tooUniform);
  if (known.some((word) => password.toLowerCase().startsWith(word))) return refuse(passwordRefusals.known);
  if (holdsOwner(password.toLowerCase(), owner)) return refuse(passwordRefusals.personal);
  return plainPassword(again) === password ? accept(password) : refuse(passwordRefusals.differ);
}

function holdsOwner(password: string, { name, email }: PasswordOwner): boolean {
  const own = [email.split("@")[0] ?? "", ...name.split(/\s+/)].map((part) => part.toLowerCase());
  return own.some((part) => part.length >= 4 && password.includes(part));
}
