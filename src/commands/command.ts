import type { House } from "../house.ts";

/** What a command is given: its words, the house when it asks for it, and where to speak. */
export interface CommandCall {
  readonly args: readonly string[];
  /** Opens the house (and closes it when the command ends); migrates nothing. */
  house(): Promise<House>;
  say(line: string): void;
  /** Asks at the terminal, without showing what is typed; undefined where nobody sits at one. */
  ask(question: string): Promise<string | undefined>;
}

/** One `npm run …` command. */
export interface Command {
  /** How it is called, for the help: npm run backup -- [file]. */
  readonly usage: string;
  /** What it does, in Japanese and in English. */
  readonly purpose: readonly [string, string];
  /** @returns whether all is well; false ends the program with code 1 */
  run(call: CommandCall): Promise<boolean>;
}

/** Thrown for words a command does not understand: its usage is shown. */
export class WrongUsage extends Error {}

/** Words that a parser does not know become a usage message. @throws WrongUsage */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}
