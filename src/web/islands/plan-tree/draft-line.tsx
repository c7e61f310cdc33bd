import type { ReactNode } from "react";
import { NameField } from "./name-field.tsx";
import type { Shared } from "./shared.ts";

/** The line in which a node that does not exist yet gets its name. */
export function DraftLine({
  level,
  shared,
  text,
}: {
  readonly level: number;
  readonly shared: Shared;
  readonly text: string;
}): ReactNode {
  const levelName = shared.levels[level - 1]?.name ?? "";
  return (
    <div role="row" className={`tree-line tree-level-${level}`} aria-level={level}>
      <div role="gridcell" className="tree-name">
        <NameField
          label={`追加する${levelName}の名前`}
          text={text}
          desk={shared.desk}
          placeholder={`${levelName}の名前`}
        />
      </div>
    </div>
  );
}
