package nl.banenschakel.payroll.resource;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Tijdvak;

/**
 * How far somebody has read income relationships: they are in the order of their tijdvak, of whom
 * they are about, and of their number.
 *
 * @param tijdvak of the last one read
 * @param subject of the last one read
 * @param numIv of the last one read
 */
record RelationshipPosition(Tijdvak tijdvak, UUID subject, int numIv) {
  private static final int BYTES = 3 * Long.BYTES;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

  /**
   * Reads what an earlier page gave.
   *
   * @throws Malformed when it is something else
   */
  static RelationshipPosition parse(String text) {
    if (!TOKEN.matcher(text).matches()) {
      throw malformed();
    }
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    int numIv = bytes.getInt();
    int year = bytes.getShort();
    int kind = bytes.get();
    int number = bytes.get();
    try {
      var tijdvak = Tijdvak.parse("%d-%s%02d".formatted(year, kind == 0 ? "M" : "P", number));
      return new RelationshipPosition(tijdvak, new UUID(bytes.getLong(), bytes.getLong()), numIv);
    } catch (Malformed noTijdvak) {
      throw malformed();
    }
  }

  static RelationshipPosition of(Relationship last) {
    return new RelationshipPosition(last.tijdvak(), last.subject(), last.numIv());
  }

  /** What {@link #parse} reads again. */
  String token() {
    var code = tijdvak.code();
    var bytes =
        ByteBuffer.allocate(BYTES)
            .putInt(numIv)
            .putShort(Short.parseShort(code.substring(0, 4)))
            .put((byte) (tijdvak.isMonth() ? 0 : 1))
            .put(Byte.parseByte(code.substring(6)))
            .putLong(subject.getMostSignificantBits())
            .putLong(subject.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static Malformed malformed() {
    return new Malformed("AFTER_FORM", "Expected the next of an earlier page, as it was.");
  }
}
