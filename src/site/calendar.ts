// How a language writes dates: the names of months and days, and the order of what Hugo calls `:date_long`. As the
// Unicode locale data has them, so that dates read as Hugo's do; what is not written down here the platform is asked. Of
// languages that it does not know, written-calendar.ts has them.

/** `full long medium short`, as in Hugo's `:date_long`. */
export type DateStyle = "full" | "long" | "medium" | "short";

export interface Calendar {
  /** January first. */
  months: readonly string[];
  monthsShort: readonly string[];
  /** Sunday first. */
  days: readonly string[];
  daysShort: readonly string[];
  /** Go layouts. */
  date: { readonly [style in DateStyle]: string };
  time: { readonly [style in DateStyle]: string };
}

/** Hours to 24, as nearly everywhere. */
export const TIME_24: Calendar["time"] = {
  full: "15:04:05 MST",
  long: "15:04:05 MST",
  medium: "15:04:05",
  short: "15:04",
};

const words = (list: string): string[] => list.split(" ");

/** The months of languages that count them. */
const numbered = (after: string, before = ""): string[] =>
  Array.from({ length: 12 }, (_, index) => `${before}${index + 1}${after}`);

const de: Calendar = {
  months: words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
  monthsShort: words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
  days: words("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"),
  daysShort: words("So. Mo. Di. Mi. Do. Fr. Sa."),
  date: {
    full: "Monday, 2. January 2006",
    long: "2. January 2006",
    medium: "02.01.2006",
    short: "02.01.06",
  },
  time: TIME_24,
};

const en: Calendar = {
  months: words("January February March April May June July August September October November December"),
  monthsShort: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  days: words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
  daysShort: words("Sun Mon Tue Wed Thu Fri Sat"),
  date: {
    full: "Monday, January 2, 2006",
    long: "January 2, 2006",
    medium: "Jan 2, 2006",
    short: "1/2/06",
  },
  time: { full: "3:04:05 pm MST", long: "3:04:05 pm MST", medium: "3:04:05 pm", short: "3:04 pm" },
};

const es: Calendar = {
  months: words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
  monthsShort: words("ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic."),
  days: words("domingo lunes martes miércoles jueves viernes sábado"),
  daysShort: words("dom. lun. mar. mié. jue. vie. sáb."),
  date: {
    full: "Monday, 2 de January de 2006",
    long: "2 de January de 2006",
    medium: "2 Jan 2006",
    short: "2/1/06",
  },
  time: TIME_24,
};

const fr: Calendar = {
  months: words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
  monthsShort: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
  days: words("dimanche lundi mardi mercredi jeudi vendredi samedi"),
  daysShort: words("dim. lun. mar. mer. jeu. ven. sam."),
  date: {
    full: "Monday 2 January 2006",
    long: "2 January 2006",
    medium: "2 Jan 2006",
    short: "02/01/2006",
  },
  time: TIME_24,
};

const ja: Calendar = {
  months: numbered("月"),
  monthsShort: numbered("月"),
  days: words("日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日"),
  daysShort: words("日 月 火 水 木 金 土"),
  date: { full: "2006年1月2日Monday", long: "2006年1月2日", medium: "2006/01/02", short: "2006/01/02" },
  time: TIME_24,
};

const ko: Calendar = {
  months: numbered("월"),
  monthsShort: numbered("월"),
  days: words("일요일 월요일 화요일 수요일 목요일 금요일 토요일"),
  daysShort: words("일 월 화 수 목 금 토"),
  date: {
    full: "2006년 1월 2일 Monday",
    long: "2006년 1월 2일",
    medium: "2006. 1. 2.",
    short: "06. 1. 2.",
  },
  time: TIME_24,
};

const vi: Calendar = {
  months: numbered("", "tháng "),
  monthsShort: numbered("", "thg "),
  days: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
  daysShort: ["CN", "Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7"],
  date: {
    full: "Monday, 2 January, 2006",
    long: "2 January, 2006",
    medium: "2 Jan, 2006",
    short: "02/01/2006",
  },
  time: TIME_24,
};

