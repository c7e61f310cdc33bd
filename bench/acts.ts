import { servedPlan, type ServedPlan } from "./served-plan.ts";
import { post } from "./server.ts";
import { comparedWrites, makeRowTable } from "./writes.ts";

/** Saves over HTTP by several people at once, each on a measure of their own. */
export async function acts(print: (line: string) => void): Promise<void> {
  const plan = await servedPlan(200);
  const { server, database } = plan;
  try {
    await makeRowTable(database);
    for (const writers of [1, 8, 40])
      print(await comparedWrites({ name: "acts", server, database, writers, write: (...at) => saveOver(plan, ...at) }));
  } finally {
    await plan.close();
  }
}

async function saveOver(plan: ServedPlan, writer: number, serial: number): Promise<void> {
  const strength = serial % 2 === 0 ? "direct" : "related";
  const fields = { nodeId: plan.measureIds[writer] ?? "", goal: "11", strength };
  const headers = { host: "localhost", cookie: plan.cookie };
  const answer = await post(plan.server.port, `/staff/plans/${plan.slug}/sdgs/links`, { fields, headers });
  if (answer.status !== 200) throw new Error(`a save answered ${answer.status}`);
}
