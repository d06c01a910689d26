/**
 * What holds for the whole source tree: who may use whom ({@link
 * nl.banenschakel.architecture.LayeringTest}), the limits and the lists that must agree ({@link
 * nl.banenschakel.architecture.TidyTest}, {@link nl.banenschakel.architecture.TidySqlTest}, {@link
 * nl.banenschakel.architecture.TidyPagesTest}), SQL that PostgreSQL understands ({@link
 * nl.banenschakel.architecture.SqlPreparesIT}) and tenants kept apart ({@link
 * nl.banenschakel.architecture.TenantIsolationIT}). Every check is seen to fail on a planted sin.
 * May read everything.
 */
@NullMarked
package nl.banenschakel.architecture;

import org.jspecify.annotations.NullMarked;
