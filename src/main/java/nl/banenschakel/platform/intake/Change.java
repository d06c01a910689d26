package nl.banenschakel.platform.intake;

/**
 * A figure that a delivery changes, so that it can be seen before it is accepted.
 *
 * @param of what it is the figure of, such as a tijdvak
 * @param figure its name, which tells its kind: {@code verloondeUren}
 * @param before what it was
 * @param after what it is
 */
public record Change(String of, String figure, long before, long after) {}
