/** The pages in a real Chromium. */
package org.citestream.browser;
