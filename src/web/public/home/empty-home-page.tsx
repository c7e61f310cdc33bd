import type { ReactNode } from "react";
import type { FormulationEdition } from "#web/public/formulation/edition.ts";
import type { Site } from "#web/site.ts";
import type { ConsultationEdition } from "#web/public/consultations/edition.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { Landscape } from "./landscape.tsx";
import { MakingWords } from "./making-words.tsx";
import { NowSection } from "./now-section.tsx";

interface Props {
  readonly site: Site;
  readonly consultations: readonly ConsultationEdition[];
  /** Where the plans stand that are being made. */
  readonly formulations: readonly FormulationEdition[];
}

/** The entrance before the first publication: what will be here, and when. */
export function EmptyHomePage({ site, consultations, formulations }: Props): ReactNode {
  return (
    <PublicPage
      site={site}
      title=""
      description={`${site.name}の総合計画を読めるようになるところです。公表された計画は、まだありません。`}
    >
      <div className="hero">
        <div className="page">
          <h1 className="hero-title">
            <span className="hero-label">{site.name}の総合計画</span>
            <span className="hero-line">ここで、まちの計画を読めるようになります</span>
          </h1>
          <p className="hero-text">
            計画や、話し合いの途中の案が公表されると、その日からここに載ります。めざすまちの姿、目標ごとの取組、指標の進みぐあいを、ことばでさがして読めます。
          </p>
          <p className="hero-text">公表された計画は、まだありません。</p>
          <MakingWords site={site} formulations={formulations} />
        </div>
        <Landscape />
      </div>
      <NowSection site={site} consultations={consultations} />
    </PublicPage>
  );
}
