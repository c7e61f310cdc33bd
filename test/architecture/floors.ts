import type { SourceFile } from "./source.ts";

/** Subjects of the domain from the lowest floor up; one may use only those named before it, through their doors. */
export const subjects = [
  "audit",
  "identity",
  "publication",
  "plan",
  "statistics",
  "strategy",
  "documents",
  "voices",
  "consultations",
  "declarations",
  "formulation",
] as const;

const rule = `The floors of the house (ARCHITECTURE.md):
  kernel imports nothing of ours; platform imports kernel; a subject of domain imports kernel, platform and the doors (index.ts)
  of subjects below it, in the order ${subjects.join(" → ")}; export and analysis import kernel and domain types, and query nothing;
  web/public sees of the domain only */published.ts and */submissions.ts; web/public and web/staff never see each other;
  only main.ts, command.ts, config.ts and commands/ stand above the web.`;

/** Sentences for every import that breaks a floor; empty when the house stands. */
export function floorViolations(files: readonly SourceFile[]): string[] {
  const broken = files.flatMap((file) =>
    file.imports
      .filter((target) => target.startsWith("src/") && !isAllowed(file.path, target))
      .map((target) => `${file.path} imports ${target}`),
  );
  return broken.length > 0 ? [...broken, rule] : [];
}

function isAllowed(from: string, target: string): boolean {
  const [, floor = "", second = ""] = from.split("/");
  if (isTest(from)) return true;
  switch (floor) {
    case "kernel":
      return within(target, "kernel");
    case "platform":
      return within(target, "kernel", "platform");
    case "domain":
      return domainMay(second, target);
    case "export":
    case "analysis":
      return within(target, "kernel", "export", "analysis", "platform/files") || isDoor(target);
    case "web":
      return webMay(second, target);
    case "jobs":
      return within(target, "kernel", "platform", "export", "analysis", "jobs") || isDoor(target);
    default:
      return true; // main, command, config, commands: the top
  }
}

function domainMay(subject: string, target: string): boolean {
  if (within(target, "kernel", "platform", `domain/${subject}`)) return true;
  const other = target.split("/")[2] ?? "";
  const isBelow =
    subjects.indexOf(other as (typeof subjects)[number]) < subjects.indexOf(subject as (typeof subjects)[number]); // -1 for what is no subject
  return isDoor(target) && isBelow;
}

function webMay(part: string, target: string): boolean {
  if (within(target, "kernel", "platform", "export", "analysis")) return true;
  const shared = within(target, "web/ui", "web/islands") || /^src\/web\/[a-z-]+\.tsx?$/.test(target);
  if (part === "public")
    return shared || within(target, "web/public") || /^src\/domain\/[a-z-]+\/(published|submissions)\.ts$/.test(target);
  if (part === "staff") return shared || within(target, "web/staff") || isDoor(target);
  if (part === "islands") return within(target, "web/islands", "web/ui") || isPureConcept(target);
  if (part === "ui") return within(target, "web/ui") || shared || isDoor(target) || target.endsWith("published.ts");
  return true; // the assembly (app.ts and its neighbours) knows both sites
}

/** A domain file that holds types and rules only may travel into the browser. */
function isPureConcept(target: string): boolean {
  return within(target, "domain") && !/\/(store|actions|queries|index|published)(\/|\.ts)/.test(target);
}

function isDoor(target: string): boolean {
  return /^src\/domain\/[a-z-]+\/index\.ts$/.test(target);
}

function within(target: string, ...places: readonly string[]): boolean {
  return places.some((place) => target.startsWith(`src/${place}/`) || target === `src/${place}.ts`);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
