import { Hono } from "hono";
import { readConfig } from "../src/config.ts";
import { openHouse } from "../src/house.ts";
import { listen, stopListening } from "../src/serving.ts";
import { openContext } from "#domain/audit/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { municipalityForHost } from "#platform/database/index.ts";
import { appOf } from "../test/support/browser.ts";
import { benchActor } from "./city.ts";

// The house without its page memory, everyone being the bench: what one fresh page costs. Shares the PostgreSQL of DATA_DIR.
const house = await openHouse(readConfig(process.env));
const { database, config } = house;
const municipality = await municipalityForHost(database, "localhost");
if (!municipality) throw new Error("the sample city is not seeded");
const as = () => openContext({ database, municipality, actor: benchActor, clock: systemClock });
const app = new Hono();
app.route("/", appOf({ database, municipality, as }, { actor: benchActor }));
const server = await listen(app, config);
process.once("SIGTERM", () => {
  void stopListening(server)
    .then(() => house.close())
    .then(() => process.exit(0));
});
