package nl.banenschakel.statement.setu.form;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import nl.banenschakel.platform.json.PlainJson;
import nl.banenschakel.platform.json.StrictJson;
import org.jspecify.annotations.Nullable;

/** A message in JSON. */
public final class MembersJson {
  private MembersJson() {}

  /**
   * Reads one.
   *
   * @throws nl.banenschakel.platform.failure.Failure.Invalid when it is no JSON object
   */
  public static Members read(Buffer body) {
    return members(StrictJson.object(body));
  }

  /** Writes one. */
  public static Buffer write(Members message) {
    return PlainJson.write(json(message));
  }

  private static Members members(JsonObject object) {
    var members = new Members();
    object.fieldNames().forEach(name -> members.put(name, member(object.getValue(name))));
    return members;
  }

  private static @Nullable Object member(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      return members(object);
    }
    if (value instanceof JsonArray array) {
      var list = new ArrayList<@Nullable Object>();
      for (int i = 0; i < array.size(); i++) {
        list.add(member(array.getValue(i)));
      }
      return list;
    }
    return value;
  }

  private static JsonObject json(Members members) {
    var object = new JsonObject();
    members.names().forEach(name -> object.put(name, json(members.value(name))));
    return object;
  }

  private static @Nullable Object json(@Nullable Object value) {
    if (value instanceof Members members) {
      return json(members);
    }
    return value instanceof List<?> list
        ? new JsonArray(new ArrayList<>(list.stream().map(item -> json((Object) item)).toList()))
        : value;
  }
}
