import type { Json } from "#kernel/canonical-json.ts";

interface Parsed {
  readonly value: Json;
  readonly size: number;
}

export interface ParsedPayloads {
  /** The value of a payload, parsed once; `load` is asked for the text when it is not here. */
  get(hash: string, load: () => Promise<string | undefined>): Promise<Json | undefined>;
  forget(hash: string): void;
}

/**
 * Payloads already parsed, by hash: the same hash is the same value for ever. At most `limit` characters of text are kept, the
 * least recently read go first.
 */
export function parsedPayloads(limit: number): ParsedPayloads {
  const kept = new Map<string, Parsed>();
  let size = 0;
  const forget = (hash: string) => {
    size -= kept.get(hash)?.size ?? 0;
    kept.delete(hash);
  };
  const keep = (hash: string, parsed: Parsed) => {
    forget(hash);
    kept.set(hash, parsed);
    size += parsed.size;
    for (const oldest of kept.keys()) {
      if (size <= limit || oldest === hash) return;
      forget(oldest);
    }
  };
  return {
    forget,
    async get(hash, load) {
      const known = kept.get(hash);
      if (known) {
        keep(hash, known);
        return known.value;
      }
      const text = await load();
      if (text === undefined) return undefined;
      const value = JSON.parse(text) as Json; // canonical text, written by `publish` or `prepare`
      keep(hash, { value, size: text.length });
      return value;
    },
  };
}

/** One store of parsed payloads for the process, about 64 million characters of text. */
export const payloads = parsedPayloads(64_000_000);
