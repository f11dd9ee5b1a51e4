package org.citestream.query.export.cite;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.helper.json.StringJsonBuilderFactory;
import de.undercouch.citeproc.output.Bibliography;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.citestream.query.publication.ShownPublication;

/**
 * Formats works by the official citation styles (citeproc-java). A few styles are cached; the least recently used one
 * is evicted first. Thread-safe: a style serves one request at a time, different styles at the same time.
 */
@ApplicationScoped
public class CitationStyles {

    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}-[A-Z]{2}");

    /** The number that numeric styles put before each entry is meaningless for a single work. */
    private static final Pattern NUMBER = Pattern.compile("^[\\[(]?1[\\])]?\\.?\\s*");

    private final CiteSettings settings;
    private final Map<Key, Engine> ready;

    CitationStyles(CiteSettings settings) {
        this.settings = settings;
        this.ready = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Engine> eldest) {
                return size() > settings.styles();
            }
        };
    }

    private record Key(StyleName style, String locale) {}

    /** The markup of a citation. */
    public enum CitationMarkup {
        TEXT,
        /** Escaped, with italics and bold as the style requires. */
        HTML
    }

    /**
     * The work as listed in a bibliography of that style.
     *
     * @param style a name as at zotero.org/styles, or a short one: apa, vancouver, chicago, ieee, harvard, mla, nature
     * @param locale such as en-GB; null for the default
     * @throws UnknownStyleException if style or locale are not among the official ones
     */
    public String format(ShownPublication work, String style, String locale, CitationMarkup markup) {
        StyleName name = StyleName.parse(style);
        String language = locale == null ? settings.locale() : locale;
        if (!LOCALE.matcher(language).matches()
                || CitationStyles.class.getResource("/locales-" + language + ".xml") == null) {
            throw new UnknownStyleException(
                    "locale", "'%s' is no known locale; write en-US, en-GB, de-DE …".formatted(language));
        }
        return engine(new Key(name, language)).format(CslItem.of(work), markup);
    }

    /** The work as CSL-JSON: one object. */
    public static String json(ShownPublication work) {
        return CslItem.of(work)
                .toJson(new StringJsonBuilderFactory().createJsonBuilder())
                .toString();
    }

    private Engine engine(Key key) {
        synchronized (ready) {
            return ready.computeIfAbsent(key, absent -> new Engine(absent.style(), absent.locale()));
        }
    }

    /** One style; reads its rules when it is first used. */
    private static final class Engine implements ItemDataProvider {

        private final StyleName style;
        private final String locale;
        private CSL csl;
        private CSLItemData item;

        Engine(StyleName style, String locale) {
            this.style = style;
            this.locale = locale;
        }

        synchronized String format(CSLItemData work, CitationMarkup markup) {
            item = work;
            try {
                if (csl == null) {
                    csl = new CSL(this, style.file(), locale);
                }
                csl.setOutputFormat(markup == CitationMarkup.HTML ? "html" : "text");
                csl.registerCitationItems(work.getId());
                return written(csl.makeBibliography(), markup);
            } catch (IOException e) {
                throw new UncheckedIOException("the style " + style.file() + " cannot be read", e);
            } finally {
                item = null;
                if (csl != null) {
                    csl.reset();
                }
            }
        }

        private static String written(Bibliography bibliography, CitationMarkup markup) {
            if (bibliography.getEntries().length == 0) {
                return "";
            }
            String entry = bibliography.getEntries()[0].strip();
            if (markup == CitationMarkup.HTML) {
                return entry;
            }
            return bibliography.getSecondFieldAlign() == null
                    ? entry
                    : NUMBER.matcher(entry).replaceFirst("");
        }

        @Override
        public CSLItemData retrieveItem(String id) {
            return item;
        }

        @Override
        public Collection<String> getIds() {
            return item == null ? List.of() : List.of(item.getId());
        }
    }
}
