/** The report, references and statements of one publication. */
package org.citestream.query.report;
