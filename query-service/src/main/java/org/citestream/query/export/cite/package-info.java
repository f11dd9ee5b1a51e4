/** How one publication is cited: BibTeX, RIS, CSL-JSON, and in the words of any style. Knows neither HTTP nor tables. */
package org.citestream.query.export.cite;
