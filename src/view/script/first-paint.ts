// Runs in the head, before anything is painted: the scheme that the reader chose last time, else the
// author's, else the system's. An author's own styles ask for `data-theme`, so it is always set.

{
  const { dataset } = document.documentElement;
  let theme = dataset.theme;
  try {
    theme = localStorage["pref-theme"] || theme;
  } catch {
    // A browser that keeps nothing for us.
  }
  dataset.theme = theme || (matchMedia("(prefers-color-scheme:dark)").matches ? "dark" : "light");
}
