import { Hono } from "hono";
import type { Context, MiddlewareHandler } from "hono";
import { AlreadySubmitted, nobody, openContext, rememberLocation, type Actor, type Ctx } from "#domain/audit/index.ts";
import { enrolmentPath, type SignInDesk } from "#domain/identity/index.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/id.ts";
import { legible } from "#kernel/legible.ts";
import { ChangedFile, Forbidden, NotFound } from "#kernel/result.ts";
import { municipalityForHost, type Database, type Municipality } from "#platform/database/index.ts";
import { withCompression } from "#platform/http/compression.ts";
import type { Log } from "#platform/http/log.ts";
import { addressCheck } from "#platform/http/address-check.ts";
import { bodyLimit } from "#platform/http/body-limit.ts";
import { originCheck } from "#platform/http/origin-check.ts";
import { pacedLimit, type PacedLimit } from "#platform/http/rate-limit.ts";
import { pageKey, type PageCache } from "#platform/http/page-cache.ts";
import { withSecurityHeaders } from "#platform/http/security-headers.ts";
import { isUnstorable, outageOf } from "#platform/trouble.ts";
import { onwards, page } from "./answer.tsx";
import { withSections } from "./public/sections.ts";
import { formAnswer, previewRoutes, publicAnswer, publicParameters, siteOf } from "./public-site.ts";
import { missingPage } from "./public/missing-page.tsx";
import { publicRoutes } from "./public/routes.ts";
import type { PublicFormRoute, PublicPageRoute } from "./public/route.ts";
import { staffRoutes } from "./staff/routes.ts";
import type { StaffRoute } from "./staff/route.ts";
import { problemPage } from "./ui/problem-page.tsx";
import type { Visit } from "./visit.ts";

export interface AppServices {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly zone: "both" | "inside" | "outside";
  /** Who sent this request: looks at the sign-in cookie. */
  readonly actorOf: (request: Request, municipality: Municipality) => Promise<Actor>;
  readonly signInDesk: SignInDesk;
  /** The client's address, by the socket and the trusted proxies. */
  readonly addressOf: (c: Context) => string;
  /** Where finished public pages are kept; without it each is made anew. */
  readonly pageCache?: PageCache | undefined;
}

type Variables = { requestId: string; municipality: Municipality };
export type App = Hono<{ Variables: Variables }>;

const uploadLimit = 25 * 1024 * 1024;

/** The whole web application, floor by floor in the order a request passes them. */
export function createApp(services: AppServices): App {
  const app: App = new Hono();
  app.use(withRequestId(services));
  app.use(withSecurityHeaders);
  app.use(withCompression);
  app.use(addressCheck);
  app.use(originCheck);
  app.use(bodyLimit(uploadLimit, () => page(problemPage("tooLarge"), 413)));
  app.use(withMunicipality(services));
  if (services.zone !== "outside")
    for (const route of [...staffRoutes, ...previewRoutes])
      app[route.method](route.path, (c) => answerStaff(services, route, c));
  const paces = pacedLimit(services.clock);
  for (const route of publicRoutes)
    if (route.form) app[route.method](route.path, (c) => answerForm({ ...services, paces }, route, c));
    else app.get(route.path, (c) => answerPublic(services, route, c));
  app.all("*", (c) => answerMissing(services, c));
  app.onError((error, c) => answerError(services, error, c as Context<{ Variables: Variables }>)); // our own variables
  return app;
}

function withRequestId({ log, clock }: AppServices): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const requestId = newId();
    const began = clock.now().getTime();
    c.set("requestId", requestId);
    await next();
    c.res.headers.set("x-request-id", requestId);
    const took = clock.now().getTime() - began;
    log("info", "request", { requestId, method: c.req.method, path: c.req.path, status: c.res.status, took });
  };
}

