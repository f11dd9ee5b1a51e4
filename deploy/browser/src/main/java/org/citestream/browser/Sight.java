package org.citestream.browser;

/**
 * Something to look at.
 *
 * @param name of its pictures
 * @param path of the page
 * @param click what to press once it is there, as a CSS selector, or null
 */
public record Sight(String name, String path, String click) {

    static Sight page(String name, String path) {
        return new Sight(name, path, null);
    }
}
