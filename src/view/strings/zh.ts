// Chinese, in simplified characters. Months, days and the order of a date as the Unicode locale data has them, so that dates read as Hugo's do.

import { type Language, numbered, TIME_24, words } from "./language.ts";

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
  calendar: {
    months: words("一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"),
    monthsShort: numbered("月"),
    days: words("星期日 星期一 星期二 星期三 星期四 星期五 星期六"),
    daysShort: words("周日 周一 周二 周三 周四 周五 周六"),
    date: { full: "2006年1月2日Monday", long: "2006年1月2日", medium: "2006年1月2日", short: "2006/1/2" },
    time: TIME_24,
  },
  plural: () => "other",
};
