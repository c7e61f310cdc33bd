import type { PublicRoute } from "#web/public/route.ts";
import { sendCalendar, sendVenue } from "./calendar.ts";
import { showLookup, takeLookup } from "./own-registration.tsx";
import { showRegistration, takeRegistration } from "./registration-form.tsx";

const lookup = "/consultations/registrations";
const registration = "/consultations/:slug/registration";

/** The own registration, by its receipt alone. These come before the addresses with a consultation's word. */
export const registrationRoutes: readonly PublicRoute[] = [
  { method: "get", path: lookup, form: true, handle: showLookup },
  { method: "post", path: lookup, form: true, handle: takeLookup },
];

export const meetingRoutes: readonly PublicRoute[] = [
  { path: "/consultations/:slug/calendar.ics", handle: sendCalendar },
  { path: "/consultations/:slug/venues/:file", handle: sendVenue },
  { method: "get", path: registration, form: true, handle: showRegistration },
  { method: "post", path: registration, form: true, handle: takeRegistration },
];
