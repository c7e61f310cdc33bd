import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { readdirSync } from "node:fs";

const islands = readdirSync("src/web/islands")
  .filter((name) => name.endsWith(".entry.tsx"))
  .map((name) => `src/web/islands/${name}`);

/** Builds what a browser loads: three style sheets and one script per island. The manifest tells the server their hashed names. */
export default defineConfig({
  plugins: [tailwindcss()],
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
