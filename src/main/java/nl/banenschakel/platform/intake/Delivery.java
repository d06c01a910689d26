package nl.banenschakel.platform.intake;

import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * From where something is delivered.
 *
 * @param number the payroll whose figures it may change
 * @param source what tells one stream of deliveries of a kind from another, such as a
 *     loonheffingennummer and a package's name; the same bytes as the latest accepted delivery of a
 *     source have no second effect
 * @param parameters what was said beside the file, in a fixed order: it belongs to what was
 *     delivered, so the same bytes with other parameters are another delivery
 */
public record Delivery(Loonheffingennummer number, String source, String parameters) {}
