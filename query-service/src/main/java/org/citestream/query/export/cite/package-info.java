/** How to cite one publication: BibTeX, RIS, CSL-JSON, and formatted in any style. Knows neither HTTP nor tables. */
package org.citestream.query.export.cite;
