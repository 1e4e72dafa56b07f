// What the theme makes of settings alone is made once for them: a warm isolate has the same value in hand
// with every page (store/settings-memo.ts), and settings never change, others take their place.

import type { Settings } from "../site/settings.ts";

export function perSettings<Made>(make: (settings: Settings) => Made): (settings: Settings) => Made {
  const made = new WeakMap<Settings, { value: Made }>();
  return (settings) => {
    const known = made.get(settings);
    if (known !== undefined) return known.value;
    const value = make(settings);
    made.set(settings, { value });
    return value;
  };
}
