// The author's API, version 1: which address takes which method. Loaded at its first use, so that
// readers never pay for the write path; who may come this far, app.ts has asked already.

import { Hono } from "hono";
import { problemResponse } from "../http/problem.ts";
import type { HealthReader } from "../site/health.ts";
import { answerJson } from "./api/answer.ts";
import { putBlob } from "./api/blob.ts";
import { applyChanges } from "./api/change.ts";
import { deleteFile, listFiles, putFile, readFile } from "./api/file.ts";
import { addPicture } from "./api/media.ts";
import { createPost, deletePost, listPosts, type PostPorts, patchPost, readPost } from "./api/post.ts";
import { dropIndex, type IndexPorts, indexMore } from "./api/search-index.ts";

export interface ApiPorts extends PostPorts, IndexPorts {
  health: HealthReader;
}

export const api = new Hono<{ Bindings: ApiPorts }>()
  .basePath("/api/v1")
  .get("/posts", (c) => listPosts(c.req.raw, c.env))
  .post("/posts", (c) => createPost(c.req.raw, c.env))
  .all("/posts", () => methodNotAllowed("GET, HEAD, POST"))
  .get("/posts/:path{.+}", (c) => readPost(c.req.raw, c.req.param("path"), c.env))
  .patch("/posts/:path{.+}", (c) => patchPost(c.req.raw, c.req.param("path"), c.env))
  .delete("/posts/:path{.+}", (c) => deletePost(c.req.raw, c.req.param("path"), c.env))
  .all("/posts/:path{.+}", () => methodNotAllowed("GET, HEAD, PATCH, DELETE"))
  .post("/media", (c) => addPicture(c.req.raw, c.env))
  .all("/media", () => methodNotAllowed("POST"))
  .get("/files", (c) => listFiles(c.req.raw, c.env))
  .all("/files", () => methodNotAllowed("GET, HEAD"))
  .get("/files/:path{.+}", (c) => readFile(c.req.raw, c.req.param("path"), c.env))
  .put("/files/:path{.+}", (c) => putFile(c.req.raw, c.req.param("path"), c.env))
  .delete("/files/:path{.+}", (c) => deleteFile(c.req.raw, c.req.param("path"), c.env))
  .all("/files/:path{.+}", () => methodNotAllowed("GET, HEAD, PUT, DELETE"))
  .put("/blobs/:sha256", (c) => putBlob(c.req.raw, c.req.param("sha256"), c.env.files))
  .all("/blobs/:sha256", () => methodNotAllowed("PUT"))
  .get("/health", async (c) => answerJson(await c.env.health.read()))
  .all("/health", () => methodNotAllowed("GET, HEAD"))
  .post("/changes", (c) => applyChanges(c.req.raw, c.env))
  .all("/changes", () => methodNotAllowed("POST"))
  .post("/search-index", (c) => indexMore(c.env))
  .delete("/search-index", (c) => dropIndex(c.env))
  .all("/search-index", () => methodNotAllowed("POST, DELETE"))
  // Broken is broken for readers and authors alike: app.ts has the last word.
  .onError((error) => {
    throw error;
  })
  .notFound((c) =>
    problemResponse([
      { code: "not-found", message: `${c.req.path} is no address of this API; docs/API.md lists them` },
    ]),
  );

function methodNotAllowed(allow: string): Response {
  const message = `This address takes ${allow}`;
  return problemResponse([{ code: "method-not-allowed", message }], {}, { allow });
}