function withMunicipality({ database }: AppServices): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const municipality = await municipalityForHost(database, new URL(c.req.url).hostname);
    if (!municipality) return page(problemPage("noMunicipality"), 404);
    c.set("municipality", municipality);
    return next();
  };
}

async function answerStaff(
  services: AppServices,
  route: StaffRoute,
  c: Context<{ Variables: Variables }>,
): Promise<Response> {
  const municipality = c.get("municipality");
  const actor = await services.actorOf(c.req.raw, municipality);
  if (route.may !== "anyone" && !route.may(actor)) {
    if (actor.kind === "nobody") return signInFirst(c);
    throw new Forbidden(route.may.sentence);
  }
  if (actor.kind === "person" && actor.owesSecondFactor && !route.beforeEnrolment) return onwards(enrolmentPath);
  const form = c.req.method === "POST" ? await formOf(c) : new FormData();
  const formKey = stringOr(form.get("_key"));
  const ctx = openContext({ ...services, municipality, actor, requestId: c.get("requestId"), formKey });
  const response = await once(ctx, formKey, () => route.handle(visitOf(services, c, { ctx, form })));
  response.headers.set("cache-control", "no-store");
  if (c.req.method === "POST")
    await services.pageCache?.refresh(municipality.schema, () => madeFrom(municipality, siteOf(ctx, "")));
  return response;
}

/** What was sent is no form, or was cut off. */
class Unreadable extends Error {}

/** The posted form. @throws Unreadable when the body is none */
async function formOf(c: Context): Promise<FormData> {
  try {
    return legibleForm(await c.req.formData());
  } catch (error) {
    throw error instanceof TypeError ? new Unreadable("no form", { cause: error }) : error;
  }
}

/** The form with its texts and the names of its files as people can read them. */
function legibleForm(sent: FormData): FormData {
  const form = new FormData();
  for (const [name, value] of sent)
    if (typeof value === "string") form.append(name, legible(value));
    else form.append(name, value, legible(value.name));
  return form;
}

/** A public page: from memory while nothing it is made from has changed. */
async function answerPublic(
  services: AppServices,
  route: PublicPageRoute,
  c: Context<{ Variables: Variables }>,
): Promise<Response> {
  const municipality = c.get("municipality");
  const ctx = openContext({ ...services, municipality, actor: nobody, requestId: c.get("requestId") });
  const url = new URL(c.req.url);
  const site = siteOf(ctx, services.signInDesk.originOf(c.req.raw, municipality));
  const make = () => publicAnswer(route, site, { url, params: c.req.param() });
  if (!services.pageCache) return make();
  return services.pageCache.answer({
    city: municipality.schema,
    key: pageKey(c.req.header("host") ?? "", url.pathname, url.searchParams, publicParameters),
    acceptEncoding: c.req.header("accept-encoding"),
    ifNoneMatch: c.req.header("if-none-match"),
    state: () => madeFrom(municipality, site),
    make,
  });
}

/** A page of the public site with a form. Whoever is signed in, here they are a citizen. */
async function answerForm(
  services: AppServices & { readonly paces: PacedLimit },
  route: PublicFormRoute,
  c: Context<{ Variables: Variables }>,
): Promise<Response> {
  const municipality = c.get("municipality");
  const form = c.req.method === "POST" ? await formOf(c) : new FormData();
  const ctx = openContext({ ...services, municipality, actor: nobody, requestId: c.get("requestId") });
  const site = siteOf(ctx, services.signInDesk.originOf(c.req.raw, municipality));
  const sender = `${municipality.schema} ${services.addressOf(c)}`;
  return formAnswer(route, site, {
    url: new URL(c.req.url),
    params: c.req.param(),
    ctx,
    form,
    mayStill: (purpose, pace) => services.paces.take(`${sender} ${purpose}`, pace),
  });
}

function isStaffPath(c: Context): boolean {
  return c.req.path === "/staff" || c.req.path.startsWith("/staff/");
}

