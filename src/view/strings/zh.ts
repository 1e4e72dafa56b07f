// Chinese, in simplified characters.

import type { Language } from "./language.ts";

export const zh: Language = {
  phrases: {
    prev_page: "上一页",
    next_page: "下一页",
    read_time: "{{ .Count }} 分钟",
    words: "{{ .Count }} 字",
    toc: "目录",
    translations: "语言",
    home: "主页",
    edit_post: "编辑",
    code_copy: "复制",
    code_copied: "已复制！",
    skip_link: "跳到正文",
    menu: "菜单",
    breadcrumbs: "当前位置",
    pagination: "分页",
    languages: "语言",
    tags: "标签",
    share: "分享",
    canonical: "原文发表于",
    theme_toggle: "浅色或深色",
    scroll_top: "回到顶部",
    show_comments: "显示评论",
    series: "系列",
    not_found: "页面不存在",
    not_found_hint: "这个地址没有内容。页面可能已经移走，也可能从未有过。",
    search: "搜索",
    search_none: "没有找到结果。",
    search_hint: "试试更少或其他的词。引号中的词必须相连。",
  },
  plural: () => "other",
};
