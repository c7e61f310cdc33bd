/** A calendar of occasions (iCalendar, RFC 5545), as mail programs and telephones read it. */
export interface Calendar {
  readonly name: string;
  readonly occurrences: readonly Occurrence[];
}

export interface Occurrence {
  /** The same as long as it is the same occasion, so that a calendar taken again renews it. */
  readonly uid: string;
  readonly begins: Date;
  readonly ends: Date;
  readonly title: string;
  readonly place: string;
  readonly words: string;
  readonly url: string;
  /** When it was said so. */
  readonly stampedAt: Date;
}

export const calendarType = "text/calendar; charset=utf-8";

/** The calendar as the text of a file. Moments are written in UTC, which needs no table of time zones. */
export function calendarText({ name, occurrences }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tomoni//Tomoni//JA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...occurrences.flatMap(occurrenceLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldedLine).join("\r\n")}\r\n`;
}

function occurrenceLines({ uid, begins, ends, title, place, words, url, stampedAt }: Occurrence): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(stampedAt)}`,
    `DTSTART:${moment(begins)}`,
    `DTEND:${moment(ends)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(words)}`,
    `URL:${url}`,
    "END:VEVENT",
  ];
}

/** 20261205T100000Z */
function moment(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

const longestLine = 75; // octets, without the line's end (RFC 5545, 3.1)

/** A line folded so that none is longer than the rule, and no character is cut. */
function foldedLine(line: string): string {
  const folded: string[] = [];
  let rest = "";
  for (const letter of line) {
    const room = folded.length === 0 ? longestLine : longestLine - 1; // what goes on begins with a space
    if (Buffer.byteLength(rest + letter) > room) {
      folded.push(rest);
      rest = "";
    }
    rest += letter;
  }
  return [...folded, rest].join("\r\n ");
}
