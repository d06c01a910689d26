package nl.banenschakel.platform.json;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/**
 * An object of any size, piece by piece: members, then arrays whose items come in batches, then
 * members again. Its bytes are those that {@link PlainJson} writes of the whole.
 */
public final class JsonPieces {
  private boolean hasItems;

  /**
   * The beginning.
   *
   * @param before the members before the first array: at least one
   */
  public Buffer open(JsonObject before, String array) {
    var text = PlainJson.write(before);
    return text.getBuffer(0, text.length() - 1).appendString(",\"%s\":[".formatted(array));
  }

  /** Items of the array that is open. */
  public <T> Buffer items(List<T> items, Function<T, JsonObject> json) {
    var text = Buffer.buffer();
    for (var item : items) {
      if (hasItems) {
        text.appendString(",");
      }
      text.appendBuffer(PlainJson.write(json.apply(item)));
      hasItems = true;
    }
    return text;
  }

  /** The end of an array, and the beginning of the next. */
  public Buffer next(String array) {
    hasItems = false;
    return Buffer.buffer("],\"%s\":[".formatted(array));
  }

  /**
   * The end.
   *
   * @param after the members after the last array: at least one
   */
  public Buffer close(JsonObject after) {
    var text = PlainJson.write(after);
    return Buffer.buffer("],").appendBuffer(text.getBuffer(1, text.length()));
  }
}
