import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the page is only markup (on the server and at the first moment in the browser), then true. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
