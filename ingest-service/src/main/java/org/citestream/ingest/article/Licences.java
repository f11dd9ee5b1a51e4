package org.citestream.ingest.article;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SPDX ids of the licences that articles are published under, read from their address or wording. Stateless. */
public final class Licences {
    private static final Pattern ADDRESS = Pattern.compile(
            "creativecommons\\.org/(?:licen[sc]es/(by(?:-nc)?(?:-nd|-sa)?(?:-nc)?)/(\\d\\.\\d)(?:/([a-z]{2,3})\\b)?|publicdomain/(zero|mark)/\\d\\.\\d)");
    private static final Pattern WORDING =
            Pattern.compile("creative commons[^.]{0,16}?(attribution[^.;]{0,80}?)(\\d\\.\\d)(?!\\d)");
    private static final Pattern SHORT =
            Pattern.compile("\\bcc[- ]?(by(?:[- ]nc)?(?:[- ](?:nd|sa))?|0)\\b[ -]?v?(\\d\\.\\d)?");
    /** Wordings and addresses of one country or of organisations that SPDX lists by themselves. */
    private static final Set<String> PORTED = Set.of(
            "CC-BY-2.5-AU",
            "CC-BY-3.0-AT",
            "CC-BY-3.0-AU",
            "CC-BY-3.0-DE",
            "CC-BY-3.0-IGO",
            "CC-BY-3.0-NL",
            "CC-BY-3.0-US",
            "CC-BY-NC-3.0-DE",
            "CC-BY-NC-3.0-IGO",
            "CC-BY-NC-ND-3.0-DE",
            "CC-BY-NC-ND-3.0-IGO",
            "CC-BY-NC-SA-2.0-DE",
            "CC-BY-NC-SA-2.0-FR",
            "CC-BY-NC-SA-2.0-UK",
            "CC-BY-NC-SA-3.0-DE",
            "CC-BY-NC-SA-3.0-IGO",
            "CC-BY-ND-3.0-DE",
            "CC-BY-SA-2.0-UK",
            "CC-BY-SA-2.1-JP",
            "CC-BY-SA-3.0-AT",
            "CC-BY-SA-3.0-DE",
            "CC-BY-SA-3.0-IGO");

    private static final Pattern IGO = Pattern.compile("\\bigo\\b|intergovernmental organi[sz]ations?");
    private static final Map<String, String> OTHERS = Map.of(
            "opensource.org/licenses/mit", "MIT",
            "apache.org/licenses/license-2.0", "Apache-2.0",
            "nationalarchives.gov.uk/doc/open-government-licence/version/3", "OGL-UK-3.0",
            "nationalarchives.gov.uk/doc/open-government-licence/version/2", "OGL-UK-2.0",
            "gnu.org/copyleft/fdl", "GFDL-1.3-or-later");

    private Licences() {}

    /**
     * The SPDX id, {@code CC-BY-4.0}.
     *
     * @param licence address or wording; null gives none. Without a version there is no id, for the versions differ
     */
    public static Optional<String> spdx(String licence) {
        if (licence == null) {
            return Optional.empty();
        }
        String text = licence.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher address = ADDRESS.matcher(text);
        if (address.find()) {
            return Optional.of(ofAddress(address));
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (text.contains(other.getKey())) {
                return Optional.of(other.getValue());
            }
        }
        Matcher brief = SHORT.matcher(text);
        while (brief.find()) {
            if (brief.group(1).equals("0")) {
                return Optional.of("CC0-1.0");
            }
            if (brief.group(2) != null) {
                return Optional.of(ofWords(brief.group(1), brief.group(2), text));
            }
        }
        Matcher wording = WORDING.matcher(text);
        return wording.find() ? Optional.of(ofWords(wording.group(1), wording.group(2), text)) : Optional.empty();
    }

    private static String ofWords(String words, String version, String text) {
        return ported(id(code(words), version), IGO.matcher(text).find() ? "igo" : "");
    }

    private static String ofAddress(Matcher address) {
        if (address.group(4) != null) {
            return address.group(4).equals("zero") ? "CC0-1.0" : "CC-PDM-1.0";
        }
        String ported = address.group(3) == null ? "" : address.group(3);
        return ported(id(code(address.group(1)), address.group(2)), ported);
    }

    /** The licence as it was fitted to a country's law; where SPDX lists none, the licence that was fitted. */
    private static String ported(String id, String place) {
        String fitted = id + "-" + place.toUpperCase(Locale.ROOT);
        return PORTED.contains(fitted) ? fitted : id;
    }

    private static String code(String words) {
        return "by"
                + (words.contains("commercial") || words.matches(".*[- ]nc\\b.*") ? "-nc" : "")
                + (words.contains("deriv") || words.matches(".*[- ]nd\\b.*") ? "-nd" : "")
                + (words.contains("share") || words.matches(".*[- ]sa\\b.*") ? "-sa" : "");
    }

    private static String id(String code, String version) {
        return "CC-" + code.toUpperCase(Locale.ROOT) + "-" + version;
    }
}
