import { emptyRichText, type RichText } from "#kernel/rich-text.ts";
import type { OutlineSection } from "./section.ts";

/** A section of the new plan's manuscript before it is made. */
export interface CarriedSection {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly title: string;
  readonly nodeId: string | null;
  readonly divisionId: string | null;
  readonly body: RichText;
}

interface NewTree {
  /** The new plan's nodes in reading order. */
  readonly nodes: readonly { readonly id: string; readonly parentId: string | null }[];
  /** From an old node to the first new one that goes on with it. */
  readonly links: ReadonlyMap<string, string>;
  readonly newId: () => string;
}

/**
 * The sections that follow into a new plan: free ones with their texts; the new tree stands, whole and in its own order, where the old
 * tree began. A free section below a bound one goes under the node that goes on with it, else where the tree stands.
 */
export function carriedSections(old: readonly OutlineSection[], { nodes, links, newId }: NewTree): CarriedSection[] {
  const firstBound = old.find(({ nodeId }) => nodeId !== null);
  const free = old.filter(({ nodeId }) => nodeId === null);
  const idOfFree = new Map(free.map(({ id }) => [id, newId()]));
  const idOfNode = new Map(nodes.map(({ id }) => [id, newId()]));
  const bound = new Map(old.flatMap(({ id, nodeId }) => (nodeId === null ? [] : [[id, nodeId] as const])));
  const treeParent = idOfFree.get(firstBound?.parentId ?? "") ?? null;
  const parentOf = (parentId: string | null): string | null => {
    const node = bound.get(parentId ?? "");
    if (node === undefined) return idOfFree.get(parentId ?? "") ?? null;
    return idOfNode.get(links.get(node) ?? "") ?? treeParent;
  };
  const counts = new Map<string | null, number>();
  const place = (parentId: string | null) => {
    const position = counts.get(parentId) ?? 0;
    counts.set(parentId, position + 1);
    return { parentId, position };
  };
  const tree = () =>
    nodes.map((node): CarriedSection => ({
      id: idOfNode.get(node.id) ?? newId(),
      ...place(node.parentId === null ? treeParent : (idOfNode.get(node.parentId) ?? treeParent)),
      title: "",
      nodeId: node.id,
      divisionId: null,
      body: emptyRichText,
    }));
  const carried = old.flatMap((section): CarriedSection[] => {
    if (section === firstBound) return tree();
    if (section.nodeId !== null) return [];
    const { title, divisionId, body, parentId } = section;
    const id = idOfFree.get(section.id) ?? newId();
    return [{ id, ...place(parentOf(parentId)), title, nodeId: null, divisionId, body }];
  });
  return old.length === 0 || firstBound ? carried : [...carried, ...tree()];
}
