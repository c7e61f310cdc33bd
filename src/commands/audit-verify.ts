import { verifyChain } from "#domain/audit/index.ts";
import { citiesOf } from "./cities.ts";
import type { Command } from "./command.ts";

export const auditVerify: Command = {
  usage: "npm run audit:verify",
  purpose: [
    "監査証跡がつながっていて、書き換えられていないことを確かめます。",
    "Recomputes the audit chain of every municipality.",
  ],
  async run({ house, say }) {
    const { database } = await house();
    let isWhole = true;
    for (const { name, schema } of await citiesOf(database)) {
      const report = await verifyChain(database.inCity(schema));
      if (report.broken) {
        isWhole = false;
        say(
          `${name}: ${report.broken.sequence}番の記録が合いません (broken at ${report.broken.sequence}: ${report.broken.reason})`,
        );
      } else say(`${name}: ${report.events}件の記録がつながっています (chain of ${report.events} verified)`);
    }
    return isWhole;
  },
};
