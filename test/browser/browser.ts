// The real browser of the browser suites and of the screenshots: an installed Chrome or Chromium
// where there is one, else the one that comes as a package (Linux). Owns how it is found and started.

import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import bundled from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** `CHROME_PATH` names one that lies elsewhere; `more` are arguments of Chromium's. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const installed = process.env.CHROME_PATH || findInstalled();
  const env = { ...process.env, ...fontEnvironment() };
  if (installed !== null)
    return chromium.launch({ executablePath: installed, args: [...sandboxArgs(), ...more], env });
  if (process.platform !== "linux") {
    throw new Error("No Chrome or Chromium was found. Install one, or name it: CHROME_PATH=/path/to/chrome");
  }
  // Without this the package unpacks a software renderer for WebGL, which no page of ours uses.
  bundled.setGraphicsMode = false;
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [...sandboxArgs(), "--no-zygote", "--disable-gpu", "--font-render-hinting=none", ...more],
    env,
  });
}

/** Chromium refuses to run as root inside its sandbox; what it opens here are our own pages. */
function sandboxArgs(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** Linux shows the fonts of our packages beside its own, so that pictures and measures agree everywhere. */
function fontEnvironment(): { [name: string]: string } {
  if (process.platform !== "linux") return {};
  const folder = fileURLToPath(new URL("../../node_modules/@expo-google-fonts", import.meta.url));
  const file = join(tmpdir(), "deckle-fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}</dir><cachedir>${join(tmpdir(), "deckle-fonts")}</cachedir>
</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

const PLACES: { [platform: string]: string[] } = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((folder) =>
    join(process.env[folder] ?? "", "Google", "Chrome", "Application", "chrome.exe"),
  ),
};

function findInstalled(): string | null {
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
  const folders = process.platform === "linux" ? (process.env.PATH ?? "").split(delimiter) : [];
  const places = [
    ...(PLACES[process.platform] ?? []),
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  return places.find((place) => existsSync(place)) ?? null;
}
