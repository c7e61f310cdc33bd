import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const islands = readdirSync("src/web/islands")
  .filter((name) => name.endsWith(".entry.tsx"))
  .map((name) => `src/web/islands/${name}`);

/** Writes styles and scripts as they travel beside each file (.br, .gz), where that is smaller: a server start then compresses nothing. */
const precompressed: Plugin = {
  name: "precompressed",
  writeBundle({ dir = "" }, files) {
    for (const name of Object.keys(files).filter((file) => /\.(css|js)$/.test(file))) {
      const path = join(dir, name);
      const body = readFileSync(path);
      const packed = { br: brotliCompressSync(body), gz: gzipSync(body, { level: 9 }) }; // brotli's default is its best
      if (Math.max(packed.br.length, packed.gz.length) >= body.length) continue;
      for (const [ending, bytes] of Object.entries(packed)) writeFileSync(`${path}.${ending}`, bytes);
    }
  },
};

/** Builds what a browser loads: three style sheets and one script per island. The manifest tells the server their hashed names. */
export default defineConfig({
  plugins: [tailwindcss(), precompressed],
  publicDir: false,
  base: "/assets/",
  build: {
    outDir: "dist/assets",
    emptyOutDir: true,
    assetsDir: "",
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    rolldownOptions: {
      input: ["src/web/ui/styles/public.css", "src/web/ui/styles/staff.css", "src/web/ui/styles/fonts.css", ...islands],
    },
  },
});
