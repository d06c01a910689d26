package nl.banenschakel.register.connector;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Function;
import nl.banenschakel.testing.Fuzz;

/** What of this area reads the answers of an upstream bridge. */
public final class BridgeFuzz {
  private BridgeFuzz() {}

  /** Each of them. */
  public static List<Fuzz> all() {
    var page =
        "{\"list\":\"a\",\"loonheffingennummer\":\"001000275L01\",\"peildatum\":\"2026-04-01\","
            + "\"persons\":2,\"bsns\":[\"999990019\",\"999993653\"],\"next\":\"2\"}";
    var answer = "{\"answer\":\"in\",\"peildatum\":\"2026-04-01\",\"from\":\"2026-02-10\"}";
    return List.of(
        reader("a page of a bridge", page, body -> BridgeJson.page(body, BridgeWorld.TODAY)),
        reader("an answer of a bridge", answer, body -> BridgeJson.answer(body, BridgeWorld.TODAY)),
        reader(
            "the day of a bridge",
            "{\"updatedTo\":\"2026-04-01\"}",
            body -> BridgeJson.updatedTo(body, BridgeWorld.TODAY)),
        reader("a failure of a bridge", "{\"code\":\"ASKED_TOO_OFTEN\"}", BridgeJson::code));
  }

  private static Fuzz reader(String name, String seed, Function<Buffer, ?> read) {
    return Fuzz.of(
        name,
        List.of(seed),
        Fuzz.JSON,
        (file, random) -> {
          try {
            if (read.apply(Buffer.buffer(file)) == null) {
              throw new IllegalStateException("Nothing was read");
            }
          } catch (BridgeFailed refused) {
            Fuzz.requireNoBsn(String.valueOf(refused.getMessage()));
          }
        });
  }
}
