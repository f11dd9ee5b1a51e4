package org.citestream.query.export.cite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an official citation style whose rules are available.
 *
 * @param file its file's name without folder and {@code .csl}: what the library looks for on the class path
 */
record StyleName(String file) {

    /** Short names that people use. */
    static final Map<String, String> USUAL = Map.of(
            "apa", "apa",
            "vancouver", "vancouver",
            "chicago", "chicago-author-date",
            "ieee", "ieee",
            "harvard", "harvard-cite-them-right",
            "mla", "modern-language-association",
            "nature", "nature",
            "ama", "american-medical-association",
            "acs", "american-chemical-society",
            "asa", "american-sociological-association");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,150}");
    private static final Pattern PARENT = Pattern.compile(
            "<link\\s[^>]*href=\"https?://www\\.zotero\\.org/styles/([a-z0-9-]+)\"[^>]*rel=\"independent-parent\"");

    /**
     * Any of the styles at zotero.org/styles by its name there, or by a short one. A style that only refers to another
     * (as those of most journals do) is resolved here, because the library would use the network.
     *
     * @throws UnknownStyleException if there is no style of that name
     */
    static StyleName parse(String written) {
        String name = USUAL.getOrDefault(written, written);
        if (NAME.matcher(name).matches()) {
            if (exists(name)) {
                return new StyleName(name);
            }
            String parent = parent(name);
            if (parent != null && exists(parent)) {
                return new StyleName(parent);
            }
        }
        throw new UnknownStyleException(
                "style",
                "'%s' is not a known citation style; use apa, vancouver, chicago, ieee, harvard, mla, nature, or any name that"
                                .formatted(written)
                        + " GET /api/v1/styles lists");
    }

    private static boolean exists(String name) {
        return StyleName.class.getResource("/" + name + ".csl") != null;
    }

    private static String parent(String name) {
        try (InputStream style = StyleName.class.getResourceAsStream("/dependent/" + name + ".csl")) {
            if (style == null) {
                return null;
            }
            Matcher matcher = PARENT.matcher(new String(style.readAllBytes(), StandardCharsets.UTF_8));
            return matcher.find() ? matcher.group(1) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("the style " + name + " cannot be read", e);
        }
    }
}
