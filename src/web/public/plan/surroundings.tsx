import type { ReactNode } from "react";
import { Icon } from "#web/ui/icons.tsx";
import { diagramHref, nodeHref, type Reading } from "./addresses.ts";
import { ancestorsOf, codeAndTitle, type Branch } from "./branches.ts";

interface PlaceProps {
  readonly reading: Reading;
  readonly branch: Branch;
}

interface AskProps extends PlaceProps {
  /** Where one can have a say on the plan now. */
  readonly sayHref?: string | undefined;
}

/** Whom to ask about this page: the division with telephone and mail, and who works with it; and where to have a say. */
export function AskBox({ reading, branch: { node, levelName }, sayHref }: AskProps): ReactNode {
  const { head } = reading.edition;
  const contact = node.division ?? { name: head.divisionName, phone: "", email: "" };
  return (
    <section className="ask" id="ask" aria-label={`この${levelName}の担当`}>
      <p className="ask-title">この{levelName}の担当</p>
      <p className="ask-name">{contact.name}</p>
      {contact.phone !== "" && (
        <p>
          <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, "")}`} className="ask-way">
            <Icon name="phone" />
            {contact.phone}
          </a>
        </p>
      )}
      {contact.email !== "" && (
        <p>
          <a href={`mailto:${contact.email}`} className="ask-way">
            <Icon name="mail" />
            メールで聞く
          </a>
        </p>
      )}
      {contact.phone === "" && contact.email === "" && head.divisionContact !== "" && <p>{head.divisionContact}</p>}
      {node.relatedDivisions.length > 0 && (
        <p className="ask-related">関係する課：{node.relatedDivisions.join("、")}</p>
      )}
      {sayHref !== undefined && (
        <p className="mt-3">
          <a href={sayHref} className="button button-secondary">
            この{levelName}に意見を言う
          </a>
        </p>
      )}
    </section>
  );
}

/** Where the page stands in the tree: what it serves, and its siblings. */
export function Standing({ reading, branch }: PlaceProps): ReactNode {
  const { parent } = branch;
  if (!parent) return null;
  return (
    <section className="measure-section" id="standing" aria-labelledby="standing-title">
      <h2 id="standing-title">計画の中の位置</h2>
      <ol className="list-plain standing">
        {ancestorsOf(branch).map(({ node, levelName }) => (
          <li key={node.id}>
            <span className="standing-level">{levelName}</span>
            <a href={nodeHref(reading, node)}>{codeAndTitle(node)}</a>
          </li>
        ))}
        <li>
          <span className="standing-level">{branch.levelName}</span>
          <ul className="list-plain">
            {parent.children.map(({ node }) => (
              <li key={node.id}>
                {node.id === branch.node.id ? (
                  <b aria-current="page">{codeAndTitle(node)}</b>
                ) : (
                  <a href={nodeHref(reading, node)}>{codeAndTitle(node)}</a>
                )}
              </li>
            ))}
          </ul>
        </li>
      </ol>
      <p className="no-print">
        <a href={diagramHref(reading)}>計画の全体を1枚の図で見る</a>
      </p>
    </section>
  );
}

interface NeighboursProps {
  readonly reading: Reading;
  readonly previous: Branch | undefined;
  readonly next: Branch | undefined;
}

/** On to the page before or after, in the order of the plan. */
export function Neighbours({ reading, previous, next }: NeighboursProps): ReactNode {
  if (!previous && !next) return null;
  return (
    <nav aria-label="前後のページ" className="page neighbours no-print">
      {previous && (
        <a href={nodeHref(reading, previous.node)} rel="prev" className="neighbour">
          <Icon name="back" />
          <span>
            <small>前</small>
            {codeAndTitle(previous.node)}
          </span>
        </a>
      )}
      {next && (
        <a href={nodeHref(reading, next.node)} rel="next" className="neighbour neighbour-next">
          <span>
            <small>次</small>
            {codeAndTitle(next.node)}
          </span>
          <Icon name="forward" />
        </a>
      )}
    </nav>
  );
}
