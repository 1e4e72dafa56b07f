// Where a page's browser finds Mermaid: a static asset of the Worker, which is no part of its bundle. The
// version is that of the package, so that what lies there never changes.

export const MERMAID_FOLDER = "/_deckle/mermaid/12.3.0/";

export const MERMAID_SCRIPT = `${MERMAID_FOLDER}mermaid.esm.min.mjs`;
