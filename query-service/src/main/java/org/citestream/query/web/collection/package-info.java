/** Pages of collections: their list, one of them, its settings, what to add, and two side by side. */
package org.citestream.query.web.collection;
