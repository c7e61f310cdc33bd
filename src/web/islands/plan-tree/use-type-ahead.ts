import { useCallback, useRef } from "react";
import type { TreeDesk } from "./tree-desk.ts";

const pause = 700; // milliseconds after which a new word begins, as in the lists of the operating systems

/** Gathers characters typed in quick succession into the beginning of a name. */
export function useTypeAhead(desk: TreeDesk): (character: string) => void {
  const typed = useRef({ text: "", at: 0 });
  return useCallback(
    (character) => {
      const at = performance.now();
      const goesOn = at - typed.current.at < pause;
      typed.current = { text: (goesOn ? typed.current.text : "") + character, at };
      desk.typeAhead(typed.current.text);
    },
    [desk],
  );
}
