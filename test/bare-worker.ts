// A Worker of one module in workerd, for tests of the platform itself and of what lies below our Worker.

import { Miniflare } from "miniflare";

type Bindings = NonNullable<
  NonNullable<ConstructorParameters<typeof Miniflare>[0]["workers"][number]["config"]>["env"]
>;

/** `contents` is the module, as JavaScript. */
export const startBareWorker = ({ contents, env = {} }: { contents: string; env?: Bindings }): Miniflare =>
  new Miniflare({
    host: "127.0.0.1",
    port: 0,
    cf: false,
    enableDevRegistry: false,
    telemetry: { enabled: false },
    workers: [
      {
        config: {
          name: "bare",
          compatibilityDate: "2026-10-23",
          manifest: { mainModule: "bare.js", modules: { "bare.js": { type: "esm", contents } } },
          env,
        },
      },
    ],
  });
