import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { hashPassword } from "better-auth/crypto";
import { startOfTokyoDay } from "#kernel/clock.ts";
import { addMinutes } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { queueMail } from "#platform/mail/index.ts";
import { signInRefusals } from "../labels.ts";
import { invitationMail, newPasswordMail } from "../mails.ts";
import { linkMinutes, newToken, type LinkKind } from "../one-time-link.ts";
import { checkPassword, type PasswordOwner } from "../password.ts";
import { isRetired, plainEmail } from "../person.ts";
import { closeLinks, insertLink, linksSince, openLink } from "../store/links.ts";
import { lockPerson, personByEmail, personById } from "../store/people.ts";
import { endSignIns, insertAttempt, savePassword, setLock } from "../store/sign-ins.ts";
import type { Caller } from "../sign-in/desk.ts";

export interface Sending {
  /** Scheme and host for the link. */
  readonly origin: string;
  /** Where mail does not arrive: the link is handed to the administrator, who passes it on. */
  readonly byHand?: boolean;
}

interface Sent {
  readonly expiresAt: Date;
  readonly link?: string;
}

/** Makes the invitation's link and mails it with the transaction. Links from before stop working. */
export async function sendInvitation(
  tx: Tx,
  ctx: Ctx,
  input: Sending & { readonly personId: string; readonly startsOn?: string },
): Promise<Sent> {
  const person = await personById(tx, input.personId);
  await closeLinks(tx, person.id, ctx.clock.now());
  const { token, expiresAt } = await makeLink(tx, ctx, {
    kind: "invitation",
    personId: person.id,
    startsOn: input.startsOn,
  });
  const link = `${input.origin}/staff/invitation?token=${token}`;
  if (input.byHand) return { expiresAt, link };
  await queueMail(
    tx,
    ctx.municipality.code,
    invitationMail({ to: person.email, name: person.name, city: ctx.municipality.name, link, expiresAt }),
  );
  return { expiresAt };
}

interface LinkWanted {
  readonly kind: LinkKind;
  readonly personId: string | null;
  /** A day to come from which its life is counted: someone invited in March for April. */
  readonly startsOn?: string | undefined;
}

export async function makeLink(tx: Tx, ctx: Ctx, { kind, personId, startsOn }: LinkWanted) {
  const createdAt = ctx.clock.now();
  const start = startsOn !== undefined && startsOn > ctx.clock.today() ? startOfTokyoDay(startsOn) : createdAt;
  const link = {
    id: newId(),
    token: newToken(),
    createdAt,
    expiresAt: addMinutes(start, linkMinutes[kind]),
    kind,
    personId,
  };
  await insertLink(tx, link);
  return link;
}

const linksAnHour = 3;

/**
 * Mails a link for a new password, if someone has the address (パスワードを忘れたとき). Says nothing about whether someone has:
 * the answer is the same. Someone who never accepted the invitation gets it again.
 */
export async function requestNewPassword(
  ctx: Ctx,
  caller: Caller,
  input: { readonly email: string; readonly origin: string },
): Promise<Result<void>> {
  if (!caller.signInDesk.addressLimit.take(`${ctx.municipality.code} ${caller.clientAddress}`))
    return refuse(signInRefusals.tooMany);
  return ctx.transaction(async (tx) => {
    const person = await personByEmail(tx, plainEmail(input.email));
    if (!person || isRetired(person, ctx.clock.today())) return accept(undefined);
    const kind: LinkKind = person.hasPassword ? "newPassword" : "invitation";
    const since = addMinutes(ctx.clock.now(), -60);
    if ((await linksSince(tx, { personId: person.id, kind, since })) >= linksAnHour) return accept(undefined);
    if (kind === "invitation") await sendInvitation(tx, ctx, { origin: input.origin, personId: person.id });
    else await sendNewPassword(tx, ctx, { ...input, personId: person.id, name: person.name, to: person.email });
    await record(tx, ctx, "identity.password.linkRequested", { personId: person.id });
    return accept(undefined);
  });
}

interface NewPasswordMailing {
  readonly origin: string;
  readonly personId: string;
  readonly name: string;
  readonly to: string;
}

async function sendNewPassword(tx: Tx, ctx: Ctx, input: NewPasswordMailing): Promise<void> {
  const { token, expiresAt } = await makeLink(tx, ctx, { kind: "newPassword", personId: input.personId });
  const link = `${input.origin}/staff/new-password?token=${token}`;
  await queueMail(
    tx,
    ctx.municipality.code,
    newPasswordMail({ to: input.to, name: input.name, city: ctx.municipality.name, link, expiresAt }),
  );
}

export interface LinkOwner extends PasswordOwner {
  readonly expiresAt: Date;
}

/** Whose link this is, while it works: for the page that asks for the password. */
export async function ownerOfLink(ctx: Ctx, token: string): Promise<LinkOwner | undefined> {
  const link = await openLink(ctx.db, token, { now: ctx.clock.now() });
  if (!link?.personId) return undefined;
  const person = await personById(ctx.db, link.personId);
  return isRetired(person, ctx.clock.today())
    ? undefined
    : { name: person.name, email: person.email, expiresAt: link.expiresAt };
}

export interface PasswordChoice {
  readonly token: string;
  readonly password: string;
  readonly again: string;
}

/**
 * Sets the password of the link's person (招待の受け入れ・パスワードの再設定). The link and all others of the person are used up,
 * a lock is opened, sign-ins elsewhere end.
 */
export async function choosePassword(ctx: Ctx, input: PasswordChoice): Promise<Result<{ readonly email: string }>> {
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now();
    const link = await openLink(tx, input.token, { now, hold: true });
    if (!link?.personId) return refuse(signInRefusals.linkOver);
    const person = await lockPerson(tx, link.personId);
    if (isRetired(person, ctx.clock.today())) return refuse(signInRefusals.linkOver);
    const password = checkPassword(input.password, input.again, person);
    if (!password.ok) return password;
    await savePassword(tx, { personId: person.id, hash: await hashPassword(password.value), at: now });
    await closeLinks(tx, person.id, now);
    await openAccount(tx, ctx, person.id);
    await endSignIns(tx, person.id);
    await record(tx, ctx, "identity.password.chosen", { personId: person.id, by: link.kind });
    return accept({ email: person.email });
  });
}

/** Opens a locked account and lets the counting of wrong answers start anew. */
export async function openAccount(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  await setLock(tx, personId, { lockedUntil: null, lockCount: 0 });
  await insertAttempt(tx, {
    id: newId(),
    at: ctx.clock.now(),
    personId,
    outcome: "unlocked",
    way: "password",
    address: "",
    userAgent: "",
    device: null,
  });
}
