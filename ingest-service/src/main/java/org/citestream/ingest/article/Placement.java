package org.citestream.ingest.article;

/**
 * Where in its container a publication stands, as printed.
 *
 * @param firstPage the first page, or the electronic location id
 */
public record Placement(String volume, String issue, String firstPage, String lastPage) {
    public static final Placement UNKNOWN = new Placement(null, null, null, null);

    /** {@code 12–19}, {@code e1000359}, or null. */
    public String pages() {
        if (firstPage == null) {
            return null;
        }
        return lastPage == null || lastPage.equals(firstPage) ? firstPage : firstPage + "–" + lastPage;
    }
}
