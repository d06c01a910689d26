/**
 * Wage returns: paid hours, premium wage and the LKV flag per income relationship and tijdvak, with
 * their corrections and withdrawals. Owns the schema {@code payroll}. May use the kernel, the
 * platform, {@code party} and {@code person}. {@link nl.banenschakel.payroll.Payroll} makes it.
 */
@NullMarked
package nl.banenschakel.payroll;

import org.jspecify.annotations.NullMarked;
