const home = "/staff/consultations";

const venue = (slug: string, id: string) => `${home}/${slug}/venues/${id}`;

/** Addresses of the pages of a town meeting, beside those that all consultations have. */
export const meetingAddress = {
  create: `${home}/new/town-meeting`,
  words: (slug: string) => `${home}/${slug}/town-meeting`,
  newVenue: (slug: string) => `${home}/${slug}/venues/new`,
  venue,
  venueRemoval: (slug: string, id: string) => `${venue(slug, id)}/removal`,
  reception: (slug: string, id: string) => `${venue(slug, id)}/reception`,
  registrations: (slug: string, id: string) => `${venue(slug, id)}/registrations`,
  attendance: (slug: string, id: string) => `${venue(slug, id)}/attendance`,
  minutes: (slug: string, id: string) => `${venue(slug, id)}/minutes`,
  approval: (slug: string, id: string) => `${venue(slug, id)}/approval`,
  reopening: (slug: string, id: string) => `${venue(slug, id)}/reopening`,
  offers: (slug: string, id: string) => `${venue(slug, id)}/offers`,
  paper: (slug: string, id: string, ending: string) => `${venue(slug, id)}/papers/${ending}`,
  erasure: (slug: string) => `${home}/${slug}/registrants/erasure`,
} as const;
