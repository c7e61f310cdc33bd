import type { ReactNode } from "react";
import type { ConsultationDetail, PublishedFile } from "#domain/consultations/published.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import type { Site } from "#web/site.ts";
import type { ConsultationEdition, EditionOf } from "./edition.ts";
import { CallDetail, type ProposalShelf } from "./proposal/call-detail.tsx";
import { proposalsPage } from "./proposal/edition.ts";
import { draftsOf } from "./public-comment/drafts.ts";
import { RoundDetail, roundFiles } from "./public-comment/round-detail.tsx";
import { MeetingDetail, meetingFiles } from "./town-meeting/meeting-detail.tsx";
import { WorkshopPart } from "./workshop/workshop-detail.tsx";

interface Props {
  readonly site: Site;
  readonly edition: ConsultationEdition;
  /** What the kind shows beside the edition. */
  readonly more?: KindMore;
}

/** What a kind reads from other publications than its own. */
export interface KindMore {
  readonly proposals?: ProposalShelf;
  /** The versions of the plan's document that are asked about, by the plan's publications that a round names. */
  readonly drafts?: ReadonlyMap<string, DocumentEdition>;
}

/** Reads what a kind shows beside its edition; `page` is the page of a long list. */
export async function moreOf(site: Site, { head, snapshot }: ConsultationEdition, page: number): Promise<KindMore> {
  if (snapshot.detail.kind === "publicComment") return { drafts: await draftsOf(site, snapshot.detail) };
  if (snapshot.detail.kind !== "proposal") return {};
  return { proposals: { page, ...(await proposalsPage(site, head.reference, page)) } };
}

/** What is a kind's own on the page of a consultation. A kind is a case here. */
export function DetailOf({ site, edition, more }: Props): ReactNode {
  const { detail } = edition.snapshot;
  switch (detail.kind) {
    case "publicComment":
      return <RoundDetail site={site} edition={withDetail(edition, detail)} drafts={more?.drafts} />;
    case "townMeeting":
      return <MeetingDetail site={site} edition={withDetail(edition, detail)} />;
    case "workshop":
      return <WorkshopPart site={site} edition={withDetail(edition, detail)} />;
    case "proposal":
      return <CallDetail site={site} edition={withDetail(edition, detail)} shelf={more?.proposals} />;
  }
}

/** The files that may be read of a consultation, whatever its kind. */
export function filesOf({ snapshot: { detail } }: ConsultationEdition): readonly PublishedFile[] {
  switch (detail.kind) {
    case "publicComment":
      return roundFiles(detail);
    case "townMeeting":
      return meetingFiles(detail);
    case "workshop":
    case "proposal":
      return [];
  }
}

/** The edition, its detail known to be of one kind. */
export function withDetail<K extends ConsultationDetail["kind"]>(
  edition: ConsultationEdition,
  detail: Extract<ConsultationDetail, { readonly kind: K }>,
): EditionOf<K> {
  return { ...edition, snapshot: { ...edition.snapshot, detail } };
}
