// Runs every suite in every browser. `CAVEAT_BROWSERS` names those to use.

import { after, afterEach, before, describe } from "node:test";

import { makeSite } from "./support/site.mjs";
import { startServers } from "./support/servers.mjs";
import { World } from "./support/world.mjs";
import { suites } from "./suites/index.mjs";

const names = (process.env.CAVEAT_BROWSERS ?? "chromium,firefox,webkit").split(",");
const drivers = await Promise.all(names.map((name) => import(`./drivers/${name}.mjs`)));
const servers = await startServers(await makeSite());

after(() => Object.values(servers).forEach((server) => server.close()));

names.forEach((name, index) => {
  describe(name, { timeout: 600_000 }, () => {
    const world = new World(name, drivers[index].launch, servers);
    before(() => world.start());
    after(() => world.stop());
    afterEach(() => world.closePages());
    for (const suite of suites) suite(world);
  });
});
