package org.citestream.classify.section;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts a statement into one of five sections: by the publisher's {@code sec-type}, else by its own heading, else by the
 * nearest heading above that tells, from the inside out. "Results and Discussion" is results, conclusions are
 * discussion. Knows the usual words in English, Portuguese, Spanish, French and German. Pure; safe for several threads.
 */
public final class SectionRules {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final List<String> INTRODUCTION = List.of(
            " introduction",
            " background",
            " introducao ",
            " introduccion ",
            " einleitung ",
            " einfuhrung ",
            " preamble ",
            " motivation ",
            " objective",
            " aims ",
            " aim ",
            " state of the art ",
            " related work",
            " literature review",
            " previous work",
            " prior work",
            " review of literature ",
            " research question",
            " theoretical framework ",
            " conceptual framework ",
            " hypotheses ",
            " rationale ");
    private static final List<String> RESULTS = List.of(
            " result ",
            " results ",
            " resultados ",
            " resultado ",
            " resultats ",
            " ergebnisse ",
            " findings ",
            " finding ",
            " outcomes of ",
            " observations ",
            " evaluation results ");
    private static final List<String> METHODS = List.of(
            " method",
            " metodo",
            " metodologia ",
            " methodik ",
            " material ",
            " materials ",
            " materiais ",
            " procedure",
            " experimental ",
            " experiment ",
            " experiments ",
            " statistical analys",
            " statistics ",
            " data analysis ",
            " data analyses ",
            " data collection ",
            " study design ",
            " study population ",
            " participants ",
            " subjects ",
            " patients and ",
            " patients ",
            " sample preparation ",
            " sampling ",
            " protocol",
            " data sources ",
            " data source ",
            " search strategy ",
            " inclusion criteria ",
            " eligibility criteria ",
            " exclusion criteria ",
            " measures ",
            " measurements ",
            " instruments ",
            " ethic",
            " reagents ",
            " chemicals ",
            " cell culture",
            " cell lines ",
            " animals ",
            " implementation ",
            " simulation setup ",
            " study area ",
            " study site",
            " datasets ",
            " data set",
            " intervention ",
            " randomization ",
            " randomisation ",
            " outcome measures ",
            " western blot",
            " immunohisto",
            " pcr ",
            " elisa ",
            " extraction ",
            " isolation of ",
            " preparation of ",
            " synthesis of ",
            " purification ",
            " approach ",
            " model description ",
            " model development ",
            " numerical model ");
    private static final List<String> DISCUSSION = List.of(
            " discussion",
            " discussao ",
            " discussoes ",
            " discusion ",
            " diskussion ",
            " conclusion",
            " conclusao ",
            " conclusoes ",
            " consideracoes ",
            " consideraciones ",
            " comentarios finales ",
            " schlussfolgerung",
            " concluding ",
            " limitation",
            " implication",
            " outlook ",
            " future work ",
            " future research ",
            " future directions ",
            " strengths and ",
            " summary ",
            " perspectives ",
            " comparison with ",
            " interpretation ",
            " recommendations ");
    private static final List<String> OTHER = List.of(
            " supplementa",
            " supporting information ",
            " appendix",
            " acknowledg",
            " author contribution",
            " authors contribution",
            " conflict of interest",
            " conflicts of interest ",
            " competing interest",
            " funding",
            " data availability ",
            " availability of data ",
            " abbreviations ",
            " references ",
            " additional file",
            " additional information ",
            " declaration",
            " consent ",
            " publisher s note ",
            " disclosure",
            " credit author",
            " abstract ",
            " glossary ",
            " notes ",
            " pre publication history ");

    /**
     * The section, or nothing where neither type nor headings tell.
     *
     * @param secType as the publisher wrote it
     * @param headingPath raw headings, outermost first
     */
    public Optional<Section> section(Optional<String> secType, List<String> headingPath) {
        Optional<Section> byType = secType.flatMap(SectionRules::bySecType);
        if (byType.isPresent()) {
            return byType;
        }
        for (int i = headingPath.size() - 1; i >= 0; i--) {
            Optional<Section> section = byHeading(headingPath.get(i));
            if (section.isPresent()) {
                return section;
            }
        }
        return Optional.empty();
    }

    private static Optional<Section> bySecType(String secType) {
        String type = plain(secType);
        if (type.contains(" result") || type.contains(" findings ")) {
            return Optional.of(Section.RESULTS);
        }
        if (type.contains(" method") || type.contains(" material") || type.contains(" subjects ")) {
            return type.contains(" supplementary ") ? Optional.of(Section.OTHER) : Optional.of(Section.METHODS);
        }
        if (type.contains(" intro") || type.contains(" background ")) {
            return Optional.of(Section.INTRODUCTION);
        }
        if (type.contains(" discussion") || type.contains(" conclusion")) {
            return Optional.of(Section.DISCUSSION);
        }
        if (type.contains(" supplement")
                || type.contains(" coi statement ")
                || type.contains(" funding ")
                || type.contains(" display objects ")) {
            return Optional.of(Section.OTHER);
        }
        return Optional.empty();
    }

    /** By the words of one heading alone. */
    public static Optional<Section> byHeading(String raw) {
        String heading = plain(raw);
        if (has(heading, OTHER)) {
            return Optional.of(Section.OTHER);
        }
        // A combined heading counts as results, wherever the word stands in it.
        if (has(heading, RESULTS)) {
            return Optional.of(Section.RESULTS);
        }
        if (has(heading, DISCUSSION)) {
            return Optional.of(Section.DISCUSSION);
        }
        if (has(heading, INTRODUCTION)) {
            return Optional.of(Section.INTRODUCTION);
        }
        return has(heading, METHODS) ? Optional.of(Section.METHODS) : Optional.empty();
    }

    /** Lower case, without accents, numbers and punctuation, between blanks. */
    private static String plain(String raw) {
        String letters = MARKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return " " + NOT_LETTERS.matcher(letters).replaceAll(" ").strip() + " ";
    }

    private static boolean has(String heading, List<String> words) {
        for (String word : words) {
            if (heading.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
