/**
 * Acting for others: a payroll bureau, an accountant or a school group acts for an organisation
 * that gave it a mandate, in some roles and for some time.
 */
@NullMarked
package nl.banenschakel.party.mandate;

import org.jspecify.annotations.NullMarked;
