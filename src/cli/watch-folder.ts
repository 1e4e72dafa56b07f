// Notices that something in a site's folder was saved. Says only that, not what: whoever is told looks
// at the folder again, so an event too many costs little and a lost one is mended by the next.

import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { isSitePath } from "../site/change-set.ts";

/** Between the last event of a save and the call: editors write in several steps. */
const QUIET_MS = 50;

/** Where the system lends no watcher (too many, a network disk), the folder is looked at this often. */
const POLL_MS = 700;

export function watchFolder(folder: string, onSave: () => void): void {
  const watchers = new Map<string, FSWatcher>();
  let quiet: NodeJS.Timeout | undefined;
  const saved = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      watchNewFolders();
      onSave();
    }, QUIET_MS);
  };

  function watchOne(path: string, recursive: boolean): void {
    try {
      const watcher = watch(path, { recursive }, (event, name) => {
        // A folder that went or came back under the same name is another one than its watcher knows.
        if (!recursive && event === "rename" && name !== null) forget(join(folder, name));
        if (recursive || name === null || isSitePath(name) || isSitePath(`${name}/`)) saved();
      });
      watcher.on("error", () => forget(path));
      watchers.set(path, watcher);
    } catch {
      setInterval(onSave, POLL_MS);
    }
  }

  function forget(path: string): void {
    watchers.get(path)?.close();
    watchers.delete(path);
  }

  // Folders of the site alone, each by itself: beside them may lie node_modules.
  function watchNewFolders(): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && isSitePath(`${entry.name}/`) && !watchers.has(path)) watchOne(path, true);
    }
  }

  watchOne(folder, false);
  watchNewFolders();
}
