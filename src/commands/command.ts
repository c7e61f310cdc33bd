import type { House } from "../house.ts";

/** What a command is given: its words, the house when it asks for it, and where to speak. */
export interface CommandCall {
  readonly args: readonly string[];
  /** Opens the house (and closes it when the command ends); migrates nothing. */
  house(): Promise<House>;
  say(line: string): void;
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
