// The two halves of `baseURL`, which is absolute and ends with a slash, or empty.

import type { HugoConfig } from "./config.ts";

type Site = Pick<HugoConfig, "baseURL">;

/** `https://blog.example`, or empty. */
export const originOf = ({ baseURL }: Site): string => (baseURL === "" ? "" : new URL(baseURL).origin);

/** The site's own path, encoded: `/` or `/blog/`. */
export const basePathOf = ({ baseURL }: Site): string => (baseURL === "" ? "/" : new URL(baseURL).pathname);
