/** Who is who: publications with their merged descriptions. */
package org.citestream.query.publication;
