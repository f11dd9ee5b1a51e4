package org.citestream.ingest.statement;

import java.util.Locale;
import java.util.Set;

/** Words whose full stop rarely or never ends a sentence. */
final class Abbreviations {
    /** Something always follows: a number, a name, an explanation. */
    private static final Set<String> NEVER_LAST = Set.of("e.g", "eg", "i.e", "ie", "cf", "vs", "viz", "fig", "figs", "eq", "eqs", "eqn", "eqns", "ref", "refs", "vol", "vols", "pp", "dr", "mr", "mrs", "ms", "prof", "sect", "sects", "chap", "tab", "suppl", "supp", "approx", "ca", "resp", "nos", "hon", "rev", "gen", "col", "lt", "sgt", "messrs", "mme", "mt", "thm", "prop", "def", "lem", "cor", "op", "extd", "abb", "bzw", "vgl", "z.b", "p.ex", "incl", "excl", "cat", "subsp", "ssp");

    /** May well stand last; then a word follows that begins sentences. */
    private static final Set<String> SOMETIMES_LAST = Set.of("al", "etc", "sp", "spp", "inc", "ltd", "co", "corp", "jr", "sr", "st", "no", "nr", "var", "cv", "str", "dept", "univ", "assoc", "bros", "ed", "eds", "edn", "est", "dist", "max", "avg", "temp", "conc", "sec", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.k", "u.s.a", "ph.d", "m.d", "b.sc", "m.sc", "a.m", "p.m", "et", "gov", "dia", "syn", "aff", "nat", "sci", "int", "natl", "acad", "med", "biol", "chem", "phys", "rep", "lett", "proc", "trans", "soc", "appl", "app", "art", "par");

    private static final Set<String> OPENERS = Set.of("the", "this", "these", "that", "those", "there", "they", "their", "then", "thus", "therefore", "to", "it", "its", "in", "if", "is", "indeed", "interestingly", "importantly", "instead", "inhibition", "we", "when", "while", "whereas", "with", "within", "without", "what", "which", "why", "where", "who", "how", "however", "he", "her", "his", "here", "hence", "she", "a", "an", "as", "at", "all", "also", "although", "after", "another", "and", "any", "additionally", "accordingly", "according", "among", "amongst", "alternatively", "are", "because", "before", "both", "but", "by", "based", "besides", "between", "can", "clearly", "compared", "consequently", "consistent", "conversely", "currently", "data", "despite", "did", "do", "does", "due", "during", "each", "early", "even", "evidence", "every", "finally", "first", "firstly", "for", "from", "further", "furthermore", "future", "generally", "given", "i", "later", "like", "likewise", "many", "more", "moreover", "most", "much", "my", "nevertheless", "next", "no", "none", "nonetheless", "nor", "not", "note", "notably", "now", "of", "on", "once", "one", "only", "or", "other", "others", "our", "out", "over", "overall", "particularly", "patients", "perhaps", "previous", "previously", "rather", "recent", "recently", "results", "second", "secondly", "several", "similar", "similarly", "since", "so", "some", "specifically", "studies", "subsequently", "such", "surprisingly", "taken", "than", "third", "through", "together", "two", "three", "under", "unfortunately", "unlike", "until", "up", "upon", "using", "was", "were", "yet", "you", "your", "figure", "table", "unless", "briefly", "cells", "samples", "mice", "o", "os", "la", "los", "las", "el", "en", "die", "der", "das", "le", "les", "il", "um", "uma", "na", "em", "para");

    private Abbreviations() {}

    static boolean neverLast(String word) {
        return NEVER_LAST.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean sometimesLast(String word) {
        return SOMETIMES_LAST.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether sentences often begin with this word. */
    static boolean opensSentence(String word) {
        return OPENERS.contains(word.toLowerCase(Locale.ROOT));
    }
}
