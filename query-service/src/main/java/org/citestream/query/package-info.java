/** The query-service of Citestream. */
package org.citestream.query;
