package nl.banenschakel.platform.json;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.testing.Fuzz;

/** What reads the JSON of every operation. */
public final class JsonFuzz {
  private JsonFuzz() {}

  /** Each of them. */
  public static List<Fuzz> all() {
    return List.of(
        Fuzz.of(
            "JSON",
            List.of("{\"a\":[1,-2.5e3,true,null,\"\\u00e9\",{\"b\":{}}],\"c\":\"x\"}"),
            Fuzz.JSON,
            (file, random) -> read(file)));
  }

  private static void read(byte[] file) {
    try {
      if (StrictJson.object(Buffer.buffer(file)).size() > file.length) {
        throw new IllegalStateException("More members than bytes");
      }
    } catch (Failure.Invalid refused) {
      Fuzz.requireNoBsn(refused.violations().toString());
    }
  }
}
