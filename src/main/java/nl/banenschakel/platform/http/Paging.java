package nl.banenschakel.platform.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Malformed;

/**
 * Which part of a long list is asked for: every list of the contract is read the same way.
 *
 * @param after the item after which to go on, or the beginning
 * @param limit how many items at most, 1 to {@value #LIMIT_MAX}
 */
public record Paging(Optional<UUID> after, int limit) {
  private static final int LIMIT_MAX = 200;
  private static final int LIMIT_DEFAULT = 50;

  /** The query parameters {@code after} and {@code limit}, read together with others. */
  public static Supplier<Paging> of(Parameters parameters) {
    var after = parameters.query("after", UUID::fromString).optional();
    var limit = limit(parameters);
    return () -> new Paging(after.get(), limit.get());
  }

  /** The query parameter {@code limit} alone, for a list that goes on after something else. */
  public static Supplier<Integer> limit(Parameters parameters) {
    var limit = parameters.query("limit", Paging::limit).optional();
    return () -> limit.get().orElse(LIMIT_DEFAULT);
  }

  /** How many to fetch: one more than asked for tells whether there are more. */
  public int fetch() {
    return limit + 1;
  }

  /** The page of at most {@link #fetch} items, as the contract has it. */
  public <T> JsonObject page(List<T> fetched, Function<T, UUID> id, Function<T, JsonObject> json) {
    var given = given(fetched);
    var items = new JsonArray();
    given.forEach(item -> items.add(json.apply(item)));
    var page = new JsonObject().put("items", items);
    if (fetched.size() > limit) {
      page.put("next", id.apply(given.get(limit - 1)).toString());
    }
    return page;
  }

  /** Of at most {@link #fetch} items those that are given now. */
  public <T> List<T> given(List<T> fetched) {
    return fetched.subList(0, Math.min(limit, fetched.size()));
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      throw outOfRange();
    }
    throw outOfRange();
  }

  private static Malformed outOfRange() {
    return new Malformed(
        "LIMIT_RANGE", "Expected a whole number from 1 to %d.".formatted(LIMIT_MAX));
  }
}
