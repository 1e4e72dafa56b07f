// Made of script/*.ts by test/view/make-script.ts: change those, and run it.

/** Below the site's root. Names what it says, so it never changes. */
export const SCRIPT_PATH = "_theme/dd9260ba58bb.js";

/** Runs in the head. */
export const FIRST_PAINT = `{const{dataset:t}=document.documentElement;let e=t.theme;try{e=localStorage["pref-theme"]||e}catch{}t.theme=e||(matchMedia("(prefers-color-scheme:dark)").matches?"dark":"light")}`;

/** Base64 of SHA-256 over it. */
export const FIRST_PAINT_HASH = "LPtUK8B9N1xAuNeCSZYaw3zmZkUOEJc2BaF+SCxkwdI=";

/** Runs as a module on pages with a diagram. */
export const DIAGRAM = `const m="pre:has(> code.language-mermaid), pre.mermaid, div.mermaid",i=Array.from(document.querySelectorAll(m),r=>{const e=document.createElement("div");e.className="diagram",e.tabIndex=0,e.hidden=!0,r.after(e);const{textContent:t}=r.querySelector("code")??r;return{source:r,text:t??"",drawing:e}}),d=new IntersectionObserver(r=>{for(const{isIntersecting:e,target:t}of r){const a=i.find(({source:n})=>n===t);!e||!a||(d.unobserve(t),c(a))}},{rootMargin:"50%"});for(const{source:r}of i)d.observe(r);const s=()=>{for(const r of i)r.drawing.hidden||c(r)};new MutationObserver(s).observe(document.documentElement,{attributeFilter:["data-theme"]}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",s);let l=0;function c(r){u(r).catch(e=>console.warn("A diagram stays text:",e))}async function u({source:r,text:e,drawing:t}){const{default:a}=await import("/_deckle/mermaid/12.3.0/mermaid.esm.min.mjs");a.initialize({startOnLoad:!1,suppressErrorRendering:!0,securityLevel:"strict",theme:"base",...g()});const{svg:n}=await a.render(\`diagram-\${++l}\`,e);t.innerHTML=n;const o=t.querySelector("svg");o&&(o.hasAttribute("aria-labelledby")||o.setAttribute("aria-label",e.trim()),o.style.minWidth=\`\${o.viewBox.baseVal.width*.75}px\`),r.hidden=!0,t.hidden=!1}function g(){const r=getComputedStyle(document.documentElement),e=t=>r.getPropertyValue(\`--\${t}\`).trim();return{fontFamily:e("sans")||"sans-serif",themeVariables:{darkMode:r.colorScheme==="dark",background:e("theme"),primaryColor:e("code-bg"),primaryTextColor:e("primary"),primaryBorderColor:e("secondary"),lineColor:e("secondary"),textColor:e("content"),secondaryColor:e("code-block-bg"),tertiaryColor:e("theme"),edgeLabelBackground:e("theme"),useGradient:!1,dropShadow:"none"}}}`;

/** Base64 of SHA-256 over it. */
export const DIAGRAM_HASH = "TV1cbe7Ev1q5qpe0AfmA/I8TRAac3r7xdKTLdkjSPKg=";
