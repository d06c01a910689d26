package nl.banenschakel.employment.resource;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;

/**
 * How far somebody has read the changes of a tenant's contracts: they are in the order of their
 * moments, and of ids within one moment. A moment is taken under a lock that is held until the
 * change is there to be read, so nothing comes in before what was read.
 *
 * @param changedAt in whole microseconds
 * @param contract the last one read of that moment
 */
record ChangePosition(Instant changedAt, UUID contract) {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int BYTES = 3 * Long.BYTES;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Reads what an earlier answer gave, or a moment with its offset, from which on changes count.
   *
   * @throws Malformed when it is neither
   */
  static ChangePosition parse(String text) {
    var position = TOKEN.matcher(text).matches() ? ofToken(text) : ofMoment(text);
    if (position.changedAt.isBefore(EARLIEST) || position.changedAt.isAfter(LATEST)) {
      throw malformed();
    }
    return position;
  }

  /** What {@link #parse} reads again; nothing personal is in it. */
  String token() {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, changedAt))
            .putLong(contract.getMostSignificantBits())
            .putLong(contract.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** For the database. */
  OffsetDateTime moment() {
    return changedAt.atOffset(ZoneOffset.UTC);
  }

  private static ChangePosition ofToken(String token) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    try {
      var changedAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
      return new ChangePosition(changedAt, new UUID(bytes.getLong(), bytes.getLong()));
    } catch (DateTimeException | ArithmeticException outOfReach) {
      throw malformed();
    }
  }

  private static ChangePosition ofMoment(String text) {
    try {
      var moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      return new ChangePosition(moment, BEFORE_ALL);
    } catch (DateTimeException unreadable) {
      throw malformed();
    }
  }

  private static Malformed malformed() {
    return new Malformed(
        "CHANGED_SINCE_FORM",
        "Expected the changedSince of an earlier answer, or a moment such as 2026-05-01T00:00:00Z.");
  }
}
