/** Pages of works that belong together: the map around one, and what links two. */
package org.citestream.query.web.related;
