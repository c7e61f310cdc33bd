import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "#kernel/error-code.ts";

/** Secrets that people enter (秘密の値), kept outside the database so that no backup holds them. */
export interface KeptValues {
  /** The value, "" when there is none. */
  read(name: string): Promise<string>;
  /** Keeps a value instead of the one before; "" forgets it. */
  write(name: string, value: string): Promise<void>;
}

/** Values in files that only their owner may read (0600), one a name; `given` ones (from the environment) come before. */
export function keptValues(folder: string, given: (name: string) => string | undefined = () => undefined): KeptValues {
  return {
    async read(name) {
      const value = given(name);
      if (value !== undefined) return value;
      try {
        return await readFile(join(folder, name), "utf8");
      } catch (error) {
        if (codeOf(error) === "ENOENT") return "";
        throw error;
      }
    },
    async write(name, value) {
      if (value === "") return rm(join(folder, name), { force: true });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, `${name}.${randomBytes(6).toString("hex")}`);
      const file = await open(draft, "wx", 0o600);
      await file.writeFile(value);
      await file.sync().finally(() => file.close());
      await rename(draft, join(folder, name));
    },
  };
}
