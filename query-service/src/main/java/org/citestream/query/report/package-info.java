/** What people ask of one publication: its report, its references, its statements. */
package org.citestream.query.report;