const zh: Calendar = {
  months: words("一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"),
  monthsShort: numbered("月"),
  days: words("星期日 星期一 星期二 星期三 星期四 星期五 星期六"),
  daysShort: words("周日 周一 周二 周三 周四 周五 周六"),
  date: { full: "2006年1月2日Monday", long: "2006年1月2日", medium: "2006年1月2日", short: "2006/1/2" },
  time: TIME_24,
};

const OWN: { [language: string]: Calendar } = { de, en, es, fr, ja, ko, vi, zh };

/** Those whose ways the languages themselves have. */
const REGIONS = new Set(["de-de", "en-us", "es-es", "fr-fr", "ja-jp", "ko-kr", "vi-vn", "zh-cn", "zh-hans"]);

/** `de` of `de` and `de-DE`, `de-at` of `de-AT`. */
export function withoutOwnRegion(code: string): string {
  const tag = code.toLowerCase().replaceAll("_", "-");
  return REGIONS.has(tag) ? (tag.split("-", 1)[0] ?? tag) : tag;
}

/** Asking the platform costs more than a whole page; the codes are the configuration's few. */
const borrowed = new Map<string, Calendar>();

/** Go's own methods know no other language. */
export const ENGLISH = en;

/** Of a language's code: `vi`, `pt-BR`. English for what is none. */
export function calendarFor(code: string): Calendar {
  const tag = withoutOwnRegion(code);
  const known = OWN[tag] ?? borrowed.get(tag);
  if (known !== undefined) return known;
  const made = borrowOrNearest(tag);
  borrowed.set(tag, made);
  return made;
}

function borrowOrNearest(tag: string): Calendar {
  try {
    return borrowCalendar(tag);
  } catch {
    return OWN[tag.split("-", 1)[0] ?? ""] ?? en; // an author's code that names no language
  }
}

function borrowCalendar(tag: string): Calendar {
  const name = (options: Intl.DateTimeFormatOptions, date: number): string =>
    new Intl.DateTimeFormat(tag, { timeZone: "UTC", calendar: "gregory", ...options }).format(date);
  const months = (month: "long" | "short") =>
    Array.from({ length: 12 }, (_, index) => monthOf(tag, month, Date.UTC(2006, index, 2)));
  const days = (weekday: "long" | "short") =>
    Array.from({ length: 7 }, (_, index) => name({ weekday }, Date.UTC(2006, 0, 1 + index)));
  return {
    months: months("long"),
    monthsShort: months("short"),
    days: days("long"),
    daysShort: days("short"),
    date: {
      full: layoutOf(tag, { dateStyle: "full" }),
      long: layoutOf(tag, { dateStyle: "long" }),
      medium: layoutOf(tag, { dateStyle: "medium" }),
      short: layoutOf(tag, { dateStyle: "short" }),
    },
    time: TIME_24,
  };
}

/** As it is written beside a day: `marca`, where the month alone is `marzec`. */
function monthOf(tag: string, month: "long" | "short", date: number): string {
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    calendar: "gregory",
    day: "numeric",
    month,
  });
  return format.formatToParts(date).find(({ type }) => type === "month")?.value ?? "";
}

/** The locale's own order and words as a Go layout, read off what it makes of Go's reference day. */
function layoutOf(tag: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
    ...options,
  });
  return format
    .formatToParts(Date.UTC(2006, 0, 2))
    .map(({ type, value }) => {
      if (type === "year") return value.length === 2 ? "06" : "2006";
      if (type === "day") return value.length === 2 ? "02" : "2";
      if (type === "weekday") return options.dateStyle === "full" ? "Monday" : "Mon";
      // Hugo's data is older than the unbreakable blanks in the platform's: `2006 г.`.
      if (type !== "month") return value.replace(/[\u00a0\u202f]/g, " ");
      if (/^\d+$/.test(value)) return value.length === 2 ? "01" : "1";
      return options.dateStyle === "medium" ? "Jan" : "January";
    })
    .join("");
}
