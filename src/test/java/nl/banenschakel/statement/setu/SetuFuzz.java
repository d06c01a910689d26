package nl.banenschakel.statement.setu;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Function;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.testing.Fuzz;

/** What reads messages of SETU. */
public final class SetuFuzz {
  private static final List<String> XML =
      List.of(
          "<",
          ">",
          "/>",
          "</timeInterval>",
          "<timeInterval>",
          "<IdValue>",
          "&lt;",
          "&#0;",
          "&x;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "<?x ?>",
          "<!DOCTYPE x>",
          "xmlns=\"\"",
          "xsi:nil=\"true\"",
          "status=\"corrected\"",
          "999990019",
          "2026-10-25T02:30:00",
          "99999999999999999999",
          "1E999999999",
          "0e-2000000000",
          "-0",
          "\u00e9",
          "\0");

  private SetuFuzz() {}

  /** Each of them; none where the standards are not beside the project. */
  public static List<Fuzz> all() {
    return Setu.isThere() ? readers() : List.of();
  }

  private static List<Fuzz> readers() {
    return List.of(
        of("SETU 2.0 as JSON", List.of(Setu.json()), Fuzz.JSON, body -> again(Timecard.json(body))),
        of("SETU 2.0 as XML", List.of(Setu.xml()), XML, body -> again(Timecard.xml(body))),
        of(
            "SETU 1.4",
            List.of(Setu.earlier(), Setu.file("v1.4/TimecardExample_v1.3_CorrectionTimecard.xml")),
            XML,
            EarlierTimecard::read));
  }

  /** What is taken can be written in both forms, and says the same when it is read again. */
  private static Stated again(Timecard card) {
    var stated = card.stated(false);
    var lines = stated.draft().lines().size();
    if (Timecard.xml(card.xml()).stated(false).draft().lines().size() != lines
        || Timecard.json(card.json()).stated(false).draft().lines().size() != lines) {
      throw new IllegalStateException("It says something else when it is read again");
    }
    return stated;
  }

  private static Fuzz of(
      String name, List<String> seeds, List<String> words, Function<Buffer, Stated> reading) {
    return Fuzz.of(
        name,
        seeds,
        words,
        (file, random) -> {
          try {
            Fuzz.requireNoBsn(reading.apply(Buffer.buffer(file)).toString());
          } catch (Failure.Invalid refused) {
            Fuzz.requireNoBsn(refused.violations().toString());
          }
        });
  }
}
