/** HTTP dialects that existing clients speak, each under its original paths. */
package org.citestream.query.dialect;
