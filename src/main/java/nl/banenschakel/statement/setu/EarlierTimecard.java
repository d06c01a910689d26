package nl.banenschakel.statement.setu;

import io.vertx.core.buffer.Buffer;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.statement.setu.form.FormCheck;
import nl.banenschakel.statement.setu.form.Place;
import nl.banenschakel.statement.setu.form.XmlReading;

/**
 * The message TimeCard of SETU 1.4, and of 1.3, which has the same rules. Nothing of it is kept but
 * what it states: names, rates and allowances do not leave the parser.
 */
public final class EarlierTimecard {
  private static final Pattern VERSION =
      Pattern.compile("application/x\\.setu\\.timecard-v1\\.(\\d)\\+xml");

  private EarlierTimecard() {}

  /**
   * Reads the header {@code messageVersion}.
   *
   * @throws Malformed when it is of a version that is not read
   */
  public static String version(String header) {
    var version = VERSION.matcher(header.strip());
    if (!version.matches()) {
      throw new Malformed(
          "MESSAGE_VERSION_FORM", "Expected application/x.setu.timecard-v1.4+xml, or v1.3.");
    }
    var minor = version.group(1);
    if (!minor.equals("4") && !minor.equals("3")) {
      throw new Malformed(
          "MESSAGE_VERSION_UNSUPPORTED",
          "Versions 1.3 and 1.4 are read here. Earlier ones have other hour types and may leave out"
              + " ids and multipliers, so that their hours cannot be told for sure.");
    }
    return "1." + minor;
  }

  /**
   * Reads one.
   *
   * @throws Failure.Invalid with every mistake and its element path, or line and column
   */
  public static Stated read(Buffer body) {
    var mistakes = new Mistakes();
    var reading = new XmlReading(HrXmlForm.ROOT, HrXmlForm.NAMESPACE, mistakes);
    reading.feed(body.getBytes());
    var message = reading.end();
    message.ifPresent(it -> new FormCheck(HrXmlForm.ROOT, Place.PATH, mistakes).check(it));
    if (message.isEmpty() || mistakes.total() > 0) {
      throw new Failure.Invalid(mistakes.kept(), mistakes.total());
    }
    return new HrXmlReading(message.get()).stated();
  }
}
