/** What is known of each citing article's readings: revisions, expected counts, completeness. */
package org.citestream.query.article;
