import type { ReactNode } from "react";
import type { ConsultationDetail, PublishedFile } from "#domain/consultations/published.ts";
import type { Site } from "#web/site.ts";
import type { ConsultationEdition, EditionOf } from "./edition.ts";
import { RoundDetail, roundFiles } from "./public-comment/round-detail.tsx";
import { MeetingDetail, meetingFiles } from "./town-meeting/meeting-detail.tsx";

interface Props {
  readonly site: Site;
  readonly edition: ConsultationEdition;
}

/** What is a kind's own on the page of a consultation. A kind is a case here. */
export function DetailOf({ site, edition }: Props): ReactNode {
  const { detail } = edition.snapshot;
  switch (detail.kind) {
    case "publicComment":
      return <RoundDetail site={site} edition={withDetail(edition, detail)} />;
    case "townMeeting":
      return <MeetingDetail site={site} edition={withDetail(edition, detail)} />;
  }
}

/** The files that may be read of a consultation, whatever its kind. */
export function filesOf({ snapshot: { detail } }: ConsultationEdition): readonly PublishedFile[] {
  switch (detail.kind) {
    case "publicComment":
      return roundFiles(detail);
    case "townMeeting":
      return meetingFiles(detail);
  }
}

/** The edition, its detail known to be of one kind. */
export function withDetail<K extends ConsultationDetail["kind"]>(
  edition: ConsultationEdition,
  detail: Extract<ConsultationDetail, { readonly kind: K }>,
): EditionOf<K> {
  return { ...edition, snapshot: { ...edition.snapshot, detail } };
}