/** An address that no route has. A route and not Hono's own `notFound`, which is lost where this app stands inside another. */
async function answerMissing(services: AppServices, c: Context<{ Variables: Variables }>): Promise<Response> {
  if (isStaffPath(c)) return page(problemPage("staffNotFound"), 404);
  const shorter = withoutLastSlash(new URL(c.req.url));
  if (shorter !== undefined && c.req.method === "GET")
    return new Response(null, { status: 301, headers: { location: shorter } });
  const ctx = openContext({ ...services, municipality: c.get("municipality"), actor: nobody });
  return missingPage(await withSections(siteOf(ctx, "")));
}

/** 「/documents/」 is 「/documents」. Slashes in front are one, so that nothing of the address becomes another host. */
function withoutLastSlash({ pathname, search }: URL): string | undefined {
  const path = pathname.replaceAll(/^[\\/]+|[\\/]+$/g, "");
  return pathname.endsWith("/") && path !== "" ? `/${path}${search}` : undefined;
}

/** What the city's public pages are made from: what it says of itself, and what is published. */
async function madeFrom({ name, code, contact }: Municipality, site: ReturnType<typeof siteOf>): Promise<string> {
  return `${code}+${name}+${contact}+${await site.publications.state()}+${await site.papers.state()}`;
}

function visitOf(services: AppServices, c: Context, { ctx, form }: { ctx: Ctx; form: FormData }): Visit {
  const url = new URL(c.req.url);
  return {
    ctx,
    url,
    form,
    params: c.req.param(),
    query: url.searchParams,
    request: c.req.raw,
    clientAddress: services.addressOf(c),
    signInDesk: services.signInDesk,
  };
}

/** Runs a handler whose form may have been sent before: then leads to where the first sending led. */
async function once(
  ctx: Ctx,
  formKey: string | undefined,
  handle: () => Promise<Response> | Response,
): Promise<Response> {
  try {
    const response = await handle();
    const location = response.headers.get("location");
    if (formKey && location) await rememberLocation(ctx.db, formKey, location);
    return response;
  } catch (error) {
    if (!(error instanceof AlreadySubmitted)) throw error;
    return onwards(error.location ?? "/staff", "requested");
  }
}

function signInFirst(c: Context): Response {
  const url = new URL(c.req.url);
  const wanted = c.req.method === "GET" ? `${url.pathname}${url.search}` : sentFrom(c, url);
  return onwards(`/staff/sign-in?to=${encodeURIComponent(wanted)}`);
}

/** The page whose form was sent, where a kept draft waits for whoever's sign-in ended while they wrote. */
function sentFrom(c: Context, { host }: URL): string {
  const referrer = c.req.header("referer") ?? "";
  const sender = URL.canParse(referrer) ? new URL(referrer) : undefined;
  sender?.searchParams.delete("notice"); // what it said is over
  return sender?.host === host && sender.pathname.startsWith("/staff/")
    ? `${sender.pathname}${sender.search}`
    : "/staff";
}

function stringOr(value: FormDataEntryValue | null): string | undefined {
  return typeof value === "string" ? value : undefined;
}

async function answerError(
  services: AppServices,
  error: Error,
  c: Context<{ Variables: Variables }>,
): Promise<Response> {
  const requestId = c.get("requestId");
  if (error instanceof ChangedFile)
    services.log("error", "changedFile", { requestId, path: c.req.path, error: error.message });
  if (error instanceof NotFound) return page(problemPage(isStaffPath(c) ? "staffNotFound" : "notFound"), 404);
  if (error instanceof Forbidden) return page(problemPage("forbidden", error.message), 403);
  if (error instanceof Unreadable || isUnstorable(error)) return page(problemPage("unreadable"), 400);
  services.log("error", "failure", { requestId, path: c.req.path, error: error.stack ?? String(error) });
  const outage = outageOf(error);
  if (outage) return page(problemPage(outage), 503);
  return page(problemPage("failure", `受付番号 ${requestId}`), 500);
}
