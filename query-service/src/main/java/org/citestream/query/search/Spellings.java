package org.citestream.query.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The British and the American spelling of an English word, by rules for the parts in which they differ. A rule may
 * produce a word that nobody writes (acadaemia), which finds nothing; none produces a different word (hour, hor).
 * Stateless.
 */
final class Spellings {
    private static final int SHORTEST = 4;

    private static final String OUR =
            "(?<=behavi|col|tum|fav|flav|lab|harb|hum|neighb|od|rum|sav|vap|vig|hon|endeav|arm|rig|splend)";
    private static final String ENDING = "(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)";
    private static final String EL = "(?<=mod|lab|trav|canc|tunn|chann|lev|couns|fu|du|pan)";
    private static final String AL = "(?<=sign|equ|di|tot|ped)";
    private static final String DOUBLED = "(?=ed$|ing$|er$|ers$|or$|ors$)";

    /** A part of a word in one spelling and its replacement in the other, in both directions. */
    private record SpellingRule(Pattern british, Pattern american, String inBritish, String inAmerican) {}

    /** What is replaced wherever it stands in a word. */
    private static final String ANYWHERE = """
            anaesth anesth
            gynaec gynec
            aetiol etiol
            palaeo paleo
            caesar cesar
            oedem edem
            rrhoe rrhe
            oesoph esoph
            coeliac celiac
            homoeo homeo
            amoeb ameb
            manoeuvr maneuver
            sulph sulf
            leuco leuko
            ageing aging
            judgement judgment
            sceptic skeptic
            aluminium aluminum
            mould mold
            """;

    /** What is replaced in its place only. */
    private static final List<SpellingRule> PARTS = List.of(
            part(OUR + "our", "our", OUR + "or", "or"),
            part("(?<=..i)s" + ENDING, "s", "(?<=..i)z" + ENDING, "z"),
            part("(?<=ly)s" + ENDING, "s", "(?<=ly)z" + ENDING, "z"),
            part("haem", "haem", "hem(?=[aio])", "hem"),
            part("aemi(?=[ac])", "aemi", "emi(?=[ac])", "emi"),
            part("paed(?=i)", "paed", "ped(?=i)", "ped"),
            part("faec", "faec", "fec(?=al|es)", "fec"),
            part("oestr", "oestr", "^estr(?=[aiou])", "estr"),
            part("foet", "foet", "^fet(?=al|us)", "fet"),
            part(
                    "(?<=cent|fib|lit|met|calib|spect)re(?=s?$)",
                    "re",
                    "(?<=cent|fib|lit|met|calib|spect)er(?=s?$)",
                    "er"),
            part("(?<=cent)red$", "red", "(?<=cent)ered$", "ered"),
            part(EL + "ell" + DOUBLED, "ell", EL + "el" + DOUBLED, "el"),
            part(AL + "all" + DOUBLED, "all", AL + "al" + DOUBLED, "al"),
            part("(?<=[lt])ogue(?=s?$)", "ogue", "(?<=catal|dial|anal|epil|homol)og(?=s?$)", "og"),
            part("(?<=def|off|lic|pret)ence(?=s?$)", "ence", "(?<=def|off|lic|pret)ense(?=s?$)", "ense"),
            part("programme(?=s?$)", "programme", "program(?=s?$)", "program"),
            part("fulfil(?!l)", "fulfil", "fulfill", "fulfill"),
            part("^grey", "grey", "^gray", "gray"));

    private static final List<SpellingRule> RULES = Stream.concat(
                    PARTS.stream(), ANYWHERE.lines().map(Spellings::anywhere))
            .toList();

    private Spellings() {}

    private static SpellingRule anywhere(String both) {
        String[] words = both.split(" ", 2);
        return part(words[0], words[0], words[1], words[1]);
    }

    private static SpellingRule part(String british, String inBritish, String american, String inAmerican) {
        return new SpellingRule(Pattern.compile(british), Pattern.compile(american), inBritish, inAmerican);
    }

    /** The word as written, then its other spellings. */
    static Set<String> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() < SHORTEST || !lower.chars().allMatch(Character::isLetter)) {
            return Set.of(word);
        }
        Set<String> spellings = new LinkedHashSet<>(Set.of(word));
        RULES.stream()
                .flatMap(part -> Stream.of(
                        replaced(part.british.matcher(lower), part.inAmerican),
                        replaced(part.american.matcher(lower), part.inBritish)))
                .filter(spelling -> !spelling.equals(lower))
                .forEach(spellings::add);
        return spellings;
    }

    private static String replaced(Matcher found, String instead) {
        return found.replaceFirst(instead);
    }
}
