// Punjabi. Its plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const pa: Settings["strings"] = {
  prev_page: "ਪਿਛਲਾ",
  next_page: "ਅਗਲਾ",
  read_time: "{{ .Count }} ਮਿੰਟ",
  words: "{{ .Count }} ਸ਼ਬਦ",
  toc: "ਤਤਕਰਾ",
  translations: "ਅਨੁਵਾਦ",
  home: "ਮੁੱਖ ਪੰਨਾ",
  edit_post: "ਸੋਧੋ",
  code_copy: "ਕਾਪੀ ਕਰੋ",
  code_copied: "ਕਾਪੀ ਹੋ ਗਿਆ!",
  skip_link: "ਸਮੱਗਰੀ ਉੱਤੇ ਜਾਓ",
  menu: "ਮੇਨੂ",
  breadcrumbs: "ਟਿਕਾਣਾ",
  pagination: "ਪੰਨੇ",
  languages: "ਭਾਸ਼ਾਵਾਂ",
  tags: "ਟੈਗ",
  share: "ਸਾਂਝਾ ਕਰੋ",
  canonical: "ਪਹਿਲਾ ਪ੍ਰਕਾਸ਼ਨ:",
  theme_toggle: "ਹਲਕਾ ਜਾਂ ਗੂੜ੍ਹਾ",
  scroll_top: "ਉੱਪਰ ਜਾਓ",
  show_comments: "ਟਿੱਪਣੀਆਂ ਵਿਖਾਓ",
  series: "ਲੜੀ",
  not_found: "ਪੰਨਾ ਨਹੀਂ ਲੱਭਿਆ",
  not_found_hint: "ਇਸ ਪਤੇ ਉੱਤੇ ਕੁਝ ਵੀ ਪ੍ਰਕਾਸ਼ਿਤ ਨਹੀਂ ਹੈ। ਹੋ ਸਕਦਾ ਹੈ ਕਿ ਪੰਨਾ ਕਿਤੇ ਹੋਰ ਚਲਾ ਗਿਆ ਹੋਵੇ, ਜਾਂ ਕਦੇ ਸੀ ਹੀ ਨਹੀਂ।",
  search: "ਖੋਜੋ",
  search_none: "ਕੁਝ ਨਹੀਂ ਲੱਭਿਆ।",
  search_hint: "ਘੱਟ ਜਾਂ ਹੋਰ ਸ਼ਬਦਾਂ ਨਾਲ ਕੋਸ਼ਿਸ਼ ਕਰੋ। ਪੁੱਠੇ ਕਾਮਿਆਂ ਵਿਚਲੇ ਸ਼ਬਦ ਨਾਲ-ਨਾਲ ਹੋਣੇ ਚਾਹੀਦੇ ਹਨ।",
};
