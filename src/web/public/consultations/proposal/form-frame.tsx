import type { ReactNode } from "react";
import type { Refusal } from "#kernel/result.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Notice } from "#web/ui/parts.tsx";
import { FormSteps } from "#web/ui/public-form.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { EditionOf } from "../edition.ts";
import { consultationsTitle } from "../words.ts";
import { callHref } from "./call-detail.tsx";

export interface FormPageProps {
  readonly site: Site;
  readonly edition: EditionOf<"proposal">;
}

export interface Step {
  readonly key: string;
  readonly label: string;
}

interface FrameProps extends FormPageProps {
  readonly title: string;
  readonly steps?: readonly Step[];
  readonly step?: string;
  readonly hasFault?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page of a form of an idea call. */
export function FormFrame({ site, edition, title, steps, step, hasFault, children }: FrameProps): ReactNode {
  const { snapshot } = edition;
  return (
    <PublicPage
      site={site}
      title={title}
      detail={hasFault ? "入力に直すところがあります" : snapshot.title}
      section="voices"
      crumbs={[
        { href: hrefIn(site, "/consultations"), label: consultationsTitle },
        { href: callHref({ site, edition }), label: snapshot.title },
      ]}
      description={`${snapshot.title}：${title}`}
      isHidden
    >
      <div className="page section-first">
        {steps && step && <FormSteps steps={steps} present={step} />}
        <h1>{title}</h1>
        <p className="mt-2">{snapshot.title}</p>
        {children}
      </div>
    </PublicPage>
  );
}

/** A machine may have sent it: asked once more, never lost. */
export function AskedAgain(): ReactNode {
  return (
    <div role="alert" className="mt-6">
      <Notice title="まだ送られていません。もう一度、確かめてください。" tone="caution">
        <p>
          書き始めてからとても早く送られたか、書かないはずの欄に文字が入っていました。自動で送られたものではないことを確かめるためです。内容がよければ、もう一度、送るボタンを押してください。
        </p>
      </Notice>
    </div>
  );
}

/** Everything entered, once more. */
export function Summary({
  rows,
}: {
  readonly rows: readonly { readonly term: string; readonly words: string }[];
}): ReactNode {
  return (
    <dl className="guide mt-4">
      {rows.map(({ term, words }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="whitespace-pre-line">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** No form today, and why. */
export function ClosedPage({ site, edition, refusal }: FormPageProps & { readonly refusal: Refusal }): ReactNode {
  return (
    <FormFrame site={site} edition={edition} title="いまは送れません">
      <div className="mt-6">
        <Notice title={refusal.message} tone="caution">
          <p>{refusal.remedy}</p>
        </Notice>
      </div>
      <p className="mt-6">
        <a href={callHref({ site, edition })}>募集のページへ戻る</a>
      </p>
    </FormFrame>
  );
}

/** Whether the words may stand in public as they are. */
export function publicationChoice(shown: string) {
  return [
    { value: "yes", label: "公開してよい", hint: shown },
    { value: "no", label: "公開しないでほしい", hint: "市は読んで検討します。文は公開しません。" },
  ];
}
