import assert from "node:assert/strict";
import { test } from "node:test";
import { readResources } from "../../../src/hugo/content/resource.ts";

test("a file's language is cut from its own name alone, in whichever letters it is written", () => {
  const files = ["a.en.d/pic.png", "pic.EN.png"].map((name) => ({
    path: `content/b/${name}`,
    sha256: "",
    mediaType: "image/png",
  }));
  const resources = readResources({
    ...{ folders: ["content/b"], files, fields: [], base: "/b", basePath: "/" },
    ...{ lang: "en", defaultLang: "en", langOf: () => "en", baseIn: () => null },
  });
  assert.deepEqual(
    resources.map(({ plainName }) => plainName),
    ["a.en.d/pic.png", "pic.png"],
  );
});
