import { importWords } from "../labels.ts";
import type { DivisionChoice, Place, PlanFrame } from "../model.ts";
import type { Notebook } from "./notebook.ts";

/** The divisions (課) that a cell names, the responsible one first. An unknown name is asked about; left out, it is absent. */
export function readDivisions(text: string, place: Place, frame: PlanFrame, notebook: Notebook): DivisionChoice[] {
  const whole = known(text, frame);
  if (whole) return [whole];
  const names = text
    .split(/[、，,・/／\n]|及び|および/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.flatMap((name) => known(name, frame) ?? asked(name, place, frame, notebook) ?? []);
}

/** The name to show for a division chosen in an import, registered or still to be registered; "" for none. */
export function choiceName(choice: DivisionChoice | null | undefined): string {
  if (!choice) return "";
  return "newName" in choice ? choice.newName : choice.name;
}

/** 「総務部 企画課」 is 企画課 when only that is registered; spaces and widths don't part names. */
function known(text: string, frame: PlanFrame): DivisionChoice | undefined {
  const wanted = bare(text);
  const isIt = [
    (division: Listed) => bare(division.path) === wanted,
    (division: Listed) => bare(division.name) === wanted,
    (division: Listed) =>
      wanted.endsWith(bare(division.name)) && /(?:部|局)$/u.test(wanted.slice(0, -bare(division.name).length)),
  ];
  const [found, ...rivals] =
    isIt.map((test) => frame.divisions.filter(test)).find((divisions) => divisions.length > 0) ?? [];
  return found && rivals.length === 0 ? { id: found.id, name: found.name } : undefined;
}

type Listed = PlanFrame["divisions"][number];

function bare(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s/gu, "");
}

function asked(name: string, place: Place, frame: PlanFrame, notebook: Notebook): DivisionChoice | undefined {
  const similar = frame.divisions.filter((division) => sharedLetters(division.name, name) >= 1).slice(0, 8);
  const options = [
    ...(frame.mayRegisterDivisions ? [{ key: "create", label: importWords.divisionCreate(name) }] : []),
    ...similar.map((division) => ({ key: `is:${division.id}`, label: importWords.divisionIs(division.path) })),
    { key: "none", label: importWords.divisionNone },
  ];
  const answer = notebook.ask(place, {
    kind: "division",
    text: name,
    about: "",
    shape: "division",
    options,
    allowsOwn: false,
  });
  if (answer?.choice === "create") return { newName: name };
  const chosen = frame.divisions.find((division) => answer?.choice === `is:${division.id}`);
  return chosen && { id: chosen.id, name: chosen.name };
}

function sharedLetters(one: string, other: string): number {
  return [...new Set(one.replace(/[課室部局]$/u, ""))].filter((letter) => other.includes(letter)).length;
}
