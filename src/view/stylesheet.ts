export const STYLESHEET = "";
export const STYLESHEET_HASH = "";
