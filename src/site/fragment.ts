// The places that PaperMod keeps free for an author's own HTML, by the names of its partials.

import type { AllowedSources, TrustedHtml } from "./page.ts";

export const FRAGMENTS = ["extend_head", "extend_post_content", "extend_footer", "comments"] as const;

export type FragmentName = (typeof FRAGMENTS)[number];

export interface Fragment {
  html: TrustedHtml;
  /** What it may run; absent when it runs nothing. */
  allowed?: AllowedSources;
}

export type Fragments = { [name in FragmentName]?: Fragment };
