// Made of script/*.ts by test/view/make-script.ts: change those, and run it.

/** Below the site's root. Names what it says, so it never changes. */
export const SCRIPT_PATH = "_theme/dd9260ba58bb.js";

/** Runs in the head. */
export const FIRST_PAINT = `{const{dataset:t}=document.documentElement;let e=t.theme;try{e=localStorage["pref-theme"]||e}catch{}t.theme=e||(matchMedia("(prefers-color-scheme:dark)").matches?"dark":"light")}`;

/** Base64 of SHA-256 over it. */
export const FIRST_PAINT_HASH = "LPtUK8B9N1xAuNeCSZYaw3zmZkUOEJc2BaF+SCxkwdI=";
