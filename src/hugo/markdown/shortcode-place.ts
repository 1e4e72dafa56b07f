// What stands in Markdown for a shortcode until its output is put in: Hugo's own word, because it shows in ids.

export const PLACE_BEGINS = "HAHAHUGOSHORTCODE";

/** Of a shortcode by the depth of Markdown in Markdown and its number, or of a note by its number. */
export const PLACE = /HAHAHUGOSHORTCODE(?:\d+s|n)\d+HBHB/g;

export const placeOf = (depth: number, nth: number): string => `${PLACE_BEGINS}${depth}s${nth}HBHB`;
export const placeOfNote = (nth: number): string => `${PLACE_BEGINS}n${nth}HBHB`;
