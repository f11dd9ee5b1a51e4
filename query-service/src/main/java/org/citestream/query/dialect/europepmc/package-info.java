/** Europe PMC's citations and references modules, for the PMIDs and PMCIDs that the index knows. */
package org.citestream.query.dialect.europepmc;
