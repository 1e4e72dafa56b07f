// Chinese, in traditional characters, with the words of Taiwan.

import type { Language } from "./language.ts";

export const zhHant: Language["phrases"] = {
  prev_page: "上一頁",
  next_page: "下一頁",
  read_time: "{{ .Count }} 分鐘",
  words: "{{ .Count }} 字",
  toc: "目錄",
  translations: "語言",
  home: "首頁",
  edit_post: "編輯",
  code_copy: "複製",
  code_copied: "已複製！",
  skip_link: "跳到正文",
  menu: "選單",
  breadcrumbs: "目前位置",
  pagination: "分頁",
  languages: "語言",
  tags: "標籤",
  share: "分享",
  canonical: "原文發表於",
  theme_toggle: "淺色或深色",
  scroll_top: "回到頂端",
  show_comments: "顯示留言",
  series: "系列",
  not_found: "找不到頁面",
  not_found_hint: "這個網址沒有內容。頁面可能已經移走，也可能從未有過。",
  search: "搜尋",
  search_none: "沒有找到結果。",
  search_hint: "試試更少或其他的詞。引號中的詞必須相連。",
};
