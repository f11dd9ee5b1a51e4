/** One topic, one group: what the survey saw of it together with what the broker tells when it is asked. */
package org.citestream.query.ops.detail;
