/** Charts drawn here as SVG: counts become shapes, with the figures beside them as a table. Pure. */
package org.citestream.query.web.chart;
