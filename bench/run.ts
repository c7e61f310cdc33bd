import { acts } from "./acts.ts";
import { cityArchive } from "./city-archive.ts";
import { comparison } from "./comparison.ts";
import { importSheet } from "./import-sheet.ts";
import { indicatorValues } from "./indicator-values.ts";
import { pages } from "./pages.ts";
import { ledger } from "./ledger.ts";
import { paper } from "./paper.ts";
import { statistics } from "./statistics.ts";
import { submissions } from "./submissions.ts";
import { startUp } from "./start-up.ts";
import { tree } from "./tree.ts";

/** `npm run bench` runs all, `npm run bench -- <name>` one. Each prints its lines as it goes; none of them fails on a number. */
const benches: Readonly<Record<string, (print: (line: string) => void) => Promise<void>>> = {
  pages,
  acts,
  submissions,
  import: importSheet,
  "indicator-values": indicatorValues,
  tree,
  statistics,
  ledger,
  paper,
  comparison,
  "city-archive": cityArchive,
  "start-up": startUp,
};

const wanted = process.argv[2];
if (wanted && !Object.hasOwn(benches, wanted)) {
  process.stderr.write(`no bench named ${wanted}; there are: ${Object.keys(benches).join(", ")}\n`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (!wanted || wanted === name) await bench((line) => process.stdout.write(`${line}\n`));
}
