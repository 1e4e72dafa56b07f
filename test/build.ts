// Before the runner starts any file (`--test-global-setup`): builds the Workers that the tests run, once, and has
// every file's process keep what it compiled, which is half of what a short one costs.

import { buildWorker } from "../src/cli/build.ts";
import { enginePath } from "../src/cli/engine-folder.ts";
import { TEST_WORKER } from "./harness.ts";

export async function globalSetup(): Promise<void> {
  process.env.NODE_COMPILE_CACHE = enginePath("node_modules/.cache/node");
  await buildWorker(TEST_WORKER);
  await buildWorker();
}
