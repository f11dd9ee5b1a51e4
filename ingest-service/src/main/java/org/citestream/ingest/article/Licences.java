package org.citestream.ingest.article;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SPDX ids of the licences that articles are published under, read from their address or wording. Stateless. */
public final class Licences {
    private static final Pattern ADDRESS = Pattern.compile(
            "creativecommons\\.org/(?:licen[sc]es/(by(?:-nc)?(?:-nd|-sa)?)/(\\d\\.\\d)(?:/([a-z]{2,3}))?|publicdomain/(zero|mark)/(\\d\\.\\d))");
    private static final Pattern WORDING =
            Pattern.compile("creative commons[^.]{0,16}?(attribution[^.;]{0,80}?)(\\d\\.\\d)(?!\\d)");
    private static final Pattern SHORT =
            Pattern.compile("\\bcc[- ]?(by(?:[- ]nc)?(?:[- ](?:nd|sa))?|0)\\b[ -]?v?(\\d\\.\\d)?");
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
            return Optional.ofNullable(ofAddress(address));
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
                return Optional.of(id(brief.group(1).replace(' ', '-'), brief.group(2)));
            }
        }
        Matcher wording = WORDING.matcher(text);
        return wording.find() ? Optional.of(id(code(wording.group(1)), wording.group(2))) : Optional.empty();
    }

    private static String ofAddress(Matcher address) {
        if (address.group(4) != null) {
            return address.group(4).equals("zero") ? "CC0-1.0" : null;
        }
        return id(address.group(1), address.group(2));
    }

    private static String code(String words) {
        return "by"
                + (words.contains("commercial") ? "-nc" : "")
                + (words.contains("deriv") ? "-nd" : "")
                + (words.contains("share") ? "-sa" : "");
    }

    private static String id(String code, String version) {
        return "CC-" + code.toUpperCase(Locale.ROOT) + "-" + version;
    }
}
