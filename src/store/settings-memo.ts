// Settings that this isolate has read before. They come with every page and change with hardly any write,
// so a read names the digests that it has and the statement leaves those settings out. Nothing here can be
// stale: the digest is that of the database at this moment, and the same digest means the same bytes.

import type { Settings } from "../site/settings.ts";

export interface SettingsMemo {
  /** As the last row had it: a guess, which the next row confirms or not. */
  basePath: string;
  /** A read keeps the one that it asked with: the next one may have forgotten what this one has. */
  readonly known: KnownSettings;
  /** Keeps and returns the settings that a row brought. */
  learn(digest: string, json: string): Settings;
}

export interface KnownSettings {
  /** One after the other, for the statement to look into. */
  digests: string;
  byDigest: ReadonlyMap<string, Settings>;
}

/** More languages than a blog has: then the one that was learned first is forgotten. */
const MOST = 8;

export function createSettingsMemo(): SettingsMemo {
  let known: KnownSettings = { digests: "", byDigest: new Map() };
  return {
    basePath: "/",
    get known() {
      return known;
    },
    learn(digest, json) {
      const settings: Settings = JSON.parse(json, frozen);
      const byDigest = new Map([...[...known.byDigest].slice(1 - MOST), [digest, settings]]);
      known = { digests: [...byDigest.keys()].join(" "), byDigest };
      return settings;
    },
  };
}

/** Many requests have it in hand. */
const frozen = (_: string, value: unknown): unknown => Object.freeze(value);
