import type { Refusal } from "#kernel/result.ts";

/**
 * Where a proposal (提案) stands: waiting for somebody to look · looked at by the first of two · public · let through but not shown,
 * because its sender does not wish it · not made public · taken from the public again.
 */
export const proposalStates = ["waiting", "looked", "public", "unlisted", "refused", "hidden"] as const;

export type ProposalState = (typeof proposalStates)[number];

/** 役割分担: whose part a proposal speaks of. Also the key of that field on the page of a measure. */
export const roleFields = ["citizenRole", "businessRole", "cityRole"] as const;

export type RoleField = (typeof roleFields)[number];

/** What a citizen fills in to propose something. */
export interface ProposalEntry {
  /** 施策; "" is the theme as a whole. */
  readonly nodeId: string;
  readonly roleField: RoleField | "";
  readonly title: string;
  readonly text: string;
  readonly wishesPublication: boolean;
  readonly name: string;
  readonly senderKind: string;
  readonly ageBand: string;
}

export const emptyProposal: ProposalEntry = {
  nodeId: "",
  roleField: "",
  title: "",
  text: "",
  wishesPublication: true,
  name: "",
  senderKind: "",
  ageBand: "",
};

/** What a citizen adds to another one's proposal (同じ意見です): one line of their own. */
export interface JoiningEntry {
  readonly text: string;
  readonly wishesPublication: boolean;
}

export const longestTitle = 80;
export const longestProposal = 4000;
export const longestJoining = 400;
export const longestName = 100;

/** What the ledger keeps of a proposal: its title is the first line. */
export function proposalText({ title, text }: Pick<ProposalEntry, "title" | "text">): string {
  return `${title.trim().replace(/\s+/g, " ")}\n\n${text.trim()}`;
}

/** A kept text as title and words. */
export function titleAndWords(text: string): { readonly title: string; readonly words: string } {
  const [title = "", ...rest] = text.split("\n");
  return { title, words: rest.join("\n").trim() };
}

interface Offered {
  readonly measures: readonly { readonly id: string }[];
}

/** What is wrong with a proposal itself. */
export function proposalFault({ measures }: Offered, entry: ProposalEntry): Refusal | undefined {
  const { nodeId, roleField, title, text } = entry;
  return filledIn({
    ...(nodeId !== "" && !measures.some(({ id }) => id === nodeId) && { nodeId: "施策を選び直してください。" }),
    ...(roleField !== "" && nodeId === "" && { nodeId: "役割についての提案は、施策を選んでください。" }),
    ...lengthFault("title", "題名", title, longestTitle),
    ...lengthFault("text", "提案の内容", text, longestProposal),
  });
}

/** What is wrong with the page about the sender. */
export function proposerFault(
  { nameAsking }: { readonly nameAsking: "required" | "optional" | "notAsked" },
  { name }: Pick<ProposalEntry, "name">,
): Refusal | undefined {
  return filledIn({
    ...(nameAsking === "required" && name.trim() === "" && { name: "氏名を入れてください。" }),
    ...(name.length > longestName && { name: `${longestName}字までにしてください。` }),
  });
}

export function joiningFault({ text }: Pick<JoiningEntry, "text">): Refusal | undefined {
  return filledIn(lengthFault("text", "あなたの一言", text, longestJoining));
}

function lengthFault(field: string, label: string, text: string, longest: number): Record<string, string> {
  const length = text.trim().length;
  if (length === 0) return { [field]: `${label}を書いてください。` };
  return length > longest ? { [field]: `${label}は${longest}字までにしてください。いまは${length}字です。` } : {};
}

function filledIn(fields: Readonly<Record<string, string>>): Refusal | undefined {
  if (Object.keys(fields).length === 0) return undefined;
  return {
    code: "incomplete",
    message: "入力を確かめてください。",
    remedy: "次のところを直して、もう一度進んでください。入力した内容は残っています。",
    fields,
  };
}

/** 知らせの理由: why a citizen thinks that something should not be public. */
export const reportGrounds = ["personal", "abuse", "advertising", "other"] as const;

export type ReportGround = (typeof reportGrounds)[number];

export interface ReportEntry {
  readonly ground: string;
  readonly words: string;
}

const longestReport = 500;

export function reportFault({ ground, words }: ReportEntry): Refusal | undefined {
  const isKnown = reportGrounds.some((each) => each === ground);
  return filledIn({
    ...(!isKnown && { ground: "理由を選んでください。" }),
    ...(ground === "other" && words.trim() === "" && { words: "どこが不適切か、書いてください。" }),
    ...(words.length > longestReport && { words: `${longestReport}字までにしてください。` }),
  });
}
