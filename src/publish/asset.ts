// Where files in assets/ are served: `assets/img/a.png` at `/img/a.png`, by whoever prints that address.

import { PRECEDENCE, type Route } from "../site/contribution.ts";

export const assetUrl = (file: string): string => file.slice("assets".length);

export const assetRoute = (url: string, file = `assets${url}`): Route => [url, PRECEDENCE.file, "file", file];
