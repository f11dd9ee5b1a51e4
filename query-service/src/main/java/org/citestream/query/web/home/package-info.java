/** The home page: figures, featured reports, what just arrived. */
package org.citestream.query.web.home;
