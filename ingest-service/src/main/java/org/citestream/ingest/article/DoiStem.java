package org.citestream.ingest.article;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The beginning of many DOIs, left where the rest got lost: {@code 10.1371/journal}, {@code 10.1016/j}. Taken for a DOI it
 * would hold several works. Stateless.
 */
final class DoiStem {
    /** Registrants of journals all of whose DOIs hold a number. */
    private static final Set<String> NUMBERING = Set.of(
            "10.1001",
            "10.1002",
            "10.1006",
            "10.1007",
            "10.1016",
            "10.1017",
            "10.1021",
            "10.1023",
            "10.1029",
            "10.1034",
            "10.1037",
            "10.1038",
            "10.1039",
            "10.1042",
            "10.1046",
            "10.1053",
            "10.1056",
            "10.1063",
            "10.1067",
            "10.1073",
            "10.1074",
            "10.1080",
            "10.1081",
            "10.1083",
            "10.1084",
            "10.1086",
            "10.1088",
            "10.1089",
            "10.1090",
            "10.1091",
            "10.1093",
            "10.1096",
            "10.1097",
            "10.1098",
            "10.1099",
            "10.1101",
            "10.1103",
            "10.1104",
            "10.1105",
            "10.1109",
            "10.1110",
            "10.1111",
            "10.1113",
            "10.1115",
            "10.1116",
            "10.1117",
            "10.1121",
            "10.1124",
            "10.1126",
            "10.1128",
            "10.1130",
            "10.1134",
            "10.1136",
            "10.1137",
            "10.1140",
            "10.1142",
            "10.1145",
            "10.1146",
            "10.1148",
            "10.1152",
            "10.1155",
            "10.1158",
            "10.1159",
            "10.1161",
            "10.1162",
            "10.1164",
            "10.1172",
            "10.1175",
            "10.1177",
            "10.1182",
            "10.1183",
            "10.1186",
            "10.1193",
            "10.1200",
            "10.1210",
            "10.1212",
            "10.1214",
            "10.1242",
            "10.1249",
            "10.1257",
            "10.1261",
            "10.1287",
            "10.1289",
            "10.1300",
            "10.1364",
            "10.1371",
            "10.1377",
            "10.1503",
            "10.1513",
            "10.1523",
            "10.1525",
            "10.1534",
            "10.1542",
            "10.1590",
            "10.1600",
            "10.1634",
            "10.1641",
            "10.1785",
            "10.2105",
            "10.2106",
            "10.2174",
            "10.2196",
            "10.2307",
            "10.2337",
            "10.2471",
            "10.2527",
            "10.3138",
            "10.3168",
            "10.3174",
            "10.3201",
            "10.3324",
            "10.3354",
            "10.3389",
            "10.3390",
            "10.3758",
            "10.3791",
            "10.3897",
            "10.4049",
            "10.4103",
            "10.4161",
            "10.5194",
            "10.5195",
            "10.5281",
            "10.5465",
            "10.5751",
            "10.6084",
            "10.7150",
            "10.7554",
            "10.7717",
            "10.12688",
            "10.14348",
            "10.13039",
            "10.18637",
            "10.21105",
            "10.21203",
            "10.48550");

    private static final int ISSN_LENGTH = 9;

    /** No cut suffix is longer. */
    private static final int LONGEST_CUT = 40;

    /** Suffixes that no single work has. */
    private static final Set<String> COMMON = Set.of(
            "j",
            "journal",
            "article",
            "s",
            "b",
            "doi",
            "pdf",
            "full",
            "abstract",
            "dryad",
            "osf.io",
            "dl",
            "m9.figshare");

