package nl.banenschakel.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Compares a report with what a pack expects of it. */
final class ReportComparison {
  private ReportComparison() {}

  /** The report has more members than a pack expects; of those it expects, all are compared. */
  static JsonObject onlyWhatIsExpected(JsonObject report, JsonObject expected) {
    var only = new JsonObject();
    expected.fieldNames().forEach(name -> only.put(name, report.getValue(name)));
    only.put(
        "totals",
        kept(report.getJsonObject("totals"), expected.getJsonObject("totals").fieldNames()));
    only.put(
        "findings",
        new JsonArray(
            report.getJsonArray("findings").stream()
                .map(JsonObject.class::cast)
                .map(it -> kept(it, without(it.fieldNames(), "id", "sentences")))
                .toList()));
    return only;
  }

  private static List<String> without(Iterable<String> names, String... left) {
    var kept = new ArrayList<String>();
    names.forEach(
        name -> {
          if (!List.of(left).contains(name)) {
            kept.add(name);
          }
        });
    return kept;
  }

  private static JsonObject kept(JsonObject object, Iterable<String> names) {
    var kept = new JsonObject();
    names.forEach(name -> kept.put(name, object.getValue(name)));
    return kept;
  }

  /** Numbers by value: 51.0 is 51. A line a member, so that a difference can be read. */
  static String comparable(JsonObject json) {
    return normal(json).encodePrettily();
  }

  private static JsonObject normal(JsonObject json) {
    var normal = new JsonObject();
    json.fieldNames().stream()
        .sorted()
        .forEach(name -> normal.put(name, normal(json.getValue(name))));
    return normal;
  }

  private static Object normal(Object value) {
    if (value instanceof JsonObject object) {
      return normal(object);
    }
    if (value instanceof JsonArray array) {
      return new JsonArray(array.stream().map(ReportComparison::normal).toList());
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    return value;
  }
}
