import type { DocumentSource } from "#domain/consultations/published.ts";
import type { PaperSource } from "#domain/plan/published.ts";
import type { PublicationSource } from "#domain/publication/published.ts";
import type { Clock } from "#kernel/clock.ts";

/** The parts of the public site that stand in its navigation. */
export type PublicSection =
  | "plan"
  | "formulation"
  | "indicators"
  | "voices"
  | "sdgs"
  | "statistics"
  | "strategy"
  | "data";

/** The municipality as its public site shows it. */
export interface Site {
  readonly name: string;
  readonly code: string;
  readonly isUnofficial: boolean;
  /** A sentence above every page (見本であること, 非公式であることと出典); "" for a city's own site. */
  readonly notice: string;
  /** Whom to ask about the site as a whole; "" when the city named nobody. */
  readonly contact: string;
  /** Scheme and host of the public site, for feeds and site maps. */
  readonly origin: string;
  /** The whole address of the page that is being made, for paper; none in a preview, whose address is no citizen's. */
  readonly pageAddress?: string;
  /** Written before every address of the site: "" or, for a preview, "/staff/preview/…". */
  readonly base: string;
  /** Set in a preview (公開前の確認): the staff's page to go back to, said above every page. */
  readonly previewExit?: string;
  /** The parts that have something behind them; none before the first publication. */
  readonly sections: readonly PublicSection[];
  readonly clock: Clock;
  readonly publications: PublicationSource;
  /** The printed plans (計画書) of the publications. */
  readonly papers: PaperSource;
  /** The files that publications name. */
  readonly documents: DocumentSource;
}

/** An address inside the public site, as every page writes it: the same page seen in a preview links inside the preview. */
export function hrefIn(site: Pick<Site, "base">, path: string): string {
  return `${site.base}${path}`;
}
