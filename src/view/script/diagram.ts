// Draws a page's Mermaid diagrams, each when it comes near, in the page's own colours and anew when
// those change. The text that it draws stays for whoever cannot see it, and for all if it cannot be drawn.

import type { Mermaid } from "mermaid";

/** Where it lies: site/diagram.ts. */
declare const MERMAID_SCRIPT: string;

const SOURCES = "pre:has(> code.language-mermaid), pre.mermaid, div.mermaid";

interface Diagram {
  source: HTMLElement;
  text: string;
  drawing: HTMLElement;
}

const diagrams = Array.from(document.querySelectorAll<HTMLElement>(SOURCES), (source): Diagram => {
  const drawing = document.createElement("div");
  drawing.className = "diagram";
  drawing.tabIndex = 0;
  drawing.hidden = true;
  source.after(drawing);
  // Beside the code the page's script may have put a button.
  const { textContent } = source.querySelector("code") ?? source;
  return { source, text: textContent ?? "", drawing };
});

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      const diagram = diagrams.find(({ source }) => source === target);
      if (!isIntersecting || !diagram) continue;
      near.unobserve(target);
      draw(diagram);
    }
  },
  { rootMargin: "50%" },
);
for (const { source } of diagrams) near.observe(source);

const redraw = () => {
  for (const diagram of diagrams) if (!diagram.drawing.hidden) draw(diagram);
};
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

let drawn = 0;

function draw(diagram: Diagram): void {
  drawNow(diagram).catch((error) => console.warn("A diagram stays text:", error));
}

async function drawNow({ source, text, drawing }: Diagram): Promise<void> {
  const { default: mermaid }: { default: Mermaid } = await import(MERMAID_SCRIPT);
  mermaid.initialize({
    startOnLoad: false,
    suppressErrorRendering: true,
    securityLevel: "strict",
    theme: "base",
    ...look(),
  });
  const { svg } = await mermaid.render(`diagram-${++drawn}`, text);
  drawing.innerHTML = svg;
  const picture = drawing.querySelector("svg");
  if (picture) {
    if (!picture.hasAttribute("aria-labelledby")) picture.setAttribute("aria-label", text.trim());
    // No smaller than can be read: a wide one scrolls.
    picture.style.minWidth = `${picture.viewBox.baseVal.width * 0.75}px`;
  }
  source.hidden = true;
  drawing.hidden = false;
}

function look() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    fontFamily: colour("sans") || "sans-serif",
    themeVariables: {
      darkMode: style.colorScheme === "dark",
      background: colour("theme"),
      primaryColor: colour("code-bg"),
      primaryTextColor: colour("primary"),
      primaryBorderColor: colour("secondary"),
      lineColor: colour("secondary"),
      textColor: colour("content"),
      secondaryColor: colour("code-block-bg"),
      tertiaryColor: colour("theme"),
      edgeLabelBackground: colour("theme"),
      useGradient: false,
      dropShadow: "none",
    },
  };
}
