import type { ReactNode } from "react";
import { hrefIn, type Site } from "#web/site.ts";
import { islandScripts } from "#web/ui/assets.ts";
import { FormSteps } from "#web/ui/public-form.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { EditionOf } from "../edition.ts";
import { consultationsTitle } from "../words.ts";
import { steps, type Step } from "./entered.ts";

export interface FormPageProps {
  readonly site: Site;
  readonly edition: EditionOf<"publicComment">;
}

export const formScript = "public-form";

interface FrameProps extends FormPageProps {
  readonly title: string;
  /** Absent once it is sent. */
  readonly step?: Step;
  readonly hasFault?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page of the form. */
export function FormFrame({ site, edition, title, step, hasFault, children }: FrameProps): ReactNode {
  const { snapshot, head } = edition;
  return (
    <PublicPage
      site={site}
      title={title}
      detail={hasFault ? "入力に直すところがあります" : snapshot.title}
      section="voices"
      crumbs={[
        { href: hrefIn(site, "/consultations"), label: consultationsTitle },
        { href: hrefIn(site, `/consultations/${head.reference}`), label: snapshot.title },
      ]}
      description={`${snapshot.title}に意見を送る`}
      isHidden
    >
      <div className="page section-first">
        {step && <FormSteps steps={steps} present={step} />}
        <h1>{title}</h1>
        <p className="mt-2">{snapshot.title}</p>
        <div data-form-notices="" aria-live="polite" />
        {children}
      </div>
      <script type="module" src={islandScripts(formScript)[0]} />
    </PublicPage>
  );
}

export function formAction({ site, edition }: FormPageProps): string {
  return hrefIn(site, `/consultations/${edition.head.reference}/comment`);
}
