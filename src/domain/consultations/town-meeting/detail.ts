import { z } from "zod";
import { publishedDocument } from "../public-comment/detail.ts";

const counts = z.array(z.object({ label: z.string(), count: z.number().int() }));

const minutes = z.object({
  approvedOn: z.string(),
  cityPeople: z.number().int().nullable(),
  opening: z.string(),
  explanation: z.string(),
  closing: z.string(),
  exchanges: z.array(z.object({ question: z.string(), answer: z.string(), voiceNumber: z.number().int().nullable() })),
});

const venue = z.object({
  id: z.string(),
  place: z.string(),
  directions: z.string(),
  district: z.string(),
  heldOn: z.string(),
  begins: z.string(),
  ends: z.string(),
  capacity: z.number().int().nullable(),
  note: z.string(),
  /** Who came, counts alone, small ones joined; null before. */
  attendance: z.object({ people: z.number().int(), byAge: counts, byDistrict: counts, byKind: counts }).nullable(),
  /** The approved minutes; null before. */
  minutes: minutes.nullable(),
});

/** A town meeting (まちづくり懇談会) as it goes public. No person. */
export const townMeetingDetail = z.object({
  kind: z.literal("townMeeting"),
  purpose: z.string(),
  programme: z.string(),
  eligibility: z.string(),
  howToApply: z.string(),
  acceptsWeb: z.boolean(),
  keepDays: z.number().int(),
  documents: z.array(publishedDocument),
  venues: z.array(venue),
});

export type TownMeetingDetail = z.infer<typeof townMeetingDetail>;
export type PublishedVenue = TownMeetingDetail["venues"][number];
