/** The search page: all statements and publications, with the same words and filters as the API. */
package org.citestream.query.web.search;
