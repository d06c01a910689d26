package nl.banenschakel.platform.intake;

import java.math.BigDecimal;
import java.util.Optional;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.http.HttpLimits;
import nl.banenschakel.platform.json.Fields;

/**
 * A file that somebody is going to send.
 *
 * @param intake of its kind
 * @param mode whether it is to take effect
 * @param bytes how many there will be, if that is known
 * @param number whose file it is, where that is said beside it
 * @param taking takes it
 */
record UploadDraft(
    Intake intake,
    Mode mode,
    Optional<Long> bytes,
    Optional<Loonheffingennummer> number,
    Intake.Taking taking) {
  static final String NUMBER = "loonheffingennummer";

  /** Reads it, or fails with every mistake; of an unknown kind nothing more can be said. */
  static UploadDraft parse(Fields in, Intakes intakes) {
    var intake = in.required("kind", intakes::named);
    var bytes = in.optionalNumber("bytes", UploadDraft::bytes);
    var validateOnly = in.flag("validateOnly");
    if (intake.optional().isEmpty()) {
      throw in.failure();
    }
    var taking = intake.get().read(in);
    return in.build(
        () ->
            new UploadDraft(
                intake.get(),
                validateOnly.optional().orElse(false) ? Mode.TRIAL : Mode.REAL,
                bytes.optional(),
                Optional.ofNullable(in.sent().getString(NUMBER)).map(Loonheffingennummer::parse),
                taking.get()));
  }

  private static long bytes(BigDecimal number) {
    if (number.signum() <= 0
        || number.compareTo(BigDecimal.valueOf(HttpLimits.UPLOAD_BYTES_MAX)) > 0
        || number.stripTrailingZeros().scale() > 0) {
      throw new Malformed(
          "NUMBER_RANGE",
          "Expected a whole number from 1 to %d.".formatted(HttpLimits.UPLOAD_BYTES_MAX));
    }
    return number.longValueExact();
  }
}
