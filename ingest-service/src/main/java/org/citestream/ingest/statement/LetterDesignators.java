package org.citestream.ingest.statement;

import java.util.Set;

/** Single letters that count kinds and are nobody's initial: {@code vitamin C}, {@code hepatitis B}. Stateless. */
final class LetterDesignators {
    private static final Set<String> KINDS = Set.of(
            "vitamin",
            "vitamins",
            "hepatitis",
            "influenza",
            "haemophilia",
            "hemophilia",
            "type",
            "types",
            "subtype",
            "group",
            "groups",
            "subgroup",
            "class",
            "category",
            "grade",
            "stage",
            "phase",
            "panel",
            "panels",
            "part",
            "section",
            "appendix",
            "table",
            "figure",
            "scheme",
            "model",
            "method",
            "protocol",
            "condition",
            "site",
            "zone",
            "region",
            "plate",
            "cluster",
            "clade",
            "arm",
            "cohort",
            "sample",
            "strain",
            "serotype",
            "serogroup",
            "genotype",
            "haplotype",
            "allele",
            "lineage",
            "chain",
            "protein",
            "factor",
            "cytochrome",
            "immunoglobulin",
            "interferon",
            "complex",
            "component",
            "domain",
            "helix",
            "loop",
            "subunit",
            "coenzyme",
            "cyclosporin",
            "cyclosporine",
            "ochratoxin",
            "chlorophyll",
            "cathepsin",
            "lamin",
            "cyclin",
            "lipid",
            "enterotoxin",
            "toxin",
            "botulinum",
            "option",
            "scenario",
            "treatment",
            "variant",
            "version",
            "step",
            "experiment",
            "study",
            "trial",
            "question",
            "item",
            "column",
            "row",
            "point",
            "line",
            "curve",
            "plan",
            "team",
            "area",
            "level",
            "layer",
            "box",
            "parts",
            "amphotericin",
            "polymyxin",
            "ribonuclease",
            "apolipoprotein",
            "surfactant",
            "vitamer",
            "antigen",
            "locus",
            "product",
            "compound",
            "substance",
            "fraction",
            "peak",
            "band",
            "isomer",
            "enantiomer",
            "system",
            "vial");

    private LetterDesignators() {}

    /** Whether the letter here follows a word that is counted by letters, or is Greek, which no name begins with alone. */
    static boolean namesKind(String text, int letter) {
        char c = text.charAt(letter);
        if (c >= 0x370 && c <= 0x3FF) {
            return true;
        }
        if (!Character.isUpperCase(c) || letter < 2 || text.charAt(letter - 1) != ' ') {
            return false;
        }
        int start = letter - 1;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, letter - 1);
        return KINDS.contains(
                Character.isUpperCase(text.charAt(start)) ? word.toLowerCase(java.util.Locale.ROOT) : word);
    }
}
