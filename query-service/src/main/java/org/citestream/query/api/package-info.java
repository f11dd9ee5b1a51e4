/** Our own HTTP API; the packages below it are the dialects that existing clients speak. */
package org.citestream.query.api;
