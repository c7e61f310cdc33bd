import { mayOpenConsultations, mayReadConsultations, mayWorkOnConsultations } from "#domain/consultations/index.ts";
import type { StaffRoute } from "../../route.ts";
import { meetingAddress } from "./addresses.ts";
import { saveAttendance, showAttendance } from "./attendance-page.tsx";
import { makeMeeting, saveMeetingForm, showMeetingForm, showNewMeeting } from "./meeting-form-page.tsx";
import { minutesFile } from "./minutes-files.ts";
import { approve, offer, reopen, saveMinutesForm, showMinutes } from "./minutes-page.tsx";
import { addRegistration, eraseOverdue, saveReception, showReception } from "./reception-page.tsx";
import { makeVenue, saveVenueForm, showNewVenue, showVenue, takeVenueAway } from "./venue-page.tsx";

const slug = ":slug";
const venue = ":venue";
const [read, work, open] = [mayReadConsultations, mayWorkOnConsultations, mayOpenConsultations];

/** Town meetings (懇談会): the venues, who applied, who came, what was said. */
export const meetingRoutes: readonly StaffRoute[] = [
  { method: "get", path: meetingAddress.create, may: open, handle: showNewMeeting },
  { method: "post", path: meetingAddress.create, may: open, handle: makeMeeting },
  { method: "get", path: meetingAddress.words(slug), may: work, handle: showMeetingForm },
  { method: "post", path: meetingAddress.words(slug), may: work, handle: saveMeetingForm },
  { method: "get", path: meetingAddress.newVenue(slug), may: work, handle: showNewVenue },
  { method: "post", path: meetingAddress.newVenue(slug), may: work, handle: makeVenue },
  { method: "post", path: meetingAddress.erasure(slug), may: work, handle: eraseOverdue },
  { method: "get", path: meetingAddress.paper(slug, venue, ":ending"), may: read, handle: minutesFile },
  { method: "get", path: meetingAddress.venue(slug, venue), may: work, handle: showVenue },
  { method: "post", path: meetingAddress.venue(slug, venue), may: work, handle: saveVenueForm },
  { method: "post", path: meetingAddress.venueRemoval(slug, venue), may: work, handle: takeVenueAway },
  { method: "get", path: meetingAddress.reception(slug, venue), may: work, handle: showReception },
  { method: "post", path: meetingAddress.reception(slug, venue), may: work, handle: saveReception },
  { method: "post", path: meetingAddress.registrations(slug, venue), may: work, handle: addRegistration },
  { method: "get", path: meetingAddress.attendance(slug, venue), may: work, handle: showAttendance },
  { method: "post", path: meetingAddress.attendance(slug, venue), may: work, handle: saveAttendance },
  { method: "get", path: meetingAddress.minutes(slug, venue), may: read, handle: showMinutes },
  { method: "post", path: meetingAddress.minutes(slug, venue), may: work, handle: saveMinutesForm },
  { method: "post", path: meetingAddress.approval(slug, venue), may: work, handle: approve },
  { method: "post", path: meetingAddress.reopening(slug, venue), may: work, handle: reopen },
  { method: "post", path: meetingAddress.offers(slug, venue), may: work, handle: offer },
];
