import type { ReactNode } from "react";
import { periodLabel } from "#kernel/period.ts";
import { hrefIn } from "#web/site.ts";
import { hueOf } from "#web/public/hue.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { nodeHref, planHref, type Reading } from "./addresses.ts";
import { branchesOf } from "./branches.ts";
import { diagramOf, wrapped, type Box, type Diagram } from "./diagram.ts";
import { EditionNotice } from "./edition-notice.tsx";

/** The tree as one picture (体系図): every box leads to its page; printed it fills one sheet of A3. */
export function DiagramPage({ reading }: { readonly reading: Reading }): ReactNode {
  const { site, edition } = reading;
  const { plan } = edition.snapshot;
  const diagram = diagramOf(branchesOf(edition.snapshot));
  const crumbs = [
    { href: hrefIn(site, "/plan"), label: "計画を読む" },
    { href: planHref(reading), label: plan.name },
  ];
  return (
    <PublicPage
      site={site}
      title="体系図"
      detail={plan.name}
      section="plan"
      publication={edition.head}
      description={`${plan.name}の全体を1枚の図で見る`}
      crumbs={crumbs}
    >
      <div className="diagram-page">
        <div className="page section-first">
          <EditionNotice {...reading} />
          <h1 className="plan-name">{plan.name} 体系図</h1>
          <p className="plan-period">{periodLabel(plan)}</p>
          <p className="mt-4 no-print">
            箱を選ぶと、そのページへ移ります。画面を拡大して読めます。印刷するとA3の1枚になります。文字の一覧は
            <a href={`${planHref(reading)}${edition.successor ? "&" : "?"}open=all#tree-title`}>計画のページ</a>
            にあります。
          </p>
        </div>
        <div className="diagram-frame" role="region" aria-label="体系図" tabIndex={0}>
          <DiagramPicture reading={reading} diagram={diagram} />
        </div>
      </div>
    </PublicPage>
  );
}

function DiagramPicture({ reading, diagram }: { readonly reading: Reading; readonly diagram: Diagram }): ReactNode {
  const { vision } = reading.edition.snapshot.plan;
  const boxById = new Map(diagram.boxes.map((box) => [box.branch.node.id, box]));
  return (
    <svg
      viewBox={`0 0 ${diagram.width} ${diagram.height}`}
      className="diagram"
      role="group"
      aria-label={`${vision}を目指す体系図`}
    >
      <Vision text={vision} height={diagram.height} />
      {diagram.columns.map(({ name, x, width }) => (
        <text key={name} x={x + width / 2} y={24} className="diagram-column">
          {name}
        </text>
      ))}
      {diagram.boxes.map((box) => (
        <Connector
          key={box.branch.node.id}
          box={box}
          parent={box.branch.parent && boxById.get(box.branch.parent.node.id)}
        />
      ))}
      {diagram.boxes.map((box) => (
        <DiagramBox key={box.branch.node.id} reading={reading} box={box} />
      ))}
    </svg>
  );
}

/** The vision (将来都市像) at the left, written downwards. */
function Vision({ text, height }: { readonly text: string; readonly height: number }): ReactNode {
  const lines = wrapped(text, Math.floor((height - 120) / 24)).slice(0, 2);
  return (
    <g>
      <rect x={1} y={36} width={70} height={height - 50} rx={8} className="diagram-vision" />
      {lines.map((line, index) => (
        <text
          key={line}
          x={lines.length === 1 ? 36 : 50 - index * 28}
          y={height / 2 + 10}
          className="diagram-vision-text"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function Connector({ box, parent }: { readonly box: Box; readonly parent: Box | undefined }): ReactNode {
  const from = parent
    ? { x: parent.x + parent.width, y: parent.y + parent.height / 2 }
    : { x: 71, y: box.y + box.height / 2 };
  const bend = box.x - 12;
  const path = `M${from.x} ${Math.round(from.y)}H${bend}V${Math.round(box.y + box.height / 2)}H${box.x}`;
  return <path d={path} className={`diagram-line ${hueOf(box.branch.goalNumber)}`} />;
}

function DiagramBox({ reading, box }: { readonly reading: Reading; readonly box: Box }): ReactNode {
  const { branch, x, y, width, height, lines } = box;
  const isGoal = branch.parent === undefined;
  return (
    <a
      href={nodeHref(reading, branch.node)}
      className={`diagram-box ${hueOf(branch.goalNumber)}${isGoal ? " diagram-goal" : ""}`}
    >
      <rect x={x} y={Math.round(y)} width={width} height={height} rx={5} />
      {lines.map((line, index) => (
        <text key={line} x={x + 8} y={Math.round(y) + 19 + index * 18}>
          {line}
        </text>
      ))}
    </a>
  );
}