    /**
     * What is too short for any DOI of a registrant whose forms are known, by registrant: the ISSN of a journal
     * ({@code 10.1080/02699931}), a number that ends too early ({@code 10.1007/s1201}), the year of a volume.
     */
    private static final Map<String, Pattern> CUT = Map.ofEntries(
            Map.entry(
                    "10.1007",
                    Pattern.compile("s\\d{1,11}|s\\d{5}(?:-\\d{1,3}){1,2}-?|s\\d{5}-\\d{3}-\\d{4}|978-[\\d-]*-")),
            Map.entry(
                    "10.1186",
                    Pattern.compile("s\\d{1,5}|s\\d{5}(?:-\\d{1,3}){1,2}-?|s\\d{5}-\\d{3}-\\d{4}|\\d{4}-\\d{4}")),
            Map.entry(
                    "10.1016",
                    Pattern.compile("s?\\d{4}-?\\d{3}[\\dx]|j\\.[a-z]+\\.\\d{4}|j\\.[a-z]+\\.\\d{4}\\.\\d\\d")),
            Map.entry("10.1037", Pattern.compile("/?\\d{4}(?:-\\d{3}[\\dx](?:\\.\\d+){0,2})?|a\\d{1,6}")),
            Map.entry("10.1046", Pattern.compile("j\\.\\d{4}(?:-\\d{3}[\\dx])?(?:\\.\\d{4})?")),
            Map.entry("10.1111", Pattern.compile("j\\.\\d{4}(?:-\\d{3}[\\dx])?(?:\\.\\d{4})?")),
            Map.entry("10.1080", Pattern.compile("\\d{7}[\\dx](?:\\.\\d{4})?")),
            Map.entry("10.1105", Pattern.compile("tpc\\.\\d{3}\\.\\d{1,5}")),
            Map.entry("10.1146", Pattern.compile("annurev\\.[a-z]+\\.\\d{1,3}\\.\\d{6}|annurev-[a-z]+-\\d{6}")),
            Map.entry("10.1177", Pattern.compile("\\d{1,8}")),
            Map.entry("10.1371", Pattern.compile("journal\\.p[a-z]{3}\\.(?:\\d{1,6}|\\d{8})")),
            Map.entry("10.3389", Pattern.compile("[a-z]+\\.\\d{4}")));

    private DoiStem() {}

    /** Whether this is the beginning of DOIs rather than one. */
    static boolean is(String doi) {
        int slash = doi.indexOf('/');
        if (slash < 0 || slash + 1 == doi.length()) {
            return true;
        }
        for (int i = slash + 1; i < doi.length(); i++) {
            if (Character.isDigit(doi.charAt(i))) {
                return isCut(doi, slash);
            }
        }
        String small = doi.toLowerCase(Locale.ROOT);
        return NUMBERING.contains(small.substring(0, slash))
                || COMMON.contains(small.substring(slash + 1).replace("/", ""));
    }

    /** Whether nothing but an ISSN with its check digit stands here. */
    private static boolean isIssn(String doi, int from) {
        if (doi.length() - from != ISSN_LENGTH || doi.charAt(from + 4) != '-') {
            return false;
        }
        int sum = 0;
        int weight = 8;
        for (int i = from; i < doi.length(); i++) {
            int digit = Character.digit(doi.charAt(i), 10);
            boolean check = weight == 1 && Character.toLowerCase(doi.charAt(i)) == 'x';
            if (i != from + 4 && digit < 0 && !check) {
                return false;
            }
            sum += i == from + 4 ? 0 : weight * (check ? 10 : digit);
            weight -= i == from + 4 ? 0 : 1;
        }
        return sum % 11 == 0;
    }

    /** Whether a suffix with numbers is a journal's ISSN, or shorter than any that its registrant gives. */
    private static boolean isCut(String doi, int slash) {
        if (isIssn(doi, slash + 1)) {
            return true;
        }
        Pattern cut = CUT.get(doi.substring(0, slash));
        return cut != null
                && doi.length() - slash <= LONGEST_CUT
                && cut.matcher(doi.substring(slash + 1).toLowerCase(Locale.ROOT))
                        .matches();
    }
}
