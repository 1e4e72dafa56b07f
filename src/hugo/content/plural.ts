// The English plural of a folder's name, as Hugo makes it for a section without a title: plurals stay
// as they are, anything unknown gets an `s`.

/** Only the last word is looked at: `deep dive` becomes `deep dives`. */
export function pluralize(name: string): string {
  const word = /[^\s\-_]*$/.exec(name)?.[0] ?? "";
  return word === "" ? name : name.slice(0, name.length - word.length) + pluralOf(word);
}

function pluralOf(word: string): string {
  const lower = word.toLowerCase();
  if (UNCHANGED.has(lower) || PLURALS.has(lower)) return word;
  const irregular = IRREGULAR.get(lower);
  if (irregular) return word === lower ? irregular : irregular.charAt(0).toUpperCase() + irregular.slice(1);
  for (const [singular, plural] of ENDINGS) {
    if (word.endsWith(plural)) return word;
    if (word.endsWith(singular)) return word.slice(0, word.length - singular.length) + plural;
  }
  return lower.endsWith("s") ? word : `${word}s`;
}

const UNCHANGED = new Set(
  `aircraft beef bison blues chassis deer equipment fish graffiti information jeans media money moose news police
  rice salmon series sheep shrimp species swine trout tuna you`.split(/\s+/),
);

const IRREGULAR = new Map<string, string>(
  `ache aches|agenda agendas|alias aliases|appendix appendices|axis axes|base bases|basis bases|cause causes
  |child children|cookie cookies|crisis crises|criterion criteria|curriculum curriculums|focus foci|foot feet
  |formula formulas|goose geese|house houses|human humans|index indices|man men|medium media|mouse mice
  |move moves|movie movies|person people|phenomenon phenomena|potato potatoes|quota quotas|syllabus syllabi
  |thesis theses|tomato tomatoes|tooth teeth|use uses|woman women`
    .split("|")
    .map((pair): [string, string] => {
      const [singular = "", plural = ""] = pair.trim().split(" ");
      return [singular, plural];
    }),
);

const PLURALS = new Set(IRREGULAR.values());

/** In this order; a word with the plural's ending already is left alone. */
const ENDINGS: [singular: string, plural: string][] =
  `tive tives|eaf eaves|oaf oaves|afe aves|arf arves|rfe rves
  |rf rves|lf lves|fe ves|ay ays|ey eys|oy oys|quy quies|uy uys|y ies|eau eaux|ium ia|seum seums|eum ea|dum da|imum ima
  |trum tra|atum ata|entum enta|trix trices|iasis iases|opsis opses|ysis yses|ouse ouses|us uses|ch ches|io ios|sh shes
  |ss sses|ez ezzes|iz izzes|tz tzes|zz zzes|ano anos|lo los|to tos|oo oos|o oes|x xes`
    .split("|")
    .map((pair): [string, string] => {
      const [singular = "", plural = ""] = pair.trim().split(" ");
      return [singular, plural];
    });
