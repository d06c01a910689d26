/**
 * The settings of this gateway: {@code config/gateway.yaml}, overridden by environment variables,
 * as one immutable record; every mistake is reported at once, before anything starts. Also reads
 * other YAML files of the operator. Owns no state. May use the kernel, {@code platform.failure} and
 * the values of other parts of the platform.
 */
@NullMarked
package nl.banenschakel.platform.config;

import org.jspecify.annotations.NullMarked;
