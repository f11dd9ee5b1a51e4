/** Persons, journals, organisations, funders and years as the sums of their works. */
package org.citestream.query.aggregate;
