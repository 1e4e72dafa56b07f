// What a page can do besides being read: change between light and dark, copy code, lead back to its
// top, load comments. All of it is extra; it runs deferred, when the page is whole.

const { dataset } = document.documentElement;
const said = document.currentScript?.dataset ?? {};

/** The page goes with the system as long as neither its author nor its reader has chosen. */
let follows = "auto" in said && !isChosen();
const dark = matchMedia("(prefers-color-scheme:dark)");
dark.addEventListener("change", () => {
  if (follows) dataset.theme = dark.matches ? "dark" : "light";
});

document.getElementById("theme-toggle")?.addEventListener("click", () => {
  dataset.theme = dataset.theme === "dark" ? "light" : "dark";
  follows = false;
  try {
    localStorage.setItem("pref-theme", dataset.theme);
  } catch {
    // A browser that keeps nothing for us: it holds for this page.
  }
});

function isChosen(): boolean {
  try {
    return "pref-theme" in localStorage;
  } catch {
    return false;
  }
}

if (said.copy && navigator.clipboard) {
  for (const code of document.querySelectorAll("pre > code")) addCopyButton(code);
}

function addCopyButton(code: Element): void {
  const pre = code.parentElement;
  // In a table of two columns the first has nothing but numbers.
  if (!pre || code.querySelector(".lnt")) return;
  const button = document.createElement("button");
  button.className = "copy-code";
  button.type = "button";
  button.textContent = said.copy ?? "";
  button.addEventListener("click", async () => {
    const text = code.cloneNode(true) as Element;
    for (const number of text.querySelectorAll(".ln")) number.remove();
    await navigator.clipboard.writeText(text.textContent ?? "");
    button.textContent = said.copied ?? "";
    setTimeout(() => {
      button.textContent = said.copy ?? "";
    }, 2000);
  });
  (code.closest(".highlight") ?? pre).append(button);
}

const topLink = document.getElementById("top-link");
if (topLink) {
  const show = () => topLink.classList.toggle("hidden", scrollY < innerHeight);
  addEventListener("scroll", show, { passive: true });
  show();
}

const comments = document.getElementById("comments");
const template = comments?.querySelector("template");
const button = comments?.querySelector("button");
if (comments && template && button) {
  const load = () => {
    button.remove();
    comments.append(document.importNode(template.content, true));
  };
  button.hidden = false;
  button.addEventListener("click", load, { once: true });
  if (location.hash === "#comments") load();
}
