import type { Actor } from "./actor.ts";

/** A permission (権限): one sentence in Japanese that can be read aloud, and the same as a question. */
export interface Permission<Subject extends readonly unknown[] = []> {
  (actor: Actor, ...subject: Subject): boolean;
  readonly sentence: string;
}

/** Ties the sentence to its question, so that the page of permissions and the code cannot drift apart. */
export function permission<Subject extends readonly unknown[] = []>(
  sentence: string,
  question: (actor: Actor, ...subject: Subject) => boolean,
): Permission<Subject> {
  return Object.assign((actor: Actor, ...subject: Subject) => question(actor, ...subject), { sentence });
}
