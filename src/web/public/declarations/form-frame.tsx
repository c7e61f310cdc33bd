import type { ReactNode } from "react";
import { hrefIn, type Site } from "#web/site.ts";
import { FormSteps } from "#web/ui/public-form.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { declarationsTitle } from "./declarations-page.tsx";

const steps = [
  { key: "declaration", label: "宣言" },
  { key: "contact", label: "連絡先" },
  { key: "check", label: "確認" },
] as const;

interface Props {
  readonly site: Site;
  readonly title: string;
  readonly step?: (typeof steps)[number]["key"];
  readonly hasFault?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page by which a business or a group sends or follows a declaration. */
export function DeclarationFrame({ site, title, step, hasFault, children }: Props): ReactNode {
  return (
    <PublicPage
      site={site}
      title={title}
      detail={hasFault ? "入力に直すところがあります" : declarationsTitle}
      section="sdgs"
      crumbs={[{ href: hrefIn(site, "/declarations"), label: declarationsTitle }]}
      description={title}
      isHidden
    >
      <div className="page section-first">
        {step && <FormSteps steps={steps} present={step} />}
        <h1>{title}</h1>
        {children}
      </div>
    </PublicPage>
  );
}
