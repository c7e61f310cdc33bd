import type { ReactNode } from "react";
import { stepLabels } from "#domain/voices/index.ts";
import { tokyoTime } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, deskCrumb, withQuery } from "./addresses.ts";
import type { DeskScene } from "./scene.ts";

const tabs = [
  { href: addressOf.inbox, label: "意見を分ける" },
  { href: addressOf.points, label: "論点の一覧" },
  { href: addressOf.topics, label: "同趣旨の意見" },
  { href: addressOf.progress, label: "進みぐあい" },
  { href: addressOf.tags, label: "印" },
] as const;

interface DeskFrameProps {
  readonly visit: Visit;
  readonly title: string;
  readonly scene: DeskScene | undefined;
  readonly refusal?: Refusal | undefined;
  readonly children: ReactNode;
}

/** A page of the desk: its neighbours, the last act to take back, what was refused. */
export function DeskFrame({ visit, title, scene, refusal, children }: DeskFrameProps): ReactNode {
  return (
    <StaffPage visit={visit} title={title} crumbs={[deskCrumb]} wide>
      <nav aria-label="仕分けのページ" className="mb-4">
        <ul className="list-plain flex flex-wrap gap-x-6 gap-y-1">
          {tabs.map(({ href, label }) => (
            <li key={href}>
              <a
                href={withQuery(href, { occasion: scene?.occasion?.id, plan: scene?.plan.id })}
                aria-current={visit.url.pathname === href ? "page" : undefined}
                className="inline-block py-1 aria-[current]:font-bold"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {refusal && (
        <div className="mb-4">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      {scene ? children : <NothingAsked />}
    </StaffPage>
  );
}

function NothingAsked(): ReactNode {
  return (
    <Empty title="意見を聴く機会がまだありません">
      <p>意見募集や懇談会などを始めて意見が届くと、ここで論点に分けられます。</p>
    </Empty>
  );
}

/** The last act of this person with the way back. */
export function UndoBar({ scene, back }: { readonly scene: DeskScene; readonly back: string }): ReactNode {
  const [last] = scene.steps;
  if (!last) return null;
  return (
    <Form action={addressOf.undoing} className="mb-4 flex flex-wrap items-center gap-3">
      <input type="hidden" name="plan" value={scene.plan.id} />
      <input type="hidden" name="step" value={last.id} />
      <input type="hidden" name="back" value={back} />
      <span>
        直前の操作：{stepLabels[last.act]}（{tokyoTime(last.doneAt)}）
      </span>
      <button className="button button-secondary button-small">元に戻す</button>
    </Form>
  );
}
