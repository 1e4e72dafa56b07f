// A page's last commit, as a template sees it that has none: a blog's files come here without their history.

import { GoObject, type Value } from "../value.ts";
import { GoTime } from "./time.ts";

export class GitInfo extends GoObject {
  readonly typeName = "*source.GitInfo";

  member(name: string): Value | undefined {
    switch (name) {
      case "Hash":
      case "AbbreviatedHash":
      case "Subject":
      case "Body":
      case "AuthorName":
      case "AuthorEmail":
        return "";
      case "AuthorDate":
      case "CommitDate":
        return new GoTime(null);
    }
    return undefined;
  }

  print(): string {
    return "<nil>";
  }

  override truth(): boolean {
    return false;
  }
}
