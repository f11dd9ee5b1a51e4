/** The dialect of OpenAlex for what its clients ask of citations: works, what they cite, and what cites them. */
package org.citestream.query.dialect.openalex;
