// Builds the Workers that the tests run once, before the runner starts any file (`--test-global-setup`).

import { buildWorker } from "../src/cli/build.ts";
import { TEST_WORKER } from "./harness.ts";

export async function globalSetup(): Promise<void> {
  await buildWorker(TEST_WORKER);
  await buildWorker();
}
