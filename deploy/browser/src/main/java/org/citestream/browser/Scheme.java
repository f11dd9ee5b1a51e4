package org.citestream.browser;

import com.microsoft.playwright.options.ColorScheme;

/** Light or dark, as the reader's system says. */
public enum Scheme {
    LIGHT(ColorScheme.LIGHT),
    DARK(ColorScheme.DARK);

    @SuppressWarnings("ImmutableEnumChecker") // an enum of Playwright's
    private final ColorScheme colours;

    Scheme(ColorScheme colours) {
        this.colours = colours;
    }

    public ColorScheme colours() {
        return colours;
    }
}
