/** The numbers of one publication: statements per type and distinct citing publications. */
package org.citestream.query.tally;
