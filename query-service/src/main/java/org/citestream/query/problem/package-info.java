/**
 * Errors of requests and of the service, in addition to the kit's {@code Problem}. Uses no other package of this
 * service.
 */
package org.citestream.query.problem;
