import type { ReactNode } from "react";

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** The way back: from the site's top to the page above this one. */
export function Crumbs({ crumbs, here }: { readonly crumbs: readonly Crumb[]; readonly here: string }): ReactNode {
  return (
    <nav aria-label="現在位置" className="no-print">
      <ol className="crumbs list-plain">
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

export type Tone = "plain" | "good" | "caution" | "bad";

export function Notice({
  title,
  tone = "plain",
  children,
}: {
  readonly title?: string;
  readonly tone?: Tone;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={`notice${tone === "plain" ? "" : ` notice-${tone}`}`}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}

/** Nothing here yet: what will be here, when, and what one can do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="card text-center">
      <p className="font-bold">{title}</p>
      {children}
    </div>
  );
}

export function Badge({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }): ReactNode {
  return <span className={`badge${tone === "plain" ? "" : ` badge-${tone}`}`}>{children}</span>;
}

/** A table that scrolls inside its own frame on narrow screens; the frame can be reached and scrolled by keyboard. */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="table-frame" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
