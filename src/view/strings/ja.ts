// Japanese.

import type { Language } from "./language.ts";

export const ja: Language = {
  phrases: {
    prev_page: "前へ",
    next_page: "次へ",
    read_time: "{{ .Count }} 分",
    words: "{{ .Count }} 文字",
    toc: "目次",
    translations: "言語",
    home: "ホーム",
    edit_post: "編集",
    code_copy: "コピー",
    code_copied: "コピーされました!",
    skip_link: "本文へ",
    menu: "メニュー",
    breadcrumbs: "現在地",
    pagination: "ページ送り",
    languages: "言語",
    tags: "タグ",
    share: "共有",
    canonical: "初出",
    theme_toggle: "ライトまたはダーク",
    scroll_top: "ページの先頭へ",
    show_comments: "コメントを表示",
    series: "連載",
    not_found: "ページが見つかりません",
    not_found_hint: "このアドレスには何も公開されていません。移動したか、もともと存在しないページです。",
    search: "検索",
    search_none: "見つかりませんでした。",
    search_hint: "語を減らすか、別の語でお試しください。引用符の中の語は続けて現れる必要があります。",
  },
  plural: () => "other",
};
