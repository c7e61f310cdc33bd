/** The roles (役割) of the staff site. What each may do is written in the subjects' permissions.ts. */
export const roles = [
  "administrator", // システム管理者: settings and people, no content
  "planning", // 企画: the plan, decides what is published
  "finance", // 財政
  "clerk", // 課担当: own division's
  "chief", // 課長: approves own division's
  "executive", // 部長会議・策定委員: reads all, comments, confirms
  "member", // 委員（審議会・外部評価）: the member portal only
  "contractor", // 受託者: time-limited, drafts only, no personal data
  "auditor", // 監査: reads all and the audit
] as const;

export type Role = (typeof roles)[number];

export interface PersonActor {
  readonly kind: "person";
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Divisions of the person's posts that hold today. */
  readonly divisionIds: readonly string[];
  /** A role's policy asks for a second factor and none is enrolled: only enrolling and signing out are open. */
  readonly owesSecondFactor?: boolean;
  /** Whom the person stands in for (代理): roles and divisions are that person's; the acts are noted as done for them. */
  readonly actingFor?: { readonly id: string; readonly name: string };
}

/** Who acts: a person signed in, a part of the system (seed, job), or nobody (市民). */
export type Actor = PersonActor | { readonly kind: "system"; readonly label: string } | { readonly kind: "nobody" };

export const nobody: Actor = { kind: "nobody" };

export function systemActor(label: string): Actor {
  return { kind: "system", label };
}

/** The person's id, or null where a column may say "nobody signed in did this". */
export function personId(actor: Actor): string | null {
  return actor.kind === "person" ? actor.id : null;
}

/** Whether the actor holds any of the roles. The system may do everything: seeds and jobs act for a decision already made. */
export function holds(actor: Actor, ...wanted: readonly Role[]): boolean {
  if (actor.kind === "system") return true;
  return actor.kind === "person" && actor.roles.some((role) => wanted.includes(role));
}

/** Whether a deputy acts: what needs a second person, or is the person's own, a deputy may not do. */
export function actsForAnother(actor: Actor): boolean {
  return actor.kind === "person" && actor.actingFor !== undefined;
}

/** Whether one of the actor's divisions is among those given. */
export function belongsTo(actor: Actor, ...divisionIds: readonly (string | null)[]): boolean {
  if (actor.kind === "system") return true;
  return actor.kind === "person" && divisionIds.some((id) => id !== null && actor.divisionIds.includes(id));
}
