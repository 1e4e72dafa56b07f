// Bengali. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const bn: Settings["strings"] = {
  prev_page: "পূর্ববর্তী",
  next_page: "পরবর্তী",
  read_time: "{{ .Count }} মিনিট",
  words: "{{ .Count }} টি শব্দ",
  toc: "সূচিপত্র",
  translations: "অনুবাদসমূহ",
  home: "হোম",
  edit_post: "সম্পাদনা করুন",
  code_copy: "কপি করুন",
  code_copied: "কপি হয়েছে!",
  skip_link: "মূল লেখায় যান",
  menu: "মেনু",
  breadcrumbs: "অবস্থান",
  pagination: "পৃষ্ঠাসমূহ",
  languages: "ভাষা",
  tags: "ট্যাগ",
  share: "শেয়ার করুন",
  canonical: "প্রথম প্রকাশ:",
  theme_toggle: "হালকা বা গাঢ় থিম",
  scroll_top: "উপরে ফিরে যান",
  show_comments: "মন্তব্য দেখুন",
  series: "সিরিজ",
  not_found: "পৃষ্ঠা পাওয়া যায়নি",
  not_found_hint: "এই ঠিকানায় কিছু প্রকাশিত হয়নি। পৃষ্ঠাটি হয়তো সরানো হয়েছে, অথবা কখনোই ছিল না।",
  search: "অনুসন্ধান",
  search_none: "কিছু পাওয়া যায়নি।",
  search_hint: "কম শব্দ বা অন্য শব্দ দিয়ে চেষ্টা করুন। উদ্ধৃতিচিহ্নের ভেতরের শব্দগুলো পরপর থাকতে হবে।",
};
