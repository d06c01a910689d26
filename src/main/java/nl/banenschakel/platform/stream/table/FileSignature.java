package nl.banenschakel.platform.stream.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Arrays;
import java.util.Optional;
import nl.banenschakel.kernel.Malformed;

/** What a file is, by its first bytes, where it is not what it should be. */
public final class FileSignature {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] COMPOUND = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /** The stream of a compound file in which a workbook with a password stands. */
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(UTF_16LE);

  private FileSignature() {}

  /** Why a file that should be text is none, when that shows at its begin. */
  public static Optional<Malformed> insteadOfText(byte[] start) {
    return begins(start, ZIP) || begins(start, COMPOUND)
        ? Optional.of(
            new Malformed(
                "FILE_NOT_TEXT",
                "This is a workbook and no CSV. Send XLSX with its own media type, or save it as CSV."))
        : Optional.empty();
  }

  /** Why a file that should be a workbook is none. */
  public static Optional<Malformed> insteadOfWorkbook(byte[] file) {
    if (begins(file, ZIP)) {
      return Optional.empty();
    }
    if (begins(file, COMPOUND)) {
      return Optional.of(holds(file, ENCRYPTED) ? encrypted() : old());
    }
    return Optional.of(
        new Malformed(
            "FILE_NOT_WORKBOOK",
            "This is no XLSX workbook. Send CSV as text/csv, or save the table as XLSX."));
  }

  /** What holds a password cannot be read. */
  public static Malformed encrypted() {
    return new Malformed(
        "XLSX_PASSWORD", "This workbook has a password: save it without one, and send it again.");
  }

  private static Malformed old() {
    return new Malformed(
        "XLS_OLD", "This is a workbook of before 2007 (.xls): save it as XLSX or CSV.");
  }

  private static boolean begins(byte[] file, byte[] signature) {
    return file.length >= signature.length
        && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
  }

  private static boolean holds(byte[] file, byte[] sought) {
    for (int at = 0; at + sought.length <= file.length; at++) {
      if (Arrays.equals(file, at, at + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }
}
