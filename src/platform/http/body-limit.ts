import type { MiddlewareHandler } from "hono";
import { bodyLimit as limited } from "hono/body-limit";

const patience = { bytes: 200 * 1024 * 1024, milliseconds: 60_000 };

/**
 * Refuses a body that is too large. What the client is still sending is taken and thrown away first, up to a measure: a browser
 * whose connection is closed while it sends shows its own error, and never the page that says how large a file may be.
 */
export function bodyLimit(maxSize: number, refusal: () => Response): MiddlewareHandler {
  return limited({
    maxSize,
    onError: async ({ req }) => {
      const { body } = req.raw;
      if (body && !body.locked) await throwAway(body);
      return refusal();
    },
  });
}

async function throwAway(body: ReadableStream<Uint8Array>): Promise<void> {
  const until = AbortSignal.timeout(patience.milliseconds);
  let size = 0;
  const rest = new WritableStream<Uint8Array>({
    write(chunk, controller) {
      if ((size += chunk.length) > patience.bytes) controller.error(new Error("more than anyone sends by mistake"));
    },
  });
  await body.pipeTo(rest, { signal: until, preventCancel: true }).catch(() => undefined); // the refusal is answered in any case
}
